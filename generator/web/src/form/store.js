/*
 * What stays on the device: the draft and who writes (localStorage), the photos (IndexedDB).
 * Several organisations may share one origin, so that everything is kept under the form's address.
 */

const PLACE = location.pathname.replace(/[^/]*$/, "")
const DRAFT = `congtac:draft:${PLACE}`
const WRITER = `congtac:writer:${PLACE}`
const PHOTOS = "photos"

function read(key) {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps the text, or forgets it if there is none; whether that worked. */
function keep(key, text) {
  try {
    if (text) localStorage.setItem(key, text)
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}

/** The draft that was kept: `{version, saved, visit}`; none if there is none that can be read. */
export function keptDraft() {
  try {
    const kept = JSON.parse(read(DRAFT) ?? "null")
    return kept && typeof kept.visit === "object" ? kept : null
  } catch {
    return null
  }
}

export function keepDraft(version, visit) {
  return keep(DRAFT, JSON.stringify({ version, saved: new Date().toISOString(), visit }))
}

export function forgetDraft() {
  keep(DRAFT, "")
}

export const writer = () => read(WRITER) ?? ""
export const keepWriter = id => keep(WRITER, id)

/* ---------------------------------------------------------------- photos */

let opened = null

function database() {
  opened ??= new Promise((done, failed) => {
    const asked = indexedDB.open(`congtac:${PLACE}`, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(PHOTOS)
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
  return opened
}

async function ask(mode, what) {
  const store = (await database()).transaction(PHOTOS, mode).objectStore(PHOTOS)
  return new Promise((done, failed) => {
    const asked = what(store)
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}

// Bytes rather than blobs: some browsers lose blobs of a database between visits.
export const keepPhoto = (name, bytes) => ask("readwrite", store => store.put(bytes, name))
export const keptPhoto = name => ask("readonly", store => store.get(name))

/** Forgets every photo but those that are still asked for. */
export async function forgetPhotos(kept = []) {
  const names = await ask("readonly", store => store.getAllKeys())
  await Promise.all(names.filter(name => !kept.includes(name))
    .map(name => ask("readwrite", store => store.delete(name))))
}
