/*
 * What the places of a visit are called: titles and choices stand in the schema, and only there.
 */

/** The schema at a path of keys and numbers; none where the path leads nowhere. */
export function schemaAt(schema, path) {
  return path.reduce((at, step) =>
    typeof step === "number" ? at?.items : at?.properties?.[step], schema)
}

/** What the place is called: *Khó khăn, vướng mắc 2: Hạn trả lời*. */
export function labelAt(schema, path) {
  const said = []
  path.forEach((step, depth) => {
    if (typeof step === "number") said[said.length - 1] += ` ${step + 1}`
    else said.push(schemaAt(schema, path.slice(0, depth + 1))?.title ?? step)
  })
  return said.filter((each, at) => each !== said[at - 1]?.replace(/ \d+$/, "")).join(": ")
}

// Where a choice is made by name, the help of the model, which tells of ids, helps nobody.
const BY_NAME = new Set(["members", "kinds", "media", "plan_items"])

/** What is said about a place besides its title, if that helps. */
export function helpOf(schema) {
  return BY_NAME.has(schema["x-refers"]) ? "" : schema.description ?? ""
}

/** Whether the place holds something chosen from a list, not something written. */
export function isChosen(schema) {
  return Boolean(schema?.["x-refers"] || schema?.oneOf || schema?.format === "date")
}

/** The path that a validator names: `.issues.0.text`. */
export function pathOf(property) {
  return property.split(".").filter(Boolean)
    .map(step => /^\d+$/.test(step) ? Number(step) : step)
}

/** The id of the element that asks for the place. */
export function idOf(path) {
  return ["root", ...path].join("_")
}
