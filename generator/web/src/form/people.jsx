/*
 * Who went: the one who writes, remembered on the device, then who came along.
 */
import { useContext } from "react"
import { Known } from "./known.js"
import { standsOn } from "./choices.js"
import { today as todayOf } from "./days.js"
import { Boxes, said } from "./widgets.jsx"

/** Chosen by someone who writes for others. */
export const NOBODY = "-"

export function People(props) {
  const { choices, visit, today, me, onMe } = useContext(Known)
  const day = visit.date ?? todayOf(today)
  const chosen = props.value ?? []
  const offered = choices.members.filter(one => standsOn(one, day) || chosen.includes(one.id))
  const others = offered.filter(one => one.id !== me)

  function iAm(id) {
    const rest = chosen.filter(each => each !== me && each !== id)
    onMe(id)
    props.onChange(id && id !== NOBODY ? [id, ...rest] : rest)
  }

  const mine = me && me !== NOBODY && chosen.includes(me)
  return <>
    <label className="ct-field__label" htmlFor={props.id}>Tôi là</label>
    <select id={props.id} className="ct-input" value={me} aria-describedby={said(props.id, props)}
      aria-invalid={props.rawErrors?.length ? true : undefined}
      onChange={event => iAm(event.target.value)}>
      <option value="">– Chọn tên –</option>
      {offered.map(one => <option key={one.id} value={one.id}>{one.name}</option>)}
      <option value={NOBODY}>Người ghi hộ, không đi chuyến này</option>
    </select>
    {me && <p className="ct-note">Máy này nhớ lựa chọn trên cho lần sau.</p>}
    {me && me !== NOBODY && <label className="ct-box">
      <input type="checkbox" checked={Boolean(mine)} onChange={event => props.onChange(
        event.target.checked ? [me, ...chosen] : chosen.filter(id => id !== me))} />
      <span>Tôi có đi chuyến này</span>
    </label>}
    <fieldset className="ct-field__inner">
      <legend className="ct-field__label">{me === NOBODY ? "Người đi" : "Đi cùng"}</legend>
      <Boxes offered={others} chosen={chosen}
        onChange={ids => props.onChange(mine ? [me, ...ids] : ids)} />
    </fieldset>
  </>
}
