/*
 * Finding among the choices as people write in haste: without accents, capitals, or all the words.
 */

/** `Xã  Hòa Ân`, `xa hoà ân` and `XA HOA AN` are one. */
export function folded(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d")
    .replace(/[^0-9a-z]+/g, " ").trim()
}

/** The name that tells a choice from others of the same name. */
export function labelOf(choice) {
  return choice.label ?? choice.name
}

/** Whether it can be chosen for a visit on the day. */
export function standsOn(choice, day) {
  return (!choice.begins || choice.begins <= day) && (!choice.ends || day <= choice.ends)
}

/** The choices that hold all the words, those first whose name begins with them. */
export function sought(choices, text) {
  const words = folded(text)
  if (!words) return choices
  const parts = words.split(" ")
  const held = choices
    .map(choice => ({ choice, name: folded(choice.name), all: ` ${folded(labelOf(choice))} ${choice.note ?? ""}` }))
    .filter(({ all }) => parts.every(part => all.includes(` ${part}`)))
  const rank = ({ name, all }) =>
    name === words || name.endsWith(` ${words}`) ? 0 : ` ${name} `.includes(` ${words} `) ? 1
      : name.includes(words) ? 2 : all.includes(` ${words}`) ? 3 : 4
  return held.map(each => [rank(each), each.choice]).sort(([one], [other]) => one - other)
    .map(([, choice]) => choice)
}

/** The one choice that the words mean, whole; none if two fit alike. */
export function meant(choices, text) {
  const words = folded(text)
  for (const name of [labelOf, choice => choice.name]) {
    const fit = words ? choices.filter(choice => folded(name(choice)) === words) : []
    if (fit.length) return fit.length === 1 ? fit[0] : undefined
  }
  return undefined
}
