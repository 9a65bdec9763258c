/** The page's address: follows the view, and has the view follow it where Back, Forward or a link changes it. */
import type { Messages } from '../core/messages/message.ts'
import { addressStep } from '../core/view/address.ts'
import type { PartialView, View } from '../core/view/view.ts'
import { readLink, writeLink } from '../share/link.ts'

/** The view rests so long before the address takes it up, ms: browsers allow some hundred changes in half a minute. */
const REST_MS = 400

/** As much of the browser as is needed. */
export interface AddressBar {
  readonly history: Pick<History, 'state' | 'replaceState' | 'pushState'>
  /** The part of the address from `#`, or ''. */
  readonly fragment: () => string
}

const THIS_PAGE: AddressBar = { history: globalThis.history, fragment: () => location.hash }

export interface AddressParts {
  /** What the page shows; null while that is about to change. */
  readonly current: () => View | null
  /** @returns whether all of it stands */
  readonly apply: (view: PartialView) => Promise<boolean>
  /** What of the address could not be read. */
  readonly onProblems: (problems: Messages) => void
}

export interface Address {
  /** The view changed: the address takes it up when that has come to rest. Costs next to nothing. */
  moved(): void
  /** The same, at once: before another view takes this one's place, or where Back is to lead here. */
  settle(): void
  /** Writes the view out in full. @returns whether the browser let it */
  write(): boolean
  /** Has the view follow the address. @returns whether all of it stands */
  follow(): Promise<boolean>
  /** Drops what still waits for rest. */
  stop(): void
}

export function createAddress({ current, apply, onProblems }: AddressParts, bar = THIS_PAGE): Address {
  const { history } = bar
  /** The view that the shown step of the history stands for; null until the first, and while one is followed. */
  let shown: PartialView | null = null
  let follows = 0
  let movedAt = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  /** @returns whether the browser let it: sandboxed frames may not, and some browsers limit how often */
  function record(step: 'replaceState' | 'pushState', view: PartialView, link: string | null): boolean {
    try {
      // The state names what a bare address leaves open: the example that the world began with.
      history[step]({ link: writeLink(view) }, '', link)
      shown = view
      return true
    } catch {
      return false
    }
  }

  function settle(): void {
    const view = current()
    if (shown === null || view === null) return
    const step = addressStep(shown, view)
    if (step !== 'nothing') record(step === 'push' ? 'pushState' : 'replaceState', view, writeLink(view))
  }

  function rest(): void {
    const left = REST_MS - (performance.now() - movedAt)
    timer = left > 0 ? setTimeout(rest, left) : undefined
    if (timer === undefined) settle()
  }

  return {
    moved() {
      movedAt = performance.now()
      timer ??= setTimeout(rest, REST_MS)
    },
    settle,
    write() {
      const view = current()
      return view !== null && record('replaceState', view, writeLink(view))
    },
    async follow() {
      const mine = ++follows
      shown = null
      const kept = linkIn(history.state)
      const { view, problems } = readLink(kept ?? bar.fragment())
      if (problems.length > 0) onProblems(problems)
      const stands = await apply(view)
      if (mine !== follows) return stands
      shown = view
      const now = current()
      if (now === null) return stands
      // The address stays as it came, a bare one too, until something differs from what it stands for.
      const followed = { ...view, world: now.world, prompt: now.prompt }
      if (stands && addressStep(followed, now) === 'nothing') record('replaceState', followed, null)
      else record('replaceState', now, writeLink(now))
      return stands
    },
    stop: () => clearTimeout(timer),
  }
}

/** The link that a step of the history was recorded with. */
function linkIn(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('link' in state)) return null
  return typeof state.link === 'string' ? state.link : null
}
