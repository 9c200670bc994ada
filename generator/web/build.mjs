/*
 * Assembles dist/: what the built site needs of the browser's part. Run `npm ci` first.
 *
 *   node build.mjs [DIRECTORY]     (default: dist/ beside this file)
 *
 * DIRECTORY/assets then holds the typeface with its style sheet, the charts, the site's own
 * scripts, the form, and the licences of what others wrote. The directory is made anew each time.
 */
import { compileSchemaValidatorsCode } from "@rjsf/validator-ajv8/compileSchemaValidators"
import { build } from "esbuild"
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { bundleEditor } from "./admin.mjs"

const HERE = dirname(fileURLToPath(import.meta.url))
const OUT = resolve(process.argv[2] ?? join(HERE, "dist"))
const ASSETS = join(OUT, "assets")

const FONT = "@fontsource/be-vietnam-pro"
const FACES = ["400", "400-italic", "600"]
// Where ranges overlap a browser takes the last one that fits. Vietnamese after extended Latin,
// so that a page in Vietnamese never fetches the latter.
const SUBSETS = ["latin-ext", "vietnamese", "latin"]
const COPIED = ["@fontsource/be-vietnam-pro", "plotly.js-basic-dist-min"]
const FORM = join(HERE, "src", "form")

const inPackage = (name, ...path) => join(HERE, "node_modules", ...name.split("/"), ...path)

function read(path) {
  try {
    return readFileSync(path, "utf8")
  } catch (error) {
    console.error(`${path}: ${error.code}. Run "npm ci" in ${HERE} first.`)
    process.exit(1)
  }
}

/** The @font-face rules of one subset and face, pointing at woff2 beside the style sheet. */
function fontFace(subset, face) {
  const css = read(inPackage(FONT, `${subset}-${face}.css`))
  const file = /url\(\.\/files\/([^)]+\.woff2)\)/.exec(css)?.[1]
  const range = /unicode-range:([^;]+);/.exec(read(inPackage(FONT, `${face}.css`))
    .split("/*").find(part => part.includes(`-${subset}-${face}`)) ?? "")?.[1]
  if (!file || !range) throw new Error(`${FONT}: no ${subset} ${face}`)
  copyFileSync(inPackage(FONT, "files", file), join(ASSETS, "fonts", file))
  const [weight, style = "normal"] = face.split("-")
  return `@font-face{font-family:"Be Vietnam Pro";font-style:${style};font-weight:${weight};` +
    `font-display:swap;src:url(fonts/${file}) format("woff2");unicode-range:${range.trim()}}\n`
}

/** What a package says of its licence: the text beside it, or its name where there is no text. */
function licence(name) {
  const { version, license } = JSON.parse(read(inPackage(name, "package.json")))
  const file = readdirSync(inPackage(name)).find(each => /^licen[cs]e(\.|$)/i.test(each))
  const text = file ? read(inPackage(name, file)).replaceAll("\r\n", "\n").trim() : ""
  return `${name} ${version} (${license})\n${"=".repeat(72)}\n\n${text}\n`
}

/** The validators of what the form asks, compiled here: the page's policy forbids it there. */
const validators = {
  name: "validators",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^validators:/ }, ({ path }) => ({ path, namespace: "validators" }))
    onLoad({ filter: /./, namespace: "validators" }, ({ path }) => {
      const file = join(FORM, `${path.replace("validators:", "")}.schema.json`)
      const ajvOptionsOverrides = { verbose: false, code: { lines: false } }
      const contents = compileSchemaValidatorsCode(JSON.parse(read(file)), { ajvOptionsOverrides })
      return { contents, loader: "js", resolveDir: HERE, watchFiles: [file] }
    })
  },
}

/** Bundles the form; returns the packages that went into it. */
async function bundleForm() {
  const { metafile } = await build({
    entryPoints: [join(FORM, "main.jsx")],
    outfile: join(ASSETS, "form.js"),
    absWorkingDir: HERE,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["es2022"],
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    charset: "utf8",
    metafile: true,
    logLevel: "warning",
    alias: { "markdown-to-jsx/react": join(FORM, "plain.js") },
    plugins: [validators],
  })
  const [{ inputs }] = Object.values(metafile.outputs)
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0)
  return used.map(([path]) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean)
}

rmSync(OUT, { recursive: true, force: true })
mkdirSync(join(ASSETS, "fonts"), { recursive: true })
writeFileSync(join(ASSETS, "fonts.css"),
  FACES.flatMap(face => SUBSETS.map(subset => fontFace(subset, face))).join(""))
copyFileSync(inPackage("plotly.js-basic-dist-min", "plotly-basic.min.js"),
  join(ASSETS, "plotly-basic.min.js"))
for (const script of ["congtac.js", "filter.js"]) {
  copyFileSync(join(HERE, "src", script), join(ASSETS, script))
}
copyFileSync(join(FORM, "worker.js"), join(ASSETS, "form-worker.js"))
const shipped = new Set([...COPIED, ...await bundleForm(), ...await bundleEditor(ASSETS)])
writeFileSync(join(ASSETS, "licences.txt"), [...shipped].sort().map(licence).join("\n\n"))
