/*
 * A unit among hundreds, found by typing part of its name: an editable combobox with a list, as
 * the ARIA Authoring Practices Guide has it.
 */
import { useContext, useEffect, useId, useRef, useState } from "react"
import { Known } from "./known.js"
import { labelOf, meant, sought, standsOn } from "./choices.js"
import { today as todayOf } from "./days.js"
import { said } from "./widgets.jsx"

const SHOWN = 40

export function Unit(props) {
  const { choices } = useContext(Known)
  const chosen = choices.units.find(one => one.id === props.value)
  return <Finder id={props.id} chosen={chosen} onChoose={one => props.onChange(one?.id)}
    invalid={Boolean(props.rawErrors?.length)} required={props.required}
    describedBy={said(props.id, props)} />
}

export function Units(props) {
  const { choices } = useContext(Known)
  const ids = props.value ?? []
  const chosen = ids.map(id => choices.units.find(one => one.id === id) ?? { id, name: id })
  return <>
    {chosen.length > 0 && <ul className="ct-chosen">
      {chosen.map(one => <li key={one.id}>{labelOf(one)}
        <button type="button" className="ct-quiet"
          onClick={() => props.onChange(ids.filter(id => id !== one.id))}>
          Bỏ<span className="ct-sr"> {labelOf(one)}</span>
        </button>
      </li>)}
    </ul>}
    <Finder id={props.id} key={ids.length} without={ids} invalid={Boolean(props.rawErrors?.length)}
      onChoose={one => one && props.onChange([...ids, one.id])}
      describedBy={said(props.id, props)} />
  </>
}

function Finder({ id, chosen, onChoose, without = [], invalid, required, describedBy }) {
  const { choices, visit, today } = useContext(Known)
  const [text, setText] = useState(chosen ? labelOf(chosen) : "")
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const list = useRef(null)
  const listId = useId()
  const day = visit.date ?? todayOf(today)
  const offered = choices.units.filter(one => standsOn(one, day) && !without.includes(one.id))
  const found = sought(offered, chosen && text === labelOf(chosen) ? "" : text)
  const shown = found.slice(0, SHOWN)
  const optionId = at => `${listId}-${at}`

  useEffect(() => setText(before => chosen ? labelOf(chosen) : before), [chosen?.id])
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: "nearest" })
  }, [active])

  function choose(one) {
    onChoose(one)
    setText(labelOf(one))
    setOpen(false)
    setActive(-1)
  }

  function typed(event) {
    setText(event.target.value)
    setOpen(true)
    setActive(-1)
    if (chosen) onChoose(undefined)
  }

  function pressed(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) {
      event.preventDefault()
      if (!open) setOpen(true)
      else if (shown.length) setActive((active + step + shown.length) % shown.length)
      if (!open && active < 0 && step > 0) setActive(0)
    } else if (event.key === "Enter" && open) {
      event.preventDefault()
      const one = shown[active] ?? (shown.length === 1 ? shown[0] : meant(offered, text))
      if (one) choose(one)
    } else if (event.key === "Escape" && open) {
      event.preventDefault()
      setOpen(false)
    }
  }

  function left() {
    setOpen(false)
    const one = chosen ? null : meant(offered, text)
    if (one) choose(one)
  }

  return <div className="ct-finder">
    <input type="text" id={id} className="ct-input" role="combobox" autoComplete="off"
      spellCheck="false" aria-autocomplete="list" aria-expanded={open && shown.length > 0}
      aria-controls={listId} aria-describedby={describedBy} aria-invalid={invalid || undefined}
      aria-required={required || undefined}
      aria-activedescendant={open && active >= 0 ? optionId(active) : undefined}
      placeholder="Gõ vài chữ, không cần dấu" value={text} onChange={typed} onKeyDown={pressed}
      onFocus={() => setOpen(true)} onClick={() => setOpen(true)} onBlur={left} />
    <ul id={listId} role="listbox" aria-label="Đơn vị tìm thấy" className="ct-finder__list" ref={list}
      hidden={!open || !shown.length}>
      {shown.map((one, at) => <li key={one.id} id={optionId(at)} role="option"
        aria-selected={at === active} className="ct-finder__one"
        // Before the field loses the focus, which would close the list under the finger.
        onMouseDown={event => event.preventDefault()} onClick={() => choose(one)}>
        {labelOf(one)}
      </li>)}
    </ul>
    <p className="ct-note" role="status">{stateOf({ text, chosen, found, open })}</p>
  </div>
}

function stateOf({ text, chosen, found, open }) {
  if (chosen || !text.trim()) return ""
  if (!found.length) return "Không thấy đơn vị nào như vậy vào ngày đi. Thử gõ ít chữ hơn."
  if (!open) return "Chưa chọn: chạm vào ô rồi chọn một đơn vị trong danh sách."
  return found.length > SHOWN ? `${found.length} đơn vị; gõ thêm để thu hẹp.` : `${found.length} đơn vị.`
}
