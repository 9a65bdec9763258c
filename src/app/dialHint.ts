import type { Playground } from '../store/playground.ts'

const STORAGE_KEY = 'barp-playground/nudged'
const DURATION_MS = 1400
const REACH = 0.09

/** Moves the dial a little and back, once per device, so that a first visitor sees what answers to it. Any touch ends it. */
export function hintAtDial(playground: Playground): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches || !firstVisit()) return
  const from = playground.getState().w.cost
  const start = performance.now()
  let expected = from
  requestAnimationFrame(function step(now) {
    const { dialTouched, w, setCost } = playground.getState()
    if (dialTouched || w.cost !== expected) return
    const progress = Math.min(1, Math.max(0, (now - start) / DURATION_MS))
    setCost(from + REACH * Math.sin(Math.PI * progress) ** 2)
    expected = playground.getState().w.cost
    if (progress < 1) requestAnimationFrame(step)
  })
}

/** Without storage every visit would be the first: then none is. */
function firstVisit(): boolean {
  try {
    if (localStorage.getItem(STORAGE_KEY) !== null) return false
    localStorage.setItem(STORAGE_KEY, '1')
    return true
  } catch {
    return false
  }
}
