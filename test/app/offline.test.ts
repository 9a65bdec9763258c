/** Which news of the page's version reach the person, and that nothing loads the page again unasked. */
import { expect, test, vi } from 'vitest'
import { createOffline } from '../../src/app/offline.ts'
import { createVersionStore } from '../../src/store/version.ts'

class FakeWorker extends EventTarget {
  readonly sent: unknown[] = []
  constructor(public state: string) {
    super()
  }
  postMessage(message: unknown) {
    this.sent.push(message)
  }
  become(state: string) {
    this.state = state
    this.dispatchEvent(new Event('statechange'))
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null
  waiting: FakeWorker | null = null
  active: FakeWorker | null = null
  readonly update = vi.fn(async () => {})
}

class FakeWorkers extends EventTarget {
  controller: FakeWorker | null = null
  readonly registration = new FakeRegistration()
  readonly register = vi.fn(async (_: string) => this.registration)
}

/** A page whose worker of this version is there already, unless it is the `first` visit. */
async function open({ first = false, caches = [] as string[], prepare = (_: FakeWorkers) => {} } = {}) {
  const workers = new FakeWorkers()
  if (!first) workers.controller = workers.registration.active = new FakeWorker('activated')
  prepare(workers)
  const events = new EventTarget()
  const reload = vi.fn()
  const version = createVersionStore()
  const kept = {
    keys: async () => caches,
    delete: async (name: string) => caches.splice(caches.indexOf(name), 1).length > 0,
  }
  const offline = createOffline(version, { workers, caches: kept, loaded: async () => {}, reload, events })
  offline.start()
  await vi.waitFor(() => expect(workers.register).toHaveBeenCalledOnce())
  await new Promise(resolve => setTimeout(resolve)) // all that follows the registration at once
  return {
    workers,
    registration: workers.registration,
    events,
    reload,
    offline,
    caches,
    news: () => version.getState().news?.code ?? null,
  }
}

/** A newer version arrives and is kept. */
function arrive({ registration }: { registration: FakeRegistration }): FakeWorker {
  const newer = new FakeWorker('installing')
  registration.installing = newer
  registration.dispatchEvent(new Event('updatefound'))
  registration.installing = null
  registration.waiting = newer
  newer.become('installed')
  return newer
}

test('the first visit keeps the page and says nothing', async () => {
  const page = await open({
    first: true,
    prepare: ({ registration }) => {
      registration.installing = new FakeWorker('installing')
    },
  })
  const { registration, workers } = page
  registration.installing?.become('installed')
  registration.active = registration.installing
  workers.controller = registration.active
  workers.dispatchEvent(new Event('controllerchange'))
  expect(page.news()).toBeNull()
  expect(page.reload).not.toHaveBeenCalled()
})

test('a newer version that arrives waits; the page says so and is not loaded again by itself', async () => {
  const page = await open()
  expect(page.news()).toBeNull()
  const newer = arrive(page)
  expect(page.news()).toBe('version-waiting')
  expect(newer.sent).toEqual([])
  expect(page.reload).not.toHaveBeenCalled()
})

test('one that waits since the last visit is told of too', async () => {
  const page = await open({
    prepare: ({ registration }) => {
      registration.waiting = new FakeWorker('installed')
    },
  })
  expect(page.news()).toBe('version-waiting')
})

test('the button takes the newer version first and loads the page again once it is in charge, once', async () => {
  const page = await open()
  const newer = arrive(page)
  page.offline.reload()
  expect(newer.sent).toEqual([{ type: 'SKIP_WAITING' }])
  expect(page.reload).not.toHaveBeenCalled()
  page.workers.dispatchEvent(new Event('controllerchange'))
  expect(page.reload).toHaveBeenCalledOnce()
})

test('a newer version that another tab took is told of, and this tab goes on', async () => {
  const page = await open()
  arrive(page)
  page.registration.waiting = null
  page.workers.dispatchEvent(new Event('controllerchange'))
  expect(page.news()).toBe('version-taken-elsewhere')
  expect(page.reload).not.toHaveBeenCalled()
  page.offline.reload()
  expect(page.reload).toHaveBeenCalledOnce()
})

test('a chunk that cannot be fetched is told of, with or without service workers', async () => {
  const page = await open()
  page.events.dispatchEvent(new Event('vite:preloadError'))
  expect(page.news()).toBe('part-missing')
  const version = createVersionStore()
  const events = new EventTarget()
  const browser = { workers: undefined, caches: undefined, loaded: async () => {}, reload() {}, events }
  createOffline(version, browser).start()
  events.dispatchEvent(new Event('vite:preloadError'))
  expect(version.getState().news?.code).toBe('part-missing')
})

test('a browser that allows no worker says nothing', async () => {
  const page = await open({
    prepare: ({ register }) => void register.mockRejectedValue(new DOMException('not here', 'SecurityError')),
  })
  expect(page.news()).toBeNull()
})

test('a tab that is seen again looks for a newer version', async () => {
  const { registration, events } = await open()
  registration.update.mockRejectedValueOnce(new TypeError('no network'))
  events.dispatchEvent(new Event('visibilitychange'))
  events.dispatchEvent(new Event('visibilitychange'))
  expect(registration.update).toHaveBeenCalledTimes(2)
})

test('the copies of earlier versions go, other caches stay', async () => {
  const { caches } = await open({
    caches: ['barp-page https://x/ index-1.js', 'barp-page-precache-v2-https://x/', 'other'],
  })
  expect(caches).toEqual(['barp-page-precache-v2-https://x/', 'other'])
})
