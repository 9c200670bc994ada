/*
 * How fields stand on the page: label, help, what is wrong; groups; lists with things to add.
 */
import { useContext, useRef } from "react"
import { Known } from "./known.js"
import { helpOf } from "./labels.js"
import { Photos } from "./photos.jsx"

function Help({ id, schema }) {
  const help = helpOf(schema)
  return help && <p className="ct-field__help" id={`${id}__help`}>{help}</p>
}

function Faults({ id, rawErrors }) {
  if (!rawErrors?.length) return null
  return <p className="ct-field__error" id={`${id}__error`}>{[...new Set(rawErrors)].join(" ")}</p>
}

function Label({ required, children }) {
  return <>{children}{required && <span className="ct-field__must"> (bắt buộc)</span>}</>
}

export function Field(props) {
  const { id, children, label, schema, uiSchema, required, rawErrors, hidden, displayLabel } = props
  if (hidden) return null
  const options = uiSchema?.["ui:options"] ?? {}
  if (!displayLabel || options.bare) {
    return <div data-field={id} className={options.bare ? "ct-field" : undefined}>
      {children}<Faults id={id} rawErrors={rawErrors} />
    </div>
  }
  const inside = <><Help id={id} schema={schema} />{children}<Faults id={id} rawErrors={rawErrors} /></>
  const name = <Label required={required && !options.optional}>{label}</Label>
  const state = rawErrors?.length ? "ct-field ct-field--wrong" : "ct-field"
  return options.group
    ? <fieldset className={state} data-field={id}><legend className="ct-field__label">{name}</legend>{inside}</fieldset>
    : <div className={state} data-field={id}><label className="ct-field__label" htmlFor={id}>{name}</label>{inside}</div>
}

// So many of what is folded away are named: the place, which most visits have, is among them.
const NAMED = 4

function namedFirst(keys, schema) {
  const titles = keys.map(key => schema.properties[key]?.title).filter(Boolean)
  return titles.slice(0, NAMED).join(", ") + (titles.length > NAMED ? "…" : "")
}

/** First what is always asked, then the rest where whoever wants can open it. */
export function Group({ title, properties, schema, fieldPathId, uiSchema }) {
  const { more: moreTitle } = useContext(Known)
  const { asking, item } = uiSchema?.["ui:options"] ?? {}
  const of = keys => keys.map(key => properties.find(each => each.name === key))
    .filter(each => each && !each.hidden).map(each => each.content)
  const root = fieldPathId.$id === "root"
  const shown = asking ? <>
    {of(asking.first)}
    {asking.more.length > 0 && <details className="ct-more">
      <summary>{moreTitle}<span className="ct-more__what">{namedFirst(asking.more, schema)}</span></summary>
      {of(asking.more)}
    </details>}
  </> : properties.map(each => each.content)
  if (root || item) return shown
  return <fieldset className="ct-field ct-group" id={fieldPathId.$id}>
    <legend className="ct-group__name">{title}</legend>{shown}
  </fieldset>
}

export function List(props) {
  const { items, title, schema, fieldPathId, onAddClick } = props
  const end = useRef(null)
  if (schema["x-refers"] === undefined && schema.items?.properties?.file) return <Photos {...props} />

  /** Adds one, and leads to it, so that keyboard and voice go on there. */
  function add(event) {
    onAddClick(event)
    requestAnimationFrame(() => requestAnimationFrame(() =>
      end.current?.lastElementChild?.querySelector("textarea, input, select")?.focus()))
  }

  return <fieldset className="ct-field" id={fieldPathId.$id}>
    <legend className="ct-field__label">{title}</legend>
    <Help id={fieldPathId.$id} schema={schema} />
    <div ref={end}>{items}</div>
    <button type="button" className="ct-choice ct-choice--add" onClick={add}>
      {items.length ? "Thêm mục nữa" : "Thêm"}<span className="ct-sr"> {title}</span>
    </button>
  </fieldset>
}

export function Item({ children, buttonsProps, index, parentUiSchema }) {
  const { title } = parentUiSchema?.["ui:options"] ?? {}
  const name = `${title} ${index + 1}`
  return <div className="ct-item" role="group" aria-label={name}>
    <p className="ct-note" aria-hidden="true">{name}</p>
    {children}
    <button type="button" className="ct-quiet" onClick={buttonsProps.onRemoveItem}>
      Bỏ<span className="ct-sr"> {name}</span> mục này
    </button>
  </div>
}
