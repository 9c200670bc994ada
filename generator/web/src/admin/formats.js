/*
 * A record between its file and the editor: read as the text that it is and typed by the model, and
 * written in canonical form, whatever was touched in whatever order.
 *
 * Keys that begin with an underscore stand beside the record while it is open, for the lists and
 * for new files' names (generator/submit/editor/collections.py); none of them is written.
 */
import { parse } from "yaml"
import { inOrder, toYaml, withoutNothing } from "../form/record.js"
import articles from "../../../submit/schemas/articles.schema.json"
import plans from "../../../submit/schemas/plans.schema.json"
import visits from "../../../submit/schemas/visits.schema.json"

export const SCHEMAS = { visits, "follow-up": visits, plans, articles }

const FENCED = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m

/** The record without what only stands beside it. */
export function own(data) {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !key.startsWith("_")))
}

/** How Decap reads and writes the files of a collection; `beside` tells what stands beside one. */
export function format(collection, beside) {
  const schema = SCHEMAS[collection]
  const { apart, together } = collection === "articles" ? FENCED_TEXT : WHOLE_TEXT
  return {
    fromFile(text) {
      const { written, body } = apart(text)
      const record = typed(parse(written, { schema: "failsafe" }) ?? {}, schema)
      return { ...record, ...body, ...beside(record) }
    },
    toFile(data) {
      const { body, ...record } = own(data)
      return together(toYaml(inOrder(withoutNothing(record), schema)), body).normalize("NFC")
    },
  }
}

const WHOLE_TEXT = {
  apart: text => ({ written: text }),
  together: written => written,
}

const FENCED_TEXT = {
  apart(text) {
    const [all, written] = FENCED.exec(text) ?? ["", ""]
    return { written, body: { body: text.slice(all.length).trim() } }
  },
  together: (written, body) => `---\n${written}---\n\n${(body ?? "").trim()}\n`,
}

/** The text of each value as the schema types it: numbers and yes or no; all else stays text. */
function typed(value, schema) {
  if (Array.isArray(value)) return value.map(each => typed(each, schema?.items))
  if (value !== null && typeof value === "object") {
    const keys = Object.entries(value)
    return Object.fromEntries(keys.map(([key, inner]) => [key, typed(inner, schema?.properties?.[key])]))
  }
  if (schema?.type === "boolean") return value === "true"
  if (schema?.type === "integer" || schema?.type === "number") return Number(value)
  return value
}
