/*
 * What the form adds to what a person told, and the record as a file: the twin, in the browser, of
 * generator/submit/completion.py and canonical.py. tests/web/handover.json runs through both.
 */
import { stringify } from "yaml"

const ID_LIMIT = 100
/* Text that readers of YAML 1.1 would take for something else; `congtac fmt` quotes it, so we do. */
const TYPED_ELSEWHERE = new RegExp(
  "^(?:" +
    [
      ":.*|<<|=|[yYnN]|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF",
      "[-+]?(?:0b[01_]+|0[0-7_]+|0x[0-9a-fA-F_]+|0o[0-7]+)",
      "[-+]?\\d[\\d_]*(?::[0-5]?\\d)*(?:\\.[\\d_]*)?(?:[eE][-+]?\\d+)?",
      "\\d{4}-\\d\\d?-\\d\\d?(?:[Tt]|[ \\t]+)\\d\\d?:\\d\\d:\\d\\d.*",
    ].join("|") +
    ")$",
)
const LAYOUT = {
  lineWidth: 0,
  blockQuote: "literal",
  aliasDuplicateObjects: false,
  compat: [{ tag: "typed-elsewhere", default: true, test: TYPED_ELSEWHERE, resolve: text => text }],
}
const SESSION_WORDS = { morning: "sang", afternoon: "chieu", evening: "toi" }

/**
 * The visit with nothing empty in it, the day of writing and the issues' ids added, keys in the
 * model's order; and the name under which it is kept. What is there already stays.
 *
 * `told` is what was filled in; `today` is YYYY-MM-DD; `units` are the form's choices ({id, slug});
 * `schema` is the whole schema of visits (visits.schema.json), not only what is asked; `taken` are
 * ids that are in use.
 */
export function complete(told, { today, units, schema, taken = [] }) {
  const filled = withoutNothing(told)
  filled.recorded_on ??= today
  if (Array.isArray(filled.issues)) filled.issues = numbered(filled.issues)
  const record = inOrder(filled, schema)
  const id = visitId(record, units, taken)
  return { id, path: `records/visits/${id.slice(0, 4)}/${id}.yml`, record }
}

/** The record as YAML, in canonical form, which the reader of records takes as the same text. */
export function toYaml(record) {
  return stringify(record, LAYOUT)
}

/** The id that a name suggests: `Ấp 3` gives `ap-3`. */
export function idLike(text) {
  const plain = text.replace(/[đĐ]/g, "d").normalize("NFD").toLowerCase().replace(/\p{Mn}/gu, "")
  const kept = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "")
  return kept.slice(0, ID_LIMIT) || "vi-du"
}

/** The value without keys that hold nothing, at any depth; text loses outer blanks. */
export function withoutNothing(value) {
  if (typeof value === "string") return value.trim()
  if (Array.isArray(value)) return value.map(withoutNothing).filter(holdsSomething)
  if (value === null || typeof value !== "object") return value
  const kept = Object.entries(value).map(([key, inner]) => [key, withoutNothing(inner)])
  return Object.fromEntries(kept.filter(([, inner]) => holdsSomething(inner)))
}

function holdsSomething(value) {
  if (value === undefined || value === null || value === "") return false
  return typeof value !== "object" || Object.keys(value).length > 0
}

/** Each issue without an id gets the first free one of kn-1, kn-2, … */
export function numbered(issues) {
  const taken = new Set(issues.map(issue => issue.id))
  let number = 0
  const free = () => {
    do number += 1
    while (taken.has(`kn-${number}`))
    return `kn-${number}`
  }
  return issues.map(issue =>
    typeof issue !== "object" || "id" in issue ? issue : { id: free(), ...issue })
}

/** The value with its keys in the order of the schema, at any depth; unknown ones last. */
export function inOrder(value, schema) {
  if (Array.isArray(value)) return value.map(each => inOrder(each, schema?.items))
  if (typeof value !== "object" || !schema?.properties) return value
  const known = Object.keys(schema.properties).filter(key => key in value)
  const unknown = Object.keys(value).filter(key => !(key in schema.properties))
  return Object.fromEntries([
    ...known.map(key => [key, inOrder(value[key], schema.properties[key])]),
    ...unknown.map(key => [key, value[key]]),
  ])
}

/** Day, unit, first member, and the session unless all day; a name that is taken gets `-2`. */
function visitId(record, units, taken) {
  const place = units.find(unit => unit.id === record.unit)?.slug ?? ""
  const first = Array.isArray(record.members) ? record.members[0] : ""
  const parts = [record.date, place, first, SESSION_WORDS[record.session]]
  const stem = idLike(parts.filter(Boolean).join("-")).slice(0, ID_LIMIT - 4)
  let id = stem
  for (let number = 2; taken.includes(id); number += 1) id = `${stem}-${number}`
  return id
}
