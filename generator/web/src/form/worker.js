/*
 * Keeps the form's page and what it needs, so that it opens without a network. The host writes
 * beside the page a worker that names the files (`congtacForm`) and then takes this one in. What is
 * not named there is not touched: no other page of the site is ever kept.
 */
const { version, files } = self.congtacForm
const PREFIX = `congtac-form:${self.registration.scope}:`
const CACHE = PREFIX + version
const KEPT = new Set(files.map(file => new URL(file, self.location).href))

self.addEventListener("install", event => {
  event.waitUntil(fill().then(() => self.skipWaiting()))
})

self.addEventListener("activate", event => {
  event.waitUntil(forgetOthers().then(() => self.clients.claim()))
})

self.addEventListener("fetch", event => {
  const address = new URL(event.request.url)
  address.search = ""
  address.hash = ""
  if (event.request.method !== "GET" || !KEPT.has(address.href)) return
  event.respondWith(answer(address.href, event.request))
})

async function fill() {
  const cache = await caches.open(CACHE)
  await cache.addAll([...KEPT].map(address => new Request(address, { cache: "no-cache" })))
}

async function forgetOthers() {
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith(PREFIX) && name !== CACHE)
    .map(name => caches.delete(name)))
}

async function answer(address, request) {
  const cache = await caches.open(CACHE)
  return await cache.match(address, { ignoreVary: true }) ?? fetch(request)
}
