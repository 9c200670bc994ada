/*
 * How each key is asked for, told from its schema alone: what it refers to, its kind, its length.
 */
import { daysOf, isDay, shownWhole } from "./days.js"

const LONG_TEXT = 1000

/** The uiSchema: `asking` says when a key is asked, `choices` what there is to choose. */
export function layout(schema, { asking, choices, longest }) {
  const root = inside(schema, { asking, choices, longest })
  root["ui:options"] = { asking: asking.visit }
  root.date["ui:options"] = { quick: true }
  return root
}

function inside(schema, known) {
  return Object.fromEntries(Object.entries(schema.properties)
    .map(([key, inner]) => [key, one(key, inner, known, schema.required?.includes(key))]))
}

function one(key, schema, known, required) {
  const refers = schema["x-refers"]
  const offered = known.choices[refers]
  if (offered && !offered.length && !required && refers !== "units") return { "ui:widget": "hidden" }
  if (schema.type === "object") return optional(inside(schema, known))
  if (schema.type === "array") return several(key, schema, refers, known)
  if (refers === "units") return { "ui:widget": "unit" }
  if (refers === "media") return { "ui:widget": "picture", "ui:options": { label: false } }
  if (offered) return { "ui:widget": "one" }
  if (schema.oneOf) return { "ui:widget": "one", "ui:options": { without: FOLLOWED_UP[key] } }
  if (schema.format === "date") return { "ui:widget": "day" }
  if (schema.type === "boolean") return { "ui:widget": "yesNo", "ui:options": { bare: true } }
  if (schema.type === "integer") return { "ui:widget": "whole" }
  return { "ui:widget": schema.maxLength > LONG_TEXT ? "paragraphs" : "line" }
}

/** A group that need not be told: that a part of it must be, once it is begun, the check says. */
function optional(group) {
  return Object.fromEntries(Object.entries(group).map(([key, inner]) =>
    [key, { ...inner, "ui:options": { ...inner["ui:options"], optional: true } }]))
}

// Resolved is what needs a day and an outcome, which are told when an issue is followed up.
const FOLLOWED_UP = { status: ["resolved"] }

function several(key, schema, refers, known) {
  if (refers === "units") return { "ui:widget": "units" }
  if (refers === "members") return { "ui:widget": "people", "ui:options": { group: true } }
  if (refers) return { "ui:widget": "some", "ui:options": { group: true } }
  if (schema.items.format === "date") {
    return { "ui:widget": "some", "ui:options": { group: true, ...visited(known.longest) } }
  }
  const asking = known.asking[key]
  return {
    "ui:options": { title: schema.title },
    items: { ...inside(schema.items, known), "ui:options": { item: true, asking } },
  }
}

/** The days of the visit itself, to tick. */
function visited(longest) {
  return {
    none: "Chọn ngày đi và ngày về trước.",
    offered: ({ date, end_date: end }) => isDay(date) && isDay(end)
      ? daysOf(date, end, longest).map(day => ({ id: day, name: shownWhole(day) })) : [],
  }
}
