/*
 * Photos of a visit: taken or chosen, made smaller on the device, kept there until they are sent.
 */
import { useContext, useEffect, useState } from "react"
import { Known } from "./known.js"
import { keepPhoto, keptPhoto } from "./store.js"
import { photoName, prepared, thumbnail } from "./picture.js"

const WAYS = [["Chụp ảnh", { capture: "environment" }], ["Chọn ảnh có sẵn", { multiple: true }]]

/** The list of photos, with the two ways to add some. */
export function Photos({ items, title, fieldPathId }) {
  const { onPhotos } = useContext(Known)
  const [told, setTold] = useState("")

  async function add(input) {
    const files = [...input.files]
    input.value = ""
    setTold("Đang thu nhỏ ảnh…")
    const names = []
    const failed = []
    for (const file of files) {
      try {
        const name = photoName()
        await keepPhoto(name, await prepared(file))
        names.push(name)
      } catch {
        failed.push(file.name)
      }
    }
    onPhotos(names)
    setTold(failed.length
      ? `Không mở được ${failed.join(", ")}. Chọn ảnh JPEG hoặc PNG.`
      : `Đã thêm ${names.length} ảnh.`)
  }

  return <fieldset className="ct-field" id={fieldPathId.$id}>
    <legend className="ct-field__label">{title}</legend>
    <p className="ct-field__help">
      Ảnh được thu nhỏ và bỏ vị trí, thông tin máy chụp ngay trên máy này.
    </p>
    {items}
    <div className="ct-actions">
      {WAYS.map(([label, ways]) => <label key={label} className="ct-choice ct-pick">
        <input type="file" accept="image/*" className="ct-sr" {...ways}
          onChange={event => add(event.target)} />
        {label}
      </label>)}
    </div>
    <p className="ct-note" role="status">{told}</p>
  </fieldset>
}

/** The picture itself, where a record has the name of its file. */
export function Picture({ id, value }) {
  const [source, setSource] = useState(null)
  useEffect(() => {
    let wanted = true
    keptPhoto(value).then(bytes => bytes && thumbnail(bytes))
      .then(found => wanted && setSource(found ?? ""), () => wanted && setSource(""))
    return () => { wanted = false }
  }, [value])
  if (source === "") return <p id={id} tabIndex={-1}>Ảnh này không còn trên máy. Bỏ đi và chọn lại.</p>
  return source && <img id={id} className="ct-photo" src={source} alt="Ảnh vừa thêm" />
}
