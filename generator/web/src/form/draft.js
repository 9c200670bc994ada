/*
 * A draft that was kept, fitted to the form of today: what the form no longer asks is taken out
 * and told, so that nothing that someone wrote is lost without a word.
 */

/** The visit as this form can hold it, and what it cannot: `{visit, lost: [text]}`. */
export function fitted(visit, schema) {
  const lost = []
  const fit = (value, asked) => {
    if (asked.type === "array") {
      if (!Array.isArray(value)) return drop(value)
      return value.map(each => fit(each, asked.items)).filter(each => each !== undefined)
    }
    if (asked.type === "object") {
      if (!value || typeof value !== "object" || Array.isArray(value)) return drop(value)
      const kept = Object.entries(value)
        .map(([key, inner]) => [key, asked.properties[key] ? fit(inner, asked.properties[key]) : drop(inner)])
      return Object.fromEntries(kept.filter(([, inner]) => inner !== undefined))
    }
    return value !== null && typeof value === "object" ? drop(value) : value
  }
  const drop = value => {
    lost.push(...texts(value))
    return undefined
  }
  return { visit: fit(visit, schema) ?? {}, lost }
}

function texts(value) {
  if (value === null || value === undefined) return []
  return typeof value === "object" ? Object.values(value).flatMap(texts) : [String(value)]
}

/** The visit without groups in which nothing is filled in; a list keeps its items. */
export function pruned(value) {
  if (Array.isArray(value)) return value.map(each => pruned(each) ?? each)
  if (!value || typeof value !== "object") return value
  const kept = Object.entries(value).map(([key, inner]) => [key, pruned(inner)])
    .filter(([, inner]) => inner !== undefined && !isEmptyGroup(inner))
  return Object.fromEntries(kept)
}

function isEmptyGroup(value) {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0
}

/** Whether someone has written anything yet; who writes is remembered, and does not count. */
export function isBegun(visit) {
  return Object.keys(visit).some(key => key !== "members")
}
