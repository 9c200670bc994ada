/*
 * One message that holds a visit twice: in lines for people, and as a record that chat programs
 * cannot quietly change. The twin of generator/submit/message.py, which also reads it;
 * tests/web/handover.json runs through both.
 *
 * The record is JSON on one line. Whatever a program may put in or take out (blanks, line ends,
 * quoting, curly quotes, dashes, faces made of signs) either means nothing there or is written as
 * \uXXXX, and a check number tells when anything else was changed.
 */
const VERSION = 1
const NAMED = ["units", "members", "kinds", "programmes", "topics"]

/**
 * The message. `record` is what `complete` gives; `schema` is the whole schema of visits; `choices`
 * are the form's: {units: [{id, name, label}], members: …, kinds: …, programmes: …, topics: …}.
 */
export function message({ record, schema, choices }) {
  const written = carried(record)
  return [
    ...readable({ record, schema, choices }),
    "",
    `--- Bản ghi congtac ${VERSION}: xin gửi nguyên cả tin, giữ nguyên từ dòng này đến hết. ` +
      "Cần sửa thì sửa trong biểu mẫu rồi gửi lại; sửa các dòng trên không có tác dụng. ---",
    written,
    `--- Hết bản ghi, mã ${checkNumber(written)} ---`,
    "",
  ].join("\n")
}

/** The lines for people: the model's titles, names instead of ids, days as 16/03/2020. */
export function readable({ record, schema, choices }) {
  const labels = {}
  for (const kind of NAMED) {
    labels[kind] = Object.fromEntries((choices[kind] ?? []).map(c => [c.id, c.label || c.name]))
  }
  return [schema.title, ...linesOf(record, schema, labels)]
}

function linesOf(record, schema, labels) {
  return Object.entries(record).flatMap(([key, value]) => {
    const told = schema.properties[key]
    return told && key !== "id" ? entry(told.title, value, told, labels) : []
  })
}

function entry(title, value, schema, labels) {
  if (schema.type === "object") return [`${title}:`, ...dashed(linesOf(value, schema, labels))]
  if (schema.type !== "array") return [`${title}: ${told(value, schema, labels)}`]
  if (schema.items.type !== "object") {
    const items = { ...schema.items, "x-refers": schema["x-refers"] }
    return [`${title}: ${value.map(each => told(each, items, labels)).join("; ")}`]
  }
  return value.flatMap((each, index) => {
    const { [schema.items.required[0]]: first, ...rest } = each
    const head = told(first ?? "", schema.items.properties[schema.items.required[0]], labels)
    return [`${title} ${index + 1}: ${head}`, ...dashed(linesOf(rest, schema.items, labels))]
  })
}

function dashed(lines) {
  return lines.map(line => `- ${line}`)
}

function told(value, schema, labels) {
  if (typeof value === "boolean" || schema.type === "boolean") {
    return String(value) === "true" ? "có" : "không"
  }
  const text = String(value)
  if (schema.format === "date") return text.replace(/^(\d{4})-(\d{2})-(\d{2})$/, "$3/$2/$1")
  const chosen = schema.oneOf?.find(option => option.const === text)
  return chosen?.title ?? labels[schema["x-refers"]]?.[text] ?? text
}

/* JSON in which only letters, digits, commas, single dashes and ends of sentences stand as they
   are; + is a blank. */
function carried(value) {
  if (Array.isArray(value)) return `[${value.map(carried).join(",")}]`
  if (typeof value === "object") {
    const pairs = Object.entries(value)
    return `{${pairs.map(([key, inner]) => `${carried(key)}:${carried(inner)}`).join(",")}}`
  }
  const text = String(value)
  return `"${text.replace(/[^A-Za-z0-9\u00c0-\u024f\u1ea0-\u1ef9,]/g, (c, at) => {
    if (c === " ") return "+"
    if (c === "\n") return "\\n"
    if (c === "-" && text[at - 1] !== "-") return c
    if (c === "." && text[at - 1] !== "." && (at + 1 === text.length || text[at + 1] === " ")) {
      return c
    }
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`
  })}"`
}

/** CRC-32 of the text in UTF-8, as eight digits of base 16. */
function checkNumber(text) {
  let rest = 0xffffffff
  for (const byte of new TextEncoder().encode(text)) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return ((rest ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0")
}
