/**
 * Keeps the whole page on the device, so that it opens and trains without a network, and says when a newer version is out.
 * That one waits: it is taken when the person says so, and by the last of the page's tabs to be closed.
 */
import { type Message, message } from '../core/messages/message.ts'
import type { VersionStore } from '../store/version.ts'
import { savesData } from './device.ts'

/** Of the service worker, beside the page; see vite.config.ts. */
const WORKER = 'offline.js'
/** What the worker of earlier versions kept its copies under. */
const EARLIER_CACHE = 'barp-page '

/** As much of a service worker as is needed, of its registration, and of the browser. */
export interface PageWorker extends EventTarget {
  readonly state: string
  postMessage(message: unknown): void
}
export interface Registration extends EventTarget {
  readonly installing: PageWorker | null
  readonly waiting: PageWorker | null
  readonly active: PageWorker | null
  update(): Promise<unknown>
}
export interface PageWorkers extends EventTarget {
  readonly controller: PageWorker | null
  register(address: string): Promise<Registration>
}
export interface Browser {
  /** Undefined where there are none (plain http), or nothing should be loaded unasked. */
  readonly workers: PageWorkers | undefined
  readonly caches: Pick<CacheStorage, 'keys' | 'delete'> | undefined
  /** Settles once the first screen is there: the copies may wait. */
  readonly loaded: () => Promise<void>
  readonly reload: () => void
  /** The window: the page is seen again, a chunk of it could not be fetched. */
  readonly events: EventTarget
}

export interface Offline {
  /** Private windows and plain http go without, quietly. */
  start(): void
  /** Loads the page again: in the newer version, if one waits. */
  reload(): void
}

export function createOffline(version: VersionStore, browser = thisBrowser()): Offline {
  const { workers, events } = browser
  const tell = (news: Message) => version.getState().tell(news)
  let registration: Registration | undefined
  let reloading = false

  async function register(container: PageWorkers): Promise<void> {
    let controlled = container.controller !== null
    container.addEventListener('controllerchange', () => {
      if (reloading) browser.reload()
      else if (controlled) tell(message('version-taken-elsewhere', {}))
      controlled = true // the first visit's worker takes over a page that is its own
    })
    registration = await container.register(WORKER)
    const { waiting, installing } = registration
    if (waiting) tell(message('version-waiting', {}))
    if (installing) follow(installing)
    registration.addEventListener('updatefound', () => follow(registration?.installing))
    events.addEventListener('visibilitychange', () => registration?.update().catch(() => {}))
    await dropEarlierCopies()

    /** The first worker of all replaces none: only what is installed beside another is news. */
    function follow(worker: PageWorker | null | undefined): void {
      worker?.addEventListener('statechange', () => {
        if (worker.state === 'installed' && registration?.active) tell(message('version-waiting', {}))
      })
    }
  }

  async function dropEarlierCopies(): Promise<void> {
    const names = (await browser.caches?.keys()) ?? []
    const earlier = names.filter(name => name.startsWith(EARLIER_CACHE))
    await Promise.all(earlier.map(name => browser.caches?.delete(name)))
  }

  return {
    start() {
      events.addEventListener('vite:preloadError', () => tell(message('part-missing', {})))
      if (!workers) return
      browser
        .loaded()
        .then(() => register(workers))
        .catch(() => {})
    },
    reload() {
      const waiting = registration?.waiting
      if (!waiting) return browser.reload()
      reloading = true
      waiting.postMessage({ type: 'SKIP_WAITING' })
    },
  }
}

function thisBrowser(): Browser {
  return {
    workers: isBuilt() && !savesData() ? navigator.serviceWorker : undefined,
    caches: globalThis.caches,
    async loaded() {
      if (document.readyState === 'complete') return
      await new Promise(resolve => addEventListener('load', resolve))
    },
    reload: () => location.reload(),
    events: globalThis.window,
  }
}

/** While developing, a copy would hide changes. */
function isBuilt(): boolean {
  return globalThis.document?.querySelector('script[type=module][src*="assets/"]') != null
}
