/*
 * What a JSON Schema cannot say: the keys of a visit held against each other and against what
 * stands on the day. The same rules and nearly the same words as in `congtac check`, which judges
 * every visit again when it arrives; here they are told while there is still someone to ask.
 */
import { labelOf, standsOn } from "./choices.js"
import { isDay, shown, span } from "./days.js"
import { isChosen, labelAt, schemaAt } from "./labels.js"

/** Everything wrong across the keys: `{path, message}`, the message without the label. */
export function crossCheck(visit, { schema, choices, today, longest }) {
  return [
    ...blanks(visit, schema),
    ...strangers(visit, schema, choices),
    ...days(visit, today, longest),
    ...standing(visit, choices),
    ...attendance(visit),
  ]
}

/** Written text that is nothing but blanks is not written. */
function* blanks(value, schema, path = []) {
  for (const [key, inner] of entries(value)) {
    const at = [...path, key]
    if (typeof inner === "string" && !inner.trim()) {
      yield { path: at, message: "chưa ghi." }
    } else yield* blanks(inner, schema, at)
  }
}

/** An id that is not offered: the list has changed since the draft was kept. */
function* strangers(value, schema, choices, path = []) {
  for (const [key, inner] of entries(value)) {
    const at = [...path, key]
    const asked = schemaAt(schema, at) ?? {}
    const offered = choices[asked["x-refers"]]
    const ids = offered ? [inner].flat().filter(id => id?.trim()) : []
    const unknown = ids.filter(id => !offered.some(choice => choice.id === id))
    if (unknown.length) {
      yield { path: at, message: `“${unknown.join("”, “")}” không còn trong danh sách; chọn lại.` }
    }
    if (!offered) yield* strangers(inner, schema, choices, at)
  }
}

function* days({ date, end_date: end, session, report, issues }, today, longest) {
  if (!isDay(date)) return
  if (date > today) {
    yield { path: ["date"], message: `ngày ${shown(date)} chưa đến. Ghi lại sau chuyến đi.` }
  }
  if (isDay(end) && end < date) {
    yield {
      path: ["end_date"],
      message: `${shown(end)} đứng trước ngày đi ${shown(date)}. Sửa ngày về, hoặc bỏ nếu đi một ngày.`,
    }
  }
  if (isDay(end) && span(date, end) > longest) {
    yield {
      path: ["end_date"],
      message: `chuyến đi dài ${span(date, end)} ngày, quá ${longest}. Sửa ngày về, hoặc tách thành nhiều chuyến.`,
    }
  }
  if (isDay(end) && end > date && session && session !== "full_day") {
    yield {
      path: ["session"],
      message: "chuyến đi nhiều ngày không ghi theo buổi được. Bỏ chọn buổi, hoặc bỏ ngày về.",
    }
  }
  if (isDay(report?.submitted) && report.submitted < date) {
    yield { path: ["report", "submitted"], message: before(report.submitted, date) }
  }
  for (const [number, issue] of (issues ?? []).entries()) {
    if (isDay(issue?.due) && issue.due < date) {
      yield { path: ["issues", number, "due"], message: before(issue.due, date) }
    }
  }
}

function before(day, date) {
  return `${shown(day)} đứng trước ngày đi ${shown(date)}. Sửa ngày này.`
}

function* standing(visit, { units, members, programmes }) {
  const { date, unit, other_units: others = [], programme } = visit
  if (!isDay(date)) return
  for (const [path, id] of [[["unit"], unit], ...others.map(id => [["other_units"], id])]) {
    const known = units.find(one => one.id === id)
    if (known && !standsOn(known, date)) {
      yield { path, message: `“${labelOf(known)}” không có vào ngày ${shown(date)}. Chọn đơn vị của ngày đó.` }
    }
  }
  if (unit && others.includes(unit)) {
    yield { path: ["other_units"], message: "đã ghi ở mục đơn vị. Bỏ đơn vị lặp lại." }
  }
  for (const id of visit.members ?? []) {
    const known = members.find(one => one.id === id)
    const days = [date, visit.end_date].filter(isDay)
    const outside = known && days.find(day => !standsOn(known, day))
    if (outside) {
      yield { path: ["members"], message: `“${known.name}” không có nhiệm kỳ vào ngày ${shown(outside)}. Sửa ngày, hoặc bỏ người này.` }
    }
  }
  const chosen = programmes.find(one => one.id === programme)
  if (chosen && !standsOn(chosen, date)) {
    yield {
      path: ["programme"],
      message: `“${chosen.name}” diễn ra từ ${shown(chosen.begins)} đến ${shown(chosen.ends)}, không có ngày ${shown(date)}. Chọn chương trình khác, hoặc bỏ trống.`,
    }
  }
}

function* attendance({ date, end_date: end, members = [], attendance: lists = [] }) {
  for (const [number, each] of lists.entries()) {
    if (each?.member && !members.includes(each.member)) {
      yield { path: ["attendance", number, "member"], message: "người này không có tên trong chuyến đi." }
    }
    const last = isDay(end) ? end : date
    const outside = (each?.dates ?? []).filter(day => day < date || day > last)
    if (outside.length) {
      yield {
        path: ["attendance", number, "dates"],
        message: `${outside.map(shown).join(", ")} nằm ngoài chuyến đi. Chọn lại.`,
      }
    }
  }
}

function entries(value) {
  const keys = Array.isArray(value) ? [...value.entries()]
    : value && typeof value === "object" ? Object.entries(value) : []
  return keys.filter(([, inner]) => inner !== undefined)
}

/** What the schema objects to, in words; the label of the place goes before it. */
export function sentence({ name, params = {} }, asked) {
  switch (name) {
    case "required":
    case "minItems":
      return isChosen(asked) ? "chưa chọn." : "chưa ghi."
    case "minLength":
      return "chưa ghi."
    case "maxLength":
      return `dài quá ${params.limit} ký tự. Viết ngắn lại.`
    case "type":
      return asked?.type === "integer" ? "phải là một số nguyên. Chỉ viết chữ số."
        : "không đọc được. Ghi lại."
    case "minimum":
      return "phải là một số nguyên. Chỉ viết chữ số."
    default:
      return asked?.format === "date" ? "không phải là ngày. Chọn lại ngày."
        : "không có trong danh sách. Chọn lại."
  }
}

/** The message that names the place: “Đơn vị: chưa chọn.” */
export function named(schema, path, message) {
  return `${labelAt(schema, path)}: ${message}`
}
