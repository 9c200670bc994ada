/*
 * Opens the editor: Decap CMS with the configuration that `congtac build` made of the models, the
 * canonical form of records, and Vietnamese words.
 */
import { shown, today } from "../form/days.js"
import { format } from "./formats.js"
import { preparePhotos } from "./photos.js"
import { ready } from "./saving.js"
import { translateTheRest, WORDS } from "./words.js"

const told = document.getElementById("told")
window.CMS_MANUAL_INIT = true

async function open() {
  const answer = await fetch(told.dataset.config)
  if (!answer.ok) throw new Error(`${answer.status}`)
  const known = await answer.json()
  const { CMS } = window
  CMS.registerLocale("vi", merged(CMS.getLocale("vi"), WORDS))
  CMS.registerWidget("about", About)
  for (const { name, extension } of known.decap.collections) {
    CMS.registerCustomFormat(`congtac-${name}`, extension, format(name, beside(name, known.decap)))
  }
  CMS.registerEventListener({
    name: "preSave",
    handler({ entry }) {
      const data = entry.get("data")
      const collection = entry.get("collection")
      const isNew = entry.get("newRecord") ?? false
      const context = { today: today(known.today), units: known.units }
      return data.clear().merge(ready({ collection, data: data.toJS(), isNew }, context))
    },
  })
  preparePhotos()
  translateTheRest(document.getElementById("nc-root"))
  const site = new URL("../", location.href)
  const logo = { src: new URL("assets/images/favicon.svg", site).href, show_in_header: true }
  CMS.init({ config: { ...known.decap, site_url: site.href, display_url: site.href, logo } })
  told.remove()
}

/** What the lists say of a record, and whether issues of it are open. */
function beside(collection, decap) {
  const place = labels(decap, "visits", "unit")
  const person = labels(decap, "plans", "member")
  const visit = ({ date = "", unit, issues = [] }) => ({
    _about: `${shown(date)}: ${place.get(unit) ?? unit}`,
    _open: issues.some(issue => issue.status !== "resolved"),
  })
  const all = {
    visits: visit,
    "follow-up": visit,
    plans: ({ year, member }) => ({ _about: `${year}: ${person.get(member) ?? member}` }),
    articles: ({ date = "", title }) => ({ _about: `${shown(date)}: ${title}` }),
  }
  return all[collection]
}

/** The labels of what can be chosen in a field, by id. */
function labels({ collections }, name, key) {
  const field = collections.find(each => each.name === name).fields.find(each => each.name === key)
  return new Map(field.options.map(({ value, label }) => [value, label]))
}

function merged(base, words) {
  if (typeof words !== "object") return words
  const keys = Object.entries(words)
  return { ...base, ...Object.fromEntries(keys.map(([key, inner]) => [key, merged(base?.[key], inner)])) }
}

/** Says which visit it is, where nothing of that is to be changed. */
function About({ value, forID }) {
  return window.h("p", { id: forID, className: "about" }, value)
}

document.addEventListener("DOMContentLoaded", () => open().catch(() => {
  document.getElementById("state").textContent =
    "Không mở được trình soạn thảo. Kiểm tra mạng rồi tải lại trang."
}))
