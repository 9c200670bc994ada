/*
 * Photos go into the repository as from the form: smaller, without what a camera writes into its
 * files, under a name that no other photo has.
 */
import { photoName, prepared } from "../form/picture.js"

const done = new WeakSet()

/** Takes a photo's place, before Decap sees it, by the one that is sent. */
export function preparePhotos() {
  window.addEventListener("change", event => {
    const input = event.target
    if (input.type !== "file" || done.has(input.files?.[0])) return
    const files = [...input.files]
    if (!files.length || !files.every(file => file.type.startsWith("image/"))) return
    event.stopImmediatePropagation()
    Promise.all(files.map(sent)).then(ready => {
      const list = new DataTransfer()
      for (const file of ready) {
        done.add(file)
        list.items.add(file)
      }
      input.files = list.files
      for (const file of input.files) done.add(file)
      input.dispatchEvent(new Event("change", { bubbles: true }))
    }).catch(() => {
      input.value = ""
      window.alert("Không mở được ảnh này. Chọn ảnh JPEG hoặc PNG.")
    })
  }, { capture: true })
}

async function sent(file) {
  return new File([await prepared(file)], photoName(), { type: "image/jpeg" })
}
