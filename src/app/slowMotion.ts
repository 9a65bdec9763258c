/** Tells one round of a batch in phases, then asks for the next update. */

import { PHASES } from '../core/experiment/pace.ts'
import type { TrainingStore } from '../store/training.ts'

/** How long a phase stands, ms. */
const PHASE_MS = 1200

export interface SlowMotion {
  play(): void
  pause(): void
  readonly isPlaying: boolean
  /** The next phase, or after the last one the next update. */
  next(): void
  /** A fresh update is there: its first round is told from the start. */
  begin(): void
}

/** @param advance asks for one update */
export function createSlowMotion(training: TrainingStore, advance: () => void): SlowMotion {
  let timer: ReturnType<typeof setTimeout> | null = null

  function next() {
    const { shown } = training.getState()
    const at = shown === null ? -1 : PHASES.indexOf(shown.phase)
    if (shown === null || at === PHASES.length - 1) advance()
    else training.getState().set({ shown: { ...shown, phase: PHASES[at + 1] } })
  }

  function schedule() {
    timer = setTimeout(() => {
      next()
      if (timer !== null) schedule()
    }, PHASE_MS)
  }

  function pause() {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }

  return {
    next,
    pause,
    play() {
      pause()
      next()
      schedule()
    },
    get isPlaying() {
      return timer !== null
    },
    begin: () => training.getState().set({ shown: { round: 0, phase: PHASES[0] } }),
  }
}
