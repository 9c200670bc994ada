/*
 * What is done to a record when it is saved: what a door adds, and the name of a new file. The
 * same functions as in the form do it.
 */
import { complete, idLike, inOrder, numbered, withoutNothing } from "../form/record.js"
import { labelAt } from "../form/labels.js"
import { own, SCHEMAS } from "./formats.js"

/**
 * The record of an entry, ready to be written, with `_folder` and `_name` for a new one.
 * Fails, in words for people, if a part that was begun lacks what it needs.
 */
export function ready({ collection, data, isNew }, { today, units }) {
  const schema = SCHEMAS[collection]
  const record = ADDED[collection](inOrder(withoutNothing(own(data)), schema))
  const lacking = missing(record, schema)
  if (lacking.length) {
    throw new Refused(`${lacking.map(path => labelAt(schema, path)).join("; ")}: chưa ghi.`)
  }
  return isNew ? NAMED[collection](record, { today, units, schema }) : record
}

/** A refusal that a message shows as its words alone. */
class Refused extends Error {
  toString() {
    return this.message
  }
}

const ADDED = {
  visits: visit => ({ ...visit, ...(visit.issues && { issues: numbered(visit.issues) }) }),
  "follow-up": visit => visit,
  plans: plan => ({ ...plan, ...(plan.items && { items: numberedItems(plan.items) }) }),
  articles: article => article,
}

const NAMED = {
  visits(visit, known) {
    const year = visit.date.slice(0, 4)
    // A photo may have been added before the day was, and lies where the day says.
    const photos = visit.photos?.map(photo => ({ ...photo, file: inYear(photo.file, year) }))
    const { id, record } = complete({ ...visit, ...(photos && { photos }) }, known)
    return { ...record, _folder: year, _name: id }
  },
  plans: plan => ({ ...plan, _folder: `${plan.year}`, _name: plan.member }),
  articles(article) {
    const year = article.date.slice(0, 4)
    const cover = article.cover && { cover: inYear(article.cover, year) }
    return { ...article, ...cover, _folder: year, _name: idLike(`${article.date}-${article.title}`) }
  },
}

function inYear(file, year) {
  return `${year}/${file.split("/").at(-1)}`
}

/** Each item of a plan without an id gets the first free one of its month: t03-1, t03-2, … */
function numberedItems(items) {
  const taken = new Set(items.map(item => item.id))
  return items.map(item => {
    if (item.id) return item
    const month = `t${String(item.month ?? 0).padStart(2, "0")}`
    let number = 1
    while (taken.has(`${month}-${number}`)) number += 1
    taken.add(`${month}-${number}`)
    return { id: `${month}-${number}`, ...item }
  })
}

/** The paths of keys that are required of a part that is there, and are not. */
function missing(value, schema, path = []) {
  if (Array.isArray(value)) {
    return value.flatMap((each, at) => missing(each, schema?.items, [...path, at]))
  }
  if (value === null || typeof value !== "object" || !schema) return []
  const lacking = (schema.required ?? []).filter(key => !(key in value)).map(key => [...path, key])
  const within = Object.entries(value)
    .flatMap(([key, inner]) => missing(inner, schema.properties?.[key], [...path, key]))
  return [...lacking, ...within]
}
