/*
 * Sorts the table by the column whose head is pressed; without this file it is a whole table.
 * What a cell is sorted by stands in its data-value, a number; an empty one goes last either way.
 */
"use strict"

const OTHER = { ascending: "descending", descending: "ascending" }

function key(row, column) {
  const value = row.cells[column].dataset.value
  return value === "" ? null : Number(value)
}

function sort(table, head) {
  const column = head.cellIndex
  const before = head.getAttribute("aria-sort")
  const way = before ? OTHER[before] : head.dataset.first || "descending"
  for (const each of table.tHead.rows[0].cells) each.removeAttribute("aria-sort")
  head.setAttribute("aria-sort", way)
  const sign = way === "ascending" ? 1 : -1
  const body = table.tBodies[0]
  const rows = [...body.rows].sort((one, other) => {
    const [a, b] = [key(one, column), key(other, column)]
    if (a === null || b === null) return (a === null) - (b === null)
    // Equal ones stand by name, so that the order never depends on what was pressed before.
    return sign * (a - b) || key(one, 0) - key(other, 0)
  })
  body.append(...rows)
}

for (const table of document.querySelectorAll("table[data-sortable]")) {
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...head.childNodes)
    button.addEventListener("click", () => sort(table, head))
    head.append(button)
  }
}
