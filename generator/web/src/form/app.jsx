/*
 * The form from the first touch to the hand-over; the draft is kept at every change.
 */
import { useEffect, useMemo, useRef, useState } from "react"
import Form from "@rjsf/core"
import { asked } from "./asked.js"
import { crossCheck, named, sentence } from "./checks.js"
import { today as todayOf } from "./days.js"
import { fitted, isBegun, pruned } from "./draft.js"
import { Handing } from "./handing.jsx"
import { Known } from "./known.js"
import { idOf, pathOf, schemaAt } from "./labels.js"
import { layout } from "./layout.js"
import { NOBODY, People } from "./people.jsx"
import { Picture } from "./photos.jsx"
import { forgetDraft, forgetPhotos, keepDraft, keepWriter, keptDraft, writer } from "./store.js"
import { Field, Group, Item, List } from "./templates.jsx"
import { Unit, Units } from "./units.jsx"
import { Day, Line, One, Paragraphs, Some, Whole, YesNo } from "./widgets.jsx"

const WIDGETS = {
  unit: Unit, units: Units, people: People, picture: Picture, day: Day, one: One, some: Some,
  line: Line, paragraphs: Paragraphs, whole: Whole, yesNo: YesNo,
}
const TEMPLATES = {
  FieldTemplate: Field, ObjectFieldTemplate: Group, ArrayFieldTemplate: List,
  ArrayFieldItemTemplate: Item,
}
const NOTHING_CHOSEN = {
  emptyObjectFields: "skipDefaults", constAsDefaults: "never", arrayMinItems: { populate: "never" },
}

/** A visit in which nobody but the one who writes is chosen, and they only if remembered. */
function blank(members) {
  const me = writer()
  return members.some(one => one.id === me) ? { members: [me] } : {}
}

export function App({ known }) {
  const { schema, validator } = useMemo(() => asked(known.internal), [known])
  const ui = useMemo(() => layout(schema, known), [schema, known])
  const [kept] = useState(() => {
    const found = keptDraft()
    return found && { ...found, ...fitted(found.visit, schema) }
  })
  const [visit, setVisit] = useState(() => kept?.visit ?? blank(known.choices.members))
  const [restored, setRestored] = useState(Boolean(kept))
  const [saved, setSaved] = useState(true)
  const [me, setMe] = useState(writer)
  const [errors, setErrors] = useState([])
  const [judged, setJudged] = useState(false)
  const [handing, setHanding] = useState(false)
  const [round, setRound] = useState(0)
  const summary = useRef(null)
  const top = useRef(null)
  const current = useRef(visit)
  current.current = visit

  // The back button of the phone leads from the last step to the form, not away from both.
  useEffect(() => {
    const back = () => setHanding(false)
    addEventListener("popstate", back)
    return () => removeEventListener("popstate", back)
  }, [])
  useEffect(() => {
    forgetPhotos((visit.photos ?? []).map(photo => photo.file)).catch(() => {})
  }, [])

  function keep(next) {
    const clean = pruned(next)
    current.current = clean
    setVisit(clean)
    setSaved(isBegun(clean) ? keepDraft(known.version, clean) : (forgetDraft(), true))
  }

  const context = {
    ...known, visit, me,
    onMe: id => {
      setMe(id)
      keepWriter(id)
    },
    onPhotos: names => keep({
      ...current.current,
      photos: [...(current.current.photos ?? []), ...names.map(file => ({ file }))],
    }),
  }

  /** The faults of the schema in words, one a place; the first tells enough. */
  const inWords = raw => {
    const told = new Set()
    return raw.flatMap(error => {
      const path = pathOf(error.property ?? "")
      const place = path.join(".")
      if (told.has(place)) return []
      told.add(place)
      const message = named(schema, path, sentence(error, schemaAt(schema, path)))
      return [{ ...error, message, stack: message }]
    })
  }

  /** The faults in the order in which the form asks. */
  const inOrder = found => {
    const keys = [...known.asking.visit.first, ...known.asking.visit.more]
    const rank = ({ property }) => keys.indexOf(pathOf(property ?? "")[0])
    return [...found].sort((one, other) => rank(one) - rank(other))
  }

  const crossed = (data, handler) => {
    const told = new Set()
    const check = { schema, choices: known.choices, today: todayOf(known.today), longest: known.longest }
    for (const { path, message } of crossCheck(data, check)) {
      const place = path.join(".")
      if (told.has(place)) continue
      told.add(place)
      path.reduce((at, step) => at[step], handler).addError(named(schema, path, message))
    }
    return handler
  }

  function refused(found) {
    setErrors(inOrder(found))
    setJudged(true)
    requestAnimationFrame(() => summary.current?.focus())
  }

  function again() {
    forgetDraft()
    forgetPhotos().catch(() => {})
    const next = blank(known.choices.members)
    current.current = next
    setVisit(next)
    setErrors([])
    setJudged(false)
    setHanding(false)
    setRestored(false)
    setRound(round + 1)
    requestAnimationFrame(() => top.current?.focus())
  }

  const errorsNow = judged ? errors : []
  return <Known.Provider value={context}>
    <div ref={top} tabIndex={-1} className="ct-form__top">
      {known.demo && known.today && <Pinned day={known.today} />}
      <Unready schema={schema} choices={known.choices} />
      <Connection />
      {restored && <Restored kept={kept} onClear={again} />}
      {!saved && <p className="ct-form__notice ct-form__notice--warn" role="alert">
        Máy này không cho lưu bản nháp: gửi hoặc chép lại trước khi đóng trang.
      </p>}
    </div>
    {handing
      ? <Handing visit={visit} onBack={() => history.back()} onDone={again} />
      : <>
        {errorsNow.length > 0 && <Faults errors={errorsNow} focus={summary} />}
        <Form key={round} schema={schema} uiSchema={ui} validator={validator} formData={visit}
          widgets={WIDGETS} templates={TEMPLATES} formContext={context} noHtml5Validate
          showErrorList={false} liveValidate={judged ? "onChange" : false}
          experimental_defaultFormStateBehavior={NOTHING_CHOSEN}
          transformErrors={inWords} customValidate={crossed}
          onChange={({ formData, errors: found }) => {
            keep(formData)
            if (judged) setErrors(inOrder(found))
          }}
          onError={refused}
          onSubmit={() => {
            setErrors([])
            setJudged(false)
            setHanding(true)
            history.pushState({ handing: true }, "")
          }}>
          <div className="ct-actions">
            <button type="submit" className="ct-submit">Xem lại và gửi</button>
            {isBegun(visit) && <Clear onClear={again} />}
          </div>
        </Form>
      </>}
  </Known.Provider>
}

