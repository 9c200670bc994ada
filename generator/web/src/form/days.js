/*
 * Calendar days, written `2020-03-16`, as records write them. No time of day takes part: a day is
 * counted at midnight UTC, and today is today in Việt Nam wherever the device is.
 */

const ZONE = "Asia/Ho_Chi_Minh"
const DAY = 86_400_000
const WEEKDAYS = ["Chủ nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"]

/** Today; `pinned` is the day that an organisation's data are held at, if they are. */
export function today(pinned) {
  return pinned || new Intl.DateTimeFormat("en-CA", { timeZone: ZONE }).format(new Date())
}

/** The day so many days later. */
export function later(day, days) {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** Whether the text is a day of the calendar. */
export function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") && !Number.isNaN(Date.parse(text)) &&
    later(text, 0) === text
}

/** How many days from the first to the last, both counted. */
export function span(first, last) {
  return (Date.parse(last) - Date.parse(first)) / DAY + 1
}

/** Each day from the first to the last, at most so many. */
export function daysOf(first, last, most) {
  const count = Math.max(0, Math.min(span(first, last), most))
  return Array.from({ length: count }, (_, number) => later(first, number))
}

/** The day as it is written in Vietnamese: `16/03/2020`. */
export function shown(day) {
  const [year, month, date] = day.split("-")
  return `${date}/${month}/${year}`
}

/** The day with its weekday: `Thứ Hai, 16/03/2020`. */
export function shownWhole(day) {
  return `${WEEKDAYS[new Date(Date.parse(day)).getUTCDay()]}, ${shown(day)}`
}
