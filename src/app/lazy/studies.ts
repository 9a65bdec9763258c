import type { Messages } from '../../core/messages/message.ts'
import type { Studies, StudyParts } from '../study.ts'
import { createLazy } from './lazy.ts'

export interface LazyStudies extends Studies {
  /** Fetches it ahead, and with it what ships of the shown world's evaluation. */
  prepare(): void
}

/** The driver of studies, fetched when it is first asked for something: from then on it follows the shown world. */
export function lazyStudies(parts: StudyParts, onMissing: (why: Messages) => void): LazyStudies {
  let follows = false
  let stop = () => {}
  const studies = createLazy(() => import('../study.ts'), make, onMissing)

  function make(create: (parts: StudyParts) => Studies): Studies {
    const made = create(parts)
    if (follows) stop = made.start()
    return made
  }

  return {
    prepare() {
      studies.get().catch(() => {}) // asked for again where it is used
    },
    actions: {
      run: (slot, plan) => studies.ask(({ actions }) => actions.run(slot, plan)),
      cancel: slot => studies.askIfUsed(({ actions }) => actions.cancel(slot)),
      evaluateReferences: () => studies.ask(({ actions }) => actions.evaluateReferences()),
      evaluatePolicy: () => studies.ask(({ actions }) => actions.evaluatePolicy()),
    },
    restore: (slot, world, saved) => studies.ask(driver => driver.restore(slot, world, saved)),
    start() {
      follows = true
      stop = studies.here?.start() ?? stop
      return () => {
        follows = false
        stop()
        stop = () => {}
      }
    },
  }
}
