/*
 * Lists that can be narrowed, searched and put in order; fetched by congtac.js where a page has one.
 * The page holds the whole list as a plain table, and the form `.ct-filter` its choices: a row
 * answers to a choice if its attribute `data-<name>` has the value among its words. What is chosen
 * lives in the address, under the same names, so that it can be shared and gone back from.
 */
;(function () {
  "use strict"

  const form = document.querySelector("form.ct-filter")
  const list = form && document.getElementById(form.dataset.list)
  if (!list) return

  const TEXT = "tu"
  const ORDER = "xep"
  const [YEAR, MONTH, UNTIL] = ["nam", "thang", "den-thang"]
  const CARDS = matchMedia("(max-width: 44.98em)")
  // A row that is a card is so tall that a quarter of them is a long page.
  const STEP = (Number(form.dataset.shown) || Infinity) / (CARDS.matches ? 4 : 1)
  const COLLATOR = new Intl.Collator("vi", { numeric: true })
  const NUMBER = new Intl.NumberFormat("vi-VN")

  const state = document.querySelector(".ct-filter__state")
  const told = document.querySelector(".ct-filter__told")
  const none = document.querySelector(".ct-filter__none")
  const rest = document.querySelector(".ct-filter__rest")
  const plain = document.querySelectorAll(".ct-filter__plain")
  const more = form.querySelector(".ct-filter__more")
  const controls = [...form.elements].filter(one => one.name)
  const order = form.elements[ORDER]
  const usual = order ? order.options[0].value : ""

  /* ---------------------------------------------------------------- words and numbers */

  /** The form in which two spellings of a word are equal: as in the search of the site. */
  function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d")
      .replace(/[^0-9a-z]+/g, " ").trim()
  }

  /** The number that a cell shows: `2,5`, `1.234`; nothing counts as 0. */
  function numberIn(cell) {
    const written = cell?.dataset.value ?? cell?.textContent ?? ""
    const found = /-?[\d.]+(?:,\d+)?/.exec(written)
    return found ? Number(found[0].replaceAll(".", "").replace(",", ".")) : 0
  }

  function element(tag, className, ...content) {
    const one = document.createElement(tag)
    one.className = className
    one.append(...content)
    return one
  }

  function button(label, className, act) {
    const one = element("button", className, label)
    one.type = "button"
    one.addEventListener("click", act)
    return one
  }

  /* ---------------------------------------------------------------- rows and groups */

  const groups = [...list.querySelectorAll("[data-group]")].map(frame => {
    const body = frame.tagName === "TBODY" ? frame : frame.querySelector("tbody")
    const head = [...body.rows].filter(row => row.classList.contains("ct-table__group"))
    const entries = [...body.rows].filter(row => !head.includes(row)).map(row => ({ row }))
    return { frame, body, head, entries, totals: frame.querySelectorAll("[data-total]") }
  })
  const entries = groups.flatMap(group => group.entries)
  const table = list.querySelector("table")
  const loose = document.createElement("tbody")
  loose.setAttribute("role", "rowgroup")
  loose.hidden = true
  if (order) table.append(loose)

  function words(entry, name) {
    entry.words ||= {}
    return entry.words[name] ||= (entry.row.getAttribute(`data-${name}`) ?? "").split(" ")
  }

  /** Whether the row has a month that meets all that is asked of year and month. */
  function inPeriod(entry) {
    const [year, month, until] = [YEAR, MONTH, UNTIL].map(name => chosen.get(name))
    return !(year || month || until) || words(entry, "ky").some(one => {
      const number = Number(one.slice(5))
      return (!year || one.slice(0, 4) === year) && (!month || number === Number(month)) &&
        (!until || number <= Number(until))
    })
  }

  /** The text of a row, folded, with a space before each word; a line broken by `<br>` ends one. */
  function textOf(entry) {
    if (!entry.text) {
      const walker = document.createTreeWalker(entry.row, NodeFilter.SHOW_TEXT)
      const parts = []
      while (walker.nextNode()) parts.push(walker.currentNode.data)
      entry.text = ` ${fold(parts.join(" "))}`
    }
    return entry.text
  }

  /* ---------------------------------------------------------------- the address */

  let chosen = new Map()
  let limit = STEP

  /** What the address asks for; also of values that the list does not have. */
  function read() {
    const asked = new URLSearchParams(location.search)
    chosen = new Map()
    for (const control of controls) {
      let value = (asked.get(control.name) ?? "").trim()
      if ([MONTH, UNTIL].includes(control.name)) value = value.replace(/^0+(?=\d)/, "")
      if (value && value !== (control === order ? usual : "")) chosen.set(control.name, value)
      control.value = control === order ? value || usual : value
    }
    if (order && chosen.has(ORDER) && order.selectedIndex < 0) order.value = usual
    limit = history.state?.ctShown || STEP
  }

  function write(replace) {
    const address = new URL(location.href)
    controls.forEach(one => address.searchParams.delete(one.name))
    for (const { name } of controls) {
      if (chosen.has(name)) address.searchParams.set(name, chosen.get(name))
    }
    address.hash = ""
    history[replace ? "replaceState" : "pushState"](null, "", address)
  }

  function optionOf(control, value) {
    return [...control.options].find(one => one.value === value)
  }

  function isUnknown([name, value]) {
    const control = form.elements[name]
    return control.tagName === "SELECT" && !optionOf(control, value)
  }

  /* ---------------------------------------------------------------- choosing and ordering */

  /** All words in a row first; where that finds nothing, each word as the beginning of one. */
  function sought(found, text) {
    const folded = fold(text)
    if (!folded) return found
    const whole = found.filter(one => textOf(one).includes(` ${folded}`))
    if (whole.length) return whole
    const parts = folded.split(" ")
    return found.filter(one => parts.every(part => textOf(one).includes(` ${part}`)))
  }

  function matches() {
    const apart = [YEAR, MONTH, UNTIL, TEXT, ORDER]
    const others = [...chosen].filter(([name]) => !apart.includes(name))
    const found = entries.filter(entry => inPeriod(entry) &&
      others.every(([name, value]) => words(entry, name).includes(value)))
    return sought(found, chosen.get(TEXT) ?? "")
  }

  function columnOf(name) {
    return [...table.tHead.rows[0].cells].find(one => one.dataset.sort === name)
  }

  function keyOf(cell) {
    const time = cell.querySelector("time")
    if (time) return time.dateTime
    return cell.classList.contains("num") ? numberIn(cell) : cell.textContent.trim()
  }

  function current() {
    const asked = chosen.get(ORDER)
    return order && asked && optionOf(order, asked) ? asked : usual
  }

  function ordered(found) {
    const asked = current()
    if (asked === usual) return found
    const { cellIndex } = columnOf(asked.replace(/^-/, ""))
    const turned = asked.startsWith("-") ? -1 : 1
    const keys = new Map(found.map(one => [one, keyOf(one.row.cells[cellIndex])]))
    const compare = (one, other) => typeof one === "number" ? one - other
      : COLLATOR.compare(one, other)
    return [...found].sort((one, other) => turned * compare(keys.get(one), keys.get(other)))
  }

  /* ---------------------------------------------------------------- showing */

  /** Counts rows (""), sums a column ("3"), counts words ("uy-vien"), one ("a=b") or others ("a!=b"). */
  function total(held, what) {
    if (!what) return held.length
    if (/^\d+$/.test(what)) {
      return held.reduce((sum, one) => sum + numberIn(one.row.cells[Number(what)]), 0)
    }
    const [, name, sign, value] = /^([^!=]+)(!?=)?(.*)$/.exec(what)
    const counts = each => each && (!sign || (each === value) === (sign === "="))
    return held.reduce((sum, one) => sum + words(one, name).filter(counts).length, 0)
  }

  function tell(places, held) {
    for (const place of places) {
      const text = NUMBER.format(total(held, place.dataset.total))
      if (place.textContent !== text) place.textContent = text
    }
  }

  function showRows(found, count) {
    const flat = current() !== usual
    const inOrder = ordered(found)
    const matched = new Set(found)
    const shown = new Set(inOrder.slice(0, count))
    for (const group of groups) {
      const own = flat ? [] : group.entries.filter(one => shown.has(one))
      group.body.replaceChildren(...group.head, ...own.map(one => one.row))
      group.frame.hidden = !own.length
      tell(group.totals, group.entries.filter(one => matched.has(one)))
    }
    loose.hidden = !flat
    loose.replaceChildren(...(flat ? [...shown].map(one => one.row) : []))
    return inOrder
  }

  function showRest(inOrder, count) {
    rest.hidden = inOrder.length <= count
    rest.replaceChildren()
    if (rest.hidden) return
    const left = inOrder.length - count
    const reveal = upTo => () => {
      limit = upTo
      history.replaceState({ ...history.state, ctShown: Math.min(upTo, entries.length) }, "")
      show()
      inOrder[count].row.querySelector("a")?.focus()
    }
    if (left > STEP) rest.append(button(`Xem thêm ${STEP} dòng`, "ct-button", reveal(count + STEP)))
    rest.append(" ", button(`Xem tất cả ${NUMBER.format(inOrder.length)} dòng`, "ct-button",
      reveal(Infinity)))
  }

  function labelOf(name) {
    return form.querySelector(`label[for="${form.elements[name].id}"]`).textContent
  }

  /** What a choice is called: a unit with its district, for there are two *Phường 1*. */
  function wordsOf(name, value) {
    const control = form.elements[name]
    if (control.tagName !== "SELECT") return `Tìm “${value}”`
    const option = optionOf(control, value)
    if (!option) return `${labelOf(name)}: “${value}” (không có trong danh sách)`
    const group = option.closest("optgroup")
    const above = group && option !== group.firstElementChild ? ` (${group.label})` : ""
    return [MONTH, UNTIL].includes(name) ? option.text : `${labelOf(name)}: ${option.text}${above}`
  }

  function showState() {
    const given = [...chosen].filter(([name]) => name !== ORDER)
    const chips = given.map(([name, value]) => {
      const one = button(wordsOf(name, value), "ct-filter__chip", () => choose(name, ""))
      one.prepend(element("span", "ct-sr", "Bỏ điều kiện "))
      return element("li", "", one)
    })
    if (chosen.has(ORDER)) {
      const asked = chosen.get(ORDER)
      chips.push(element("li", "ct-filter__order", optionOf(order, asked)
        ? `Xếp theo: ${optionOf(order, asked).text}`
        : `Không có cách xếp “${asked}”; danh sách giữ thứ tự thường.`))
    }
    const active = chosen.size > 0
    state.hidden = !active
    state.replaceChildren(element("ul", "ct-filter__chips", ...chips),
      button("Xóa lọc", "ct-button ct-filter__clear", clear))
    plain.forEach(one => { one.hidden = active })
    more.dataset.count = String(given.filter(([name]) => name !== TEXT).length)
  }

  function showOrder() {
    if (!order) return
    const asked = current()
    for (const head of table.tHead.rows[0].cells) {
      if (head.dataset.sort !== asked.replace(/^-/, "")) head.removeAttribute("aria-sort")
      else head.setAttribute("aria-sort", asked.startsWith("-") ? "descending" : "ascending")
    }
  }

  function show(count = limit) {
    const found = matches()
    showRest(showRows(found, count), count)
    showState()
    showOrder()
    none.hidden = found.length > 0
    list.hidden = !found.length
    tell(told.querySelectorAll("[data-total]"), found)
    told.querySelectorAll("[data-missing]").forEach(one => one.remove())
    const missing = [...chosen].filter(isUnknown).map(each => wordsOf(...each))
    if (missing.length) {
      const warning = element("span", "ct-filter__missing", ` ${missing.join("; ")}.`)
      warning.dataset.missing = ""
      told.append(warning)
    }
    if (chosen.size) groups.forEach(({ frame }) => { if (frame.tagName === "DETAILS") frame.open = true })
  }

  /* ---------------------------------------------------------------- acting */

  function choose(name, value, replace = false) {
    if (value && value !== (name === ORDER ? usual : "")) chosen.set(name, value)
    else chosen.delete(name)
    const control = form.elements[name]
    if (control.value.trim() !== value) control.value = value
    write(replace)
    limit = STEP
    show()
    if (!document.activeElement || document.activeElement === document.body) told.focus()
  }

  function clear() {
    chosen.clear()
    write(false)
    read()
    show()
    told.focus()
  }

  let typing = 0
  let burst = false

  function typed(field) {
    clearTimeout(typing)
    typing = 0
    const value = field.value.trim()
    if (value === (chosen.get(TEXT) ?? "")) return
    choose(TEXT, value, burst)
    burst = true
  }

  form.addEventListener("input", ({ target }) => {
    if (target.name !== TEXT) return
    clearTimeout(typing)
    typing = setTimeout(typed, 150, target)
  })
  form.addEventListener("change", ({ target }) => {
    if (target.name === TEXT) typed(target)
    else choose(target.name, target.value)
    burst = false
  })
  form.addEventListener("submit", event => {
    event.preventDefault()
    if (form.elements[TEXT]) typed(form.elements[TEXT])
    burst = false
  })

  for (const head of order ? table.querySelectorAll("th[data-sort]") : []) {
    const name = head.dataset.sort
    const first = [...order.options].find(one => one.value.replace(/^-/, "") === name).value
    const turn = first.startsWith("-") ? name : `-${name}`
    const sorter = button("", "ct-sort", () => choose(ORDER, current() === first ? turn : first))
    sorter.append(...head.childNodes)
    head.append(sorter)
  }

  // Where rows are cards their headings are not seen: the order is then chosen in the form.
  function enableSorters() {
    list.querySelectorAll(".ct-sort").forEach(one => { one.disabled = CARDS.matches })
  }
  CARDS.addEventListener("change", enableSorters)
  enableSorters()

  /** An anchor in the address leads to a row or a group even if it is not shown yet. */
  function reveal() {
    const id = decodeURIComponent(location.hash.slice(1))
    if (!id) return
    const row = entries.find(one => one.row.id === id)?.row
    const target = row ?? document.getElementById(id)
    if (!target || !list.contains(target) && !row) return
    if (!target.isConnected || target.closest("[data-group]")?.hidden) {
      limit = Infinity
      show()
    }
    const fold = target.closest("details[data-group]")
    if (fold) fold.open = true
    if (target.isConnected) target.scrollIntoView()
  }

  addEventListener("popstate", () => {
    read()
    show()
  })
  addEventListener("hashchange", reveal)

  let folded = []
  addEventListener("beforeprint", () => {
    folded = groups.map(({ frame }) => frame).filter(one => one.tagName === "DETAILS" && !one.open)
    folded.forEach(one => { one.open = true })
    show(Infinity)
  })
  addEventListener("afterprint", () => {
    folded.forEach(one => { one.open = false })
    show()
  })

  /* ---------------------------------------------------------------- at the start */

  form.hidden = false
  told.tabIndex = -1
  read()
  more.open = !CARDS.matches
  if (CARDS.matches && !chosen.size) {
    groups.slice(0, -1).forEach(({ frame }) => { if (frame.tagName === "DETAILS") frame.open = false })
  }
  show()
  reveal()
})()
