/*
 * Opens the form on its page, and sees to it that page and form open without a network next time.
 */
import { createRoot } from "react-dom/client"
import { App } from "./app.jsx"

const mount = document.getElementById("bieu-mau")

async function open() {
  const answer = await fetch(mount.dataset.choices)
  if (!answer.ok) throw new Error(`${answer.status}`)
  createRoot(mount).render(<App known={await answer.json()} />)
}

function fail() {
  const note = document.createElement("p")
  note.className = "ct-empty"
  note.textContent = "Không mở được biểu mẫu. Kiểm tra mạng rồi tải lại trang, hoặc dùng một cách gửi khác ở dưới."
  mount.replaceChildren(note)
}

/** A newer page takes over in the background; who is writing is told, and loses nothing. */
async function stayReady() {
  const controlled = navigator.serviceWorker.controller
  await navigator.serviceWorker.register(mount.dataset.worker, { updateViaCache: "none" })
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (!controlled) return
    const note = document.createElement("p")
    note.className = "ct-form__notice"
    note.setAttribute("role", "status")
    note.textContent = "Đã có bản mới của biểu mẫu. Tải lại trang khi thuận tiện; bản nháp vẫn còn."
    mount.before(note)
  })
}

open().catch(fail)
if ("serviceWorker" in navigator) stayReady().catch(() => {})
