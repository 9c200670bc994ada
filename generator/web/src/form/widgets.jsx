/*
 * What is filled in: text, numbers, days, one of a few. Nothing is chosen before someone chooses.
 */
import { useContext } from "react"
import { Known } from "./known.js"
import { helpOf } from "./labels.js"
import { isDay, later, shownWhole, today as todayOf } from "./days.js"
import { labelOf, standsOn } from "./choices.js"

/** The ids of what is said about a field besides its label: its help, and what is wrong. */
export function said(id, { rawErrors, schema }) {
  return [helpOf(schema) && `${id}__help`, rawErrors?.length && `${id}__error`]
    .filter(Boolean).join(" ") || undefined
}

const common = props => ({
  id: props.id,
  "aria-describedby": said(props.id, props),
  "aria-invalid": props.rawErrors?.length ? true : undefined,
  "aria-required": props.required || undefined,
})

const written = ({ target }) => target.value === "" ? undefined : target.value

export function Line(props) {
  return <input type="text" className="ct-input" {...common(props)} value={props.value ?? ""}
    onChange={event => props.onChange(written(event))} />
}

export function Paragraphs(props) {
  return <textarea className="ct-input ct-input--long" rows={3} {...common(props)}
    value={props.value ?? ""} onChange={event => props.onChange(written(event))} />
}

export function Whole(props) {
  return <input type="text" inputMode="numeric" maxLength={9} className="ct-input ct-input--short"
    {...common(props)} value={props.value ?? ""}
    onChange={event => {
      const text = written(event)
      props.onChange(/^(0|[1-9]\d*)$/.test(text ?? "") ? Number(text) : text)
    }} />
}

export function Day(props) {
  const known = useContext(Known)
  const today = todayOf(known.today)
  const quick = [["hôm nay", today], ["hôm qua", later(today, -1)]]
  return <>
    <div className="ct-days">
      {props.options.quick && quick.map(([name, day]) =>
        <button key={name} type="button" className="ct-choice" aria-pressed={props.value === day}
          onClick={() => props.onChange(day)}>{name}</button>)}
      <input type="date" className="ct-input ct-input--short" {...common(props)}
        value={props.value ?? ""} onChange={event => props.onChange(written(event))} />
    </div>
    {isDay(props.value) && <p className="ct-note">{shownWhole(props.value)}</p>}
  </>
}

/** One of a few words, or of the choices by name that stand on the day of the visit. */
export function One(props) {
  const { choices, visit, today } = useContext(Known)
  const offered = choices[props.schema["x-refers"]]
  const day = visit.date ?? todayOf(today)
  const options = offered
    ? offered.filter(one => fits(one, props, visit, day)).map(one => [one.id, labelOf(one)])
    : props.schema.oneOf.filter(one => !props.options.without?.includes(one.const))
      .map(one => [one.const, one.title])
  const usual = props.schema.oneOf?.find(one => one.const === props.schema.default)
  const gone = props.value && !options.some(([id]) => id === props.value)
  return <select className="ct-input" {...common(props)} value={props.value ?? ""}
    onChange={event => props.onChange(written(event))}>
    <option value="">{usual ? `– Bỏ trống: ${usual.title} –` : "– Chọn –"}</option>
    {gone && <option value={props.value}>
      {offered?.find(one => one.id === props.value)?.name ?? props.value}
    </option>}
    {options.map(([id, label]) => <option key={id} value={id}>{label}</option>)}
  </select>
}

function fits(choice, { schema }, visit, day) {
  if (schema["x-refers"] === "plan_items") {
    return visit.members?.includes(choice.member) && choice.begins.slice(0, 4) === day.slice(0, 4)
  }
  if (schema["x-refers"] === "members") return visit.members?.includes(choice.id)
  return standsOn(choice, day)
}

/** Some of a few: a list of boxes to tick. */
export function Some(props) {
  const { choices, visit, today } = useContext(Known)
  const day = visit.date ?? todayOf(today)
  const offered = props.options.offered?.(visit) ??
    choices[props.schema["x-refers"]].filter(one => standsOn(one, day))
  const chosen = props.value ?? []
  if (!offered.length) return <p className="ct-note">{props.options.none}</p>
  return <Boxes id={props.id} offered={offered} chosen={chosen} onChange={props.onChange} />
}

/** Boxes to tick; what is chosen keeps the order in which it is offered. */
export function Boxes({ id, offered, chosen, onChange }) {
  const toggle = (one, on) => {
    const next = offered.filter(each => each === one ? on : chosen.includes(each.id))
    onChange(next.map(each => each.id))
  }
  return <ul className="ct-boxes" id={id}>
    {offered.map(one => <li key={one.id}>
      <label className="ct-box">
        <input type="checkbox" checked={chosen.includes(one.id)}
          onChange={event => toggle(one, event.target.checked)} />
        <span>{labelOf(one)}{one.note && one.name === labelOf(one) &&
          <small className="ct-box__note"> {one.note}</small>}</span>
      </label>
    </li>)}
  </ul>
}

export function YesNo(props) {
  return <label className="ct-box">
    <input type="checkbox" {...common(props)} checked={props.value ?? false}
      onChange={event => props.onChange(event.target.checked || undefined)} />
    <span>{props.label}</span>
  </label>
}
