/** Drivers whose code is fetched when they are first asked for, so that the dial need not wait for it. */
import { type Messages, messagesOf, problem } from '../../core/messages/message.ts'
import { type Fetch, loadAgain } from '../../ui/sections/loadAgain.ts'

export interface Lazy<Driver> {
  /** Fetches the code, again where it could not be had before. @throws Problem `part-missing` */
  get(): Promise<Driver>
  /**
   * Has the driver do something: at once if it is here, or when it comes, in the order of the calls. Where its code cannot be
   * had, what waited is given up and `onMissing` told once; the next call tries again.
   */
  ask(work: (driver: Driver) => void): void
  /** The same, but only where it was asked for something before: for what would otherwise have nothing to end. */
  askIfUsed(work: (driver: Driver) => void): void
  /** Null as long as nobody asked for it, or it is on its way. */
  readonly here: Driver | null
}

/**
 * @param load as in `() => import('./driver.ts')`, the file's default export being what makes the driver
 * @param make is given that; called once
 */
export function createLazy<Create extends object, Driver>(
  load: Fetch<Create>,
  make: (create: Create) => Driver,
  onMissing: (why: Messages) => void,
): Lazy<Driver> {
  let here: Driver | null = null
  let coming: Promise<Driver> | null = null
  let failedBefore = false
  let waiting: ((driver: Driver) => void)[] = []

  async function fetchDriver(): Promise<Driver> {
    try {
      const { default: create } = await (failedBefore ? loadAgain(load) : load())
      here = make(create)
      return here
    } catch (cause) {
      coming = null
      failedBefore = true
      throw problem('part-missing', {}, { cause })
    }
  }

  function get(): Promise<Driver> {
    coming ??= fetchDriver()
    return coming
  }

  function ask(work: (driver: Driver) => void): void {
    if (here !== null && waiting.length === 0) {
      work(here)
      return
    }
    waiting.push(work)
    if (waiting.length === 1) get().then(carryOut, giveUp)
  }

  /** What one of them asks for in turn waits behind the others; what it throws keeps none of them from its turn. */
  function carryOut(driver: Driver): void {
    for (let work = waiting[0]; work !== undefined; work = waiting[0]) {
      try {
        work(driver)
      } catch (fault) {
        queueMicrotask(() => {
          throw fault
        })
      }
      waiting.shift()
    }
  }

  function giveUp(error: unknown): void {
    waiting = []
    onMissing(messagesOf(error))
  }

  return {
    get,
    ask,
    askIfUsed(work) {
      if (here !== null || waiting.length > 0) ask(work)
    },
    get here() {
      return here
    },
  }
}