/** What is wrong, each leading to its place; opened where it was folded away. */
function Faults({ errors, focus }) {
  function lead(event, id) {
    event.preventDefault()
    const place = document.getElementById(id)
    for (let at = place; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true
    const field = place?.matches("input, select, textarea, button")
      ? place : place?.querySelector("input, select, textarea, button") ?? place
    field?.focus()
    field?.scrollIntoView({ block: "center" })
  }
  return <section className="ct-faults" tabIndex={-1} ref={focus} aria-labelledby="ct-faults">
    <h2 id="ct-faults" className="ct-faults__title">
      {errors.length === 1 ? "Còn một chỗ cần sửa" : `Còn ${errors.length} chỗ cần sửa`}
    </h2>
    <ul>{errors.map(({ property, message }) => {
      const id = idOf(pathOf(property ?? ""))
      return <li key={`${id} ${message}`}>
        <a href={`#${id}`} onClick={event => lead(event, id)}>{message}</a>
      </li>
    })}</ul>
  </section>
}

function Pinned({ day }) {
  return <p className="ct-form__notice">
    Dữ liệu mẫu được chốt tại ngày {day.split("-").reverse().join("/")}: biểu mẫu coi đó là hôm nay.
  </p>
}

/** A new organisation has nobody to choose yet: better told before someone fills in the rest. */
function Unready({ schema, choices }) {
  const empty = schema.required.map(key => schema.properties[key])
    .filter(each => choices[each["x-refers"]]?.length === 0).map(each => each.title)
  return empty.length > 0 && <p className="ct-form__notice ct-form__notice--warn" role="alert">
    Chưa gửi được chuyến đi nào vì danh sách để chọn còn trống: {empty.join(", ")}.
    Người phụ trách khai báo trong thư mục bản ghi (records) rồi dựng lại trang.
  </p>
}

function Connection() {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const told = () => setOnline(navigator.onLine)
    addEventListener("online", told)
    addEventListener("offline", told)
    return () => {
      removeEventListener("online", told)
      removeEventListener("offline", told)
    }
  }, [])
  return <div role="status">{!online && <p className="ct-form__notice ct-form__notice--warn">
    Đang mất mạng. Cứ ghi tiếp: bản nháp nằm trên máy này, có mạng rồi gửi.
  </p>}</div>
}

function Restored({ kept, onClear }) {
  const when = new Date(kept.saved)
  const time = Number.isNaN(when.getTime()) ? "" : ` lưu lúc ${when.toLocaleString("vi-VN", {
    timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric",
  })}`
  return <div className="ct-form__notice" role="status">
    <p>Đây là bản nháp{time} trên máy này.</p>
    {kept.lost.length > 0 && <>
      <p>Biểu mẫu đã đổi nên những phần sau không còn chỗ điền. Chép sang chỗ khác nếu còn cần:</p>
      <ul>{kept.lost.map((text, at) => <li key={at}>{text}</li>)}</ul>
    </>}
    <Clear onClear={onClear} />
  </div>
}

/** Throws the draft away, after asking in the page itself. */
function Clear({ onClear }) {
  const [asking, setAsking] = useState(false)
  if (!asking) {
    return <button type="button" className="ct-quiet" onClick={() => setAsking(true)}>
      Xóa bản nháp
    </button>
  }
  return <span className="ct-sure" role="group" aria-label="Xóa bản nháp">
    Xóa mọi điều đã ghi?{" "}
    <button type="button" className="ct-quiet ct-quiet--bad" onClick={onClear} autoFocus>Xóa</button>{" "}
    <button type="button" className="ct-quiet" onClick={() => setAsking(false)}>Giữ lại</button>
  </span>
}
