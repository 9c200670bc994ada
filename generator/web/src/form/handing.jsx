/*
 * The last step: the visit as it will be read, and the ways by which it leaves the device.
 */
import { useContext, useEffect, useMemo, useRef, useState } from "react"
import whole from "../../../submit/schemas/visits.schema.json"
import { today as todayOf } from "./days.js"
import { bundle, forgeLink, share } from "./handover.js"
import { Known } from "./known.js"
import { message, readable } from "./message.js"
import { complete, toYaml } from "./record.js"
import { keptPhoto } from "./store.js"

/** The record with its photos named after it: `2020/2020-03-16-an-truong-a-le-van-ba-1.jpg`. */
function completed(visit, known) {
  const means = { today: todayOf(known.today), units: known.choices.units, schema: whole }
  const { id } = complete(visit, means)
  const names = (visit.photos ?? []).map((photo, at) =>
    ({ kept: photo.file, file: `${id.slice(0, 4)}/${id}-${at + 1}.jpg` }))
  const photos = visit.photos?.map((photo, at) => ({ ...photo, file: names[at].file }))
  return { ...complete({ ...visit, photos }, means), names }
}

export function Handing({ visit, onBack, onDone }) {
  const known = useContext(Known)
  const { path, record, names } = useMemo(() => completed(visit, known), [visit, known.choices])
  const text = useMemo(() => toYaml(record), [record])
  const words = { record, schema: whole, choices: known.choices }
  const told = useMemo(() => message(words), [record])
  const link = forgeLink(known.repository, path, text)
  const [photos, setPhotos] = useState([])
  const [state, setState] = useState("")
  const head = useRef(null)

  useEffect(() => head.current?.focus(), [])
  useEffect(() => {
    Promise.all(names.map(async ({ kept, file }) => ({ file, data: await keptPhoto(kept) })))
      .then(found => setPhotos(found.filter(each => each.data)), () => setPhotos([]))
  }, [])

  const plain = name => name.split("/").at(-1)
  const missing = names.length - photos.length

  async function send() {
    const files = photos.map(({ file, data }) => new File([data], plain(file), { type: "image/jpeg" }))
    const done = await share(told, files)
    setState({
      shared: "Đã chuyển tin nhắn sang ứng dụng vừa chọn.",
      "without-files": "Ứng dụng chỉ nhận chữ: gửi thêm ảnh, hoặc tải gói có ảnh ở dưới.",
      cancelled: "",
      unable: "Máy này không có nút chia sẻ. Chép tin nhắn rồi dán vào Zalo hoặc thư.",
    }[done])
  }

  async function copy(what, name) {
    try {
      await navigator.clipboard.writeText(what)
      setState(`Đã chép ${name}. Mở Zalo, thư hoặc trang cần dán rồi dán vào.`)
    } catch {
      setState(`Trình duyệt không cho chép. Mở phần “Nội dung ${name}”, chọn hết rồi chép.`)
    }
  }

  function save(name, bytes, type) {
    const address = URL.createObjectURL(new Blob([bytes], { type }))
    const link = document.createElement("a")
    link.href = address
    link.download = name
    link.click()
    URL.revokeObjectURL(address)
    setState(`Đã tải ${name}.`)
  }

  const forge = known.repository?.name
  return <section aria-labelledby="ct-handing" className="ct-handing">
    <h2 id="ct-handing" tabIndex={-1} ref={head}>Xem lại rồi gửi</h2>
    <div className="ct-record">
      {readable(words).slice(1).map((line, at) => <Said key={at} line={line} />)}
    </div>
    <p><button type="button" className="ct-choice" onClick={onBack}>Sửa lại</button></p>
    {missing > 0 && names.length > 0 && <p className="ct-note">
      Đang lấy ảnh… còn {missing} ảnh. Ảnh nào không còn trên máy thì bỏ đi và chọn lại.
    </p>}

    <h3>Không có tài khoản {forge ?? "quản lý dữ liệu"}</h3>
    <p>Gửi một tin nhắn{names.length > 0 && ` kèm ${names.length} ảnh`} cho người phụ trách qua Zalo hoặc thư điện tử. Giữ nguyên cả tin: người phụ trách nhận thẳng vào hệ thống.</p>
    <div className="ct-actions">
      {typeof navigator.share === "function" &&
        <button type="button" className="ct-submit" onClick={send}>Chia sẻ tin nhắn</button>}
      <button type="button" className="ct-choice" onClick={() => copy(told, "tin nhắn")}>Chép tin nhắn</button>
    </div>

    {link.kind !== "none" && <>
      <h3>Có tài khoản {forge}</h3>
      <p>{link.kind === "open"
        ? `Trang tạo tệp của ${forge} mở ra với tên tệp và nội dung đã điền sẵn; chỉ còn gửi đề nghị duyệt.`
        : `Trang tạo tệp của ${forge} mở ra với tên tệp; nội dung ${known.repository.forge === "gitlab" ? "" : "quá dài nên "}phải chép trước rồi dán vào.`}
        {" "}Kho riêng thì tài khoản phải được mời vào trước.</p>
      {names.length > 0 && <p><strong>Đường dẫn này không mang ảnh được.</strong> Gửi ảnh theo tin nhắn, hoặc tải gói có ảnh.</p>}
      <div className="ct-actions">
        {link.kind === "paste" && <button type="button" className="ct-choice"
          onClick={() => copy(text, "bản ghi")}>Chép bản ghi</button>}
        <a className="ct-submit" href={link.href} target="_blank" rel="noopener noreferrer">
          Mở trang tạo tệp trên {forge}
        </a>
      </div>
    </>}

    <h3>Gửi bằng cách khác</h3>
    <p>Tải về máy rồi chuyển cho người phụ trách bằng thư, USB hay bất cứ cách nào.</p>
    <div className="ct-actions">
      <button type="button" className="ct-choice"
        onClick={() => save(plain(path), text, "application/yaml")}>Tải bản ghi</button>
      {names.length > 0 && <button type="button" className="ct-choice" disabled={missing > 0}
        onClick={() => save(`${plain(path).replace(/\.yml$/, "")}.zip`, bundle(path, text, photos), "application/zip")}>
        Tải gói có ảnh
      </button>}
    </div>
    <p className="ct-form__notice ct-form__told" role="status">{state}</p>

    <details className="ct-more"><summary>Nội dung tin nhắn</summary>
      <textarea className="ct-input ct-input--long" readOnly rows={8} value={told} aria-label="Nội dung tin nhắn" />
    </details>
    <details className="ct-more"><summary>Nội dung bản ghi</summary>
      <p className="ct-note">{path}</p>
      <textarea className="ct-input ct-input--long" readOnly rows={8} value={text} aria-label="Nội dung bản ghi" />
    </details>
    <p>Bản nháp còn trên máy này cho đến khi bấm nút sau.</p>
    <button type="button" className="ct-choice" onClick={onDone}>Đã gửi xong, ghi chuyến khác</button>
  </section>
}

/** One line of the message, its label marked; what belongs to the line above stands further in. */
function Said({ line }) {
  const [, dash, label, rest] = /^(- )?([^:]+:)?([^]*)$/.exec(line)
  return <p className={dash ? "ct-record__line ct-record__line--in" : "ct-record__line"}>
    {label && <strong>{label}</strong>}{rest}
  </p>
}
