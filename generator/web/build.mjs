/*
 * Assembles dist/: what the built site needs of the browser's part. Run `npm ci` first.
 *
 *   node build.mjs [DIRECTORY]     (default: dist/ beside this file)
 *
 * DIRECTORY/assets then holds the typeface with its style sheet, the charts, the site's own
 * scripts, and the licences of what others wrote. The directory is made anew each time.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"

const HERE = dirname(fileURLToPath(import.meta.url))
const OUT = resolve(process.argv[2] ?? join(HERE, "dist"))
const ASSETS = join(OUT, "assets")

const FONT = "@fontsource/be-vietnam-pro"
const FACES = ["400", "400-italic", "600"]
// Where ranges overlap a browser takes the last one that fits. Vietnamese after extended Latin,
// so that a page in Vietnamese never fetches the latter.
const SUBSETS = ["latin-ext", "vietnamese", "latin"]
const SHIPPED = ["@fontsource/be-vietnam-pro", "plotly.js-basic-dist-min"]

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

function licence(name) {
  const { version, license } = JSON.parse(read(inPackage(name, "package.json")))
  const text = read(inPackage(name, "LICENSE")).replaceAll("\r\n", "\n").trim()
  return `${name} ${version} (${license})\n${"=".repeat(72)}\n\n${text}\n`
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
writeFileSync(join(ASSETS, "licences.txt"), SHIPPED.map(licence).join("\n\n"))
