/**
 * Service worker: keeps a copy of every file of the page that has been used, so that it opens again without a network.
 * Online the network always comes first; files under assets/ carry their content's hash in their name and are taken
 * from the copy. The encoder's weights and runtimes are left alone: the page keeps those itself.
 *
 * Registered as `offline.js?build=NAME`; another build has a cache of its own, and the earlier one goes.
 */
const PREFIX = `barp-page ${self.registration.scope} `
const CACHE = PREFIX + (new URL(self.location.href).searchParams.get('build') ?? '')

self.addEventListener('install', () => self.skipWaiting())

self.addEventListener('activate', event => {
  event.waitUntil(dropEarlierBuilds().then(() => self.clients.claim()))
})

self.addEventListener('fetch', event => {
  if (isOurs(event.request)) event.respondWith(answer(event))
})

/** The page tells what it fetched before this worker was there: a list of addresses. */
self.addEventListener('message', event => {
  if (Array.isArray(event.data)) event.waitUntil(keepAll(event.data))
})

function isOurs({ method, url }) {
  if (method !== 'GET' || !url.startsWith(self.registration.scope)) return false
  const path = url.slice(self.registration.scope.length)
  return !/^encoder\/|\/ort-wasm[^/]*\.wasm$/.test(path)
}

async function answer(event) {
  const { request } = event
  const cache = await caches.open(CACHE)
  const kept = () => cache.match(request, { ignoreVary: true, ignoreSearch: request.mode === 'navigate' })
  if (request.url.startsWith(`${self.registration.scope}assets/`)) {
    const copy = await kept()
    if (copy) return copy
  }
  try {
    const response = await fetch(request)
    // A full storage is no reason to fail: the page then works online only.
    if (response.status === 200) event.waitUntil(cache.put(request, response.clone()).catch(() => {}))
    return response
  } catch (error) {
    const copy = await kept()
    if (copy) return copy
    throw error
  }
}

async function keepAll(urls) {
  const cache = await caches.open(CACHE)
  const requests = urls.filter(url => typeof url === 'string').map(url => new Request(url))
  await Promise.all(
    requests.filter(isOurs).map(async request => {
      if (!(await cache.match(request, { ignoreVary: true }))) await cache.add(request).catch(() => {})
    }),
  )
}

async function dropEarlierBuilds() {
  const names = await caches.keys()
  await Promise.all(names.filter(name => name.startsWith(PREFIX) && name !== CACHE).map(name => caches.delete(name)))
}
