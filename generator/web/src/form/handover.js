/*
 * The ways by which a record leaves the phone: the forge's page for a new file, one bundle of
 * files, the phone's own share sheet.
 */
import { strToU8, zipSync } from "fflate"

/* GitHub refuses addresses above 8,191 bytes. */
const ADDRESS_LIMIT = 7500
const PAGES = { github: "new", forgejo: "_new", gitlab: "-/new" }
/* Every bundle of the same files has the same bytes: its files are all of one day. */
const BUNDLE_DAY = new Date(1980, 0, 1)

/**
 * Where the forge makes a new file: `open` has it filled in, in `paste` the text must be pasted by
 * hand, `none` is no forge. `repository` is {forge, url, branch} or nothing; `path` is as
 * `complete` gives it.
 *
 * The whole path goes into the name: of a folder in the address, GitHub drops the last part
 * (isaacs/github#1527). GitLab fills in no text.
 */
export function forgeLink(repository, path, text) {
  const page = PAGES[repository?.forge]
  if (!page) return { kind: "none", href: "" }
  const branch = repository.branch.split("/").map(encodeURIComponent).join("/")
  const name = repository.forge === "gitlab" ? "file_name" : "filename"
  const base = repository.url.replace(/(?:\.git)?\/*$/, "")
  const empty = `${base}/${page}/${branch}?${name}=${encodeURIComponent(path)}`
  const filled = `${empty}&value=${encodeURIComponent(text)}`
  return repository.forge === "gitlab" || filled.length > ADDRESS_LIMIT
    ? { kind: "paste", href: empty }
    : { kind: "open", href: filled }
}

/**
 * A ZIP file of the record and its photos, at their places in the repository. `photos` are
 * [{file, data}]: `file` as in the record, `data` a Uint8Array.
 */
export function bundle(path, text, photos = []) {
  const files = { [path]: strToU8(text) }
  for (const { file, data } of photos) files[`records/media/${file}`] = [data, { level: 0 }]
  return zipSync(files, { mtime: BUNDLE_DAY })
}

/**
 * Hand the text and the files (File objects) to the phone's share sheet: `shared`; `without-files`
 * if the phone shares text only; `cancelled` by the person; `unable` if it shares nothing. Must be
 * called from a touch or a click.
 */
export async function share(text, files = []) {
  if (typeof navigator.share !== "function") return "unable"
  const whole = { text, files }
  const withFiles = files.length > 0 && navigator.canShare?.(whole) === true
  try {
    await navigator.share(withFiles ? whole : { text })
  } catch (error) {
    return error.name === "AbortError" ? "cancelled" : "unable"
  }
  return withFiles || files.length === 0 ? "shared" : "without-files"
}
