import type { Playground } from '../store/playground.ts'

const STORAGE_KEY = 'barp-playground/nudged'
const DURATION_MS = 1400
/** What a frame moves the hint on by at most: while the page is busy with its opening it waits, and is seen. */
const FRAME_MS = 100
/** How far the dial goes, of its whole length. */
const REACH = 0.09

/** As much of the browser as is needed. */
export interface HintStage {
  readonly reducedMotion: () => boolean
  /** @throws DOMException where it is forbidden */
  readonly storage: () => Pick<Storage, 'getItem' | 'setItem'>
  /** Calls back before the next paint. @param step is given the time, ms */
  readonly nextFrame: (step: (now: number) => void) => void
}

const THIS_PAGE: HintStage = {
  reducedMotion: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  storage: () => localStorage,
  nextFrame: step => requestAnimationFrame(step),
}

/** Moves the dial a little and back, once per device, so that a first visitor sees what answers to it. Any touch ends it. */
export function hintAtDial(playground: Playground, stage = THIS_PAGE): void {
  if (stage.reducedMotion() || !isFirstVisit(stage)) return
  const from = playground.getState().w.cost
  let expected = from
  let elapsed = 0
  let last: number | null = null
  stage.nextFrame(function step(now) {
    const { dialTouched, w, setCost } = playground.getState()
    if (dialTouched || w.cost !== expected) return
    elapsed += Math.min(FRAME_MS, now - (last ?? now))
    last = now
    const progress = Math.min(1, elapsed / DURATION_MS)
    setCost(from + REACH * Math.sin(Math.PI * progress) ** 2)
    expected = playground.getState().w.cost
    if (progress < 1) stage.nextFrame(step)
  })
}

/** Without storage every visit would be the first: then none is. */
function isFirstVisit({ storage }: HintStage): boolean {
  try {
    const kept = storage()
    if (kept.getItem(STORAGE_KEY) !== null) return false
    kept.setItem(STORAGE_KEY, '1')
    return true
  } catch {
    return false
  }
}
