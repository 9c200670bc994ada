/*
 * The editor at /admin/: Decap CMS as it is published, and beside it what makes it this site's.
 */
import { build } from "esbuild"
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const HERE = dirname(fileURLToPath(import.meta.url))
const DECAP = join(HERE, "node_modules", "decap-cms", "dist")
const SOURCES = join(HERE, "src", "admin")

/** Writes ASSETS/admin; returns the packages that go out with it. */
export async function bundleEditor(assets) {
  const folder = join(assets, "admin")
  mkdirSync(folder, { recursive: true })
  // The map is nine times the size of the script, and helps nobody who writes up a visit.
  const script = readFileSync(join(DECAP, "decap-cms.js"), "utf8")
  writeFileSync(join(folder, "decap-cms.js"), script.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, "\n"))
  copyFileSync(join(DECAP, "decap-cms.js.LICENSE.txt"), join(folder, "decap-cms.js.LICENSE.txt"))
  copyFileSync(join(SOURCES, "admin.css"), join(folder, "admin.css"))
  await build({
    entryPoints: [join(SOURCES, "main.js")],
    outfile: join(folder, "admin.js"),
    absWorkingDir: HERE,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    legalComments: "none",
    charset: "utf8",
    logLevel: "warning",
  })
  return ["decap-cms", "yaml"]
}
