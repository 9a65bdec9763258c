/** What the dial does by itself, frame by frame. That it is seen on the page: test/e2e/dialHint.spec. */
import { expect, test } from 'vitest'
import { hintAtDial } from '../../src/app/dialHint.ts'
import { createPlayground } from '../../src/store/playground.ts'

/** A visit on a device; each frame comes when the test says so. */
function visit(device: Map<string, string> | null, reducedMotion = false) {
  const playground = createPlayground()
  let frame: ((now: number) => void) | null = null
  hintAtDial(playground, {
    reducedMotion: () => reducedMotion,
    storage() {
      if (device === null) throw new DOMException('forbidden', 'SecurityError')
      return { getItem: key => device.get(key) ?? null, setItem: (key, value) => void device.set(key, value) }
    },
    nextFrame: step => {
      frame = step
    },
  })
  const { getState } = playground
  return {
    getState,
    /** Values of the dial, a frame each 100 ms if not told otherwise, until no frame is asked for. */
    play(frames = 100, frameMs = 100): number[] {
      const values: number[] = []
      for (let i = 0; i < frames && frame; i++) {
        const step = frame
        frame = null
        step(5000 + frameMs * i)
        values.push(getState().w.cost)
      }
      return values
    },
  }
}

test('on a first visit the dial goes up a little, comes back to where it was and stays', () => {
  const values = visit(new Map()).play()
  expect(values[0]).toBe(0.3)
  expect(Math.max(...values)).toBe(0.39)
  const top = values.indexOf(0.39)
  expect(values.slice(0, top + 1)).toEqual(values.slice(0, top + 1).toSorted())
  expect(values.slice(top)).toEqual(values.slice(top).toSorted().reverse())
  expect(values.at(-1)).toBe(0.3)
  expect(values.length).toBe(15) // 1.4 s
})

test('on a page that is too busy to paint the dial moves as far, more slowly', () => {
  expect(visit(new Map()).play(100, 2000)).toEqual(visit(new Map()).play())
})

test('on a second visit, without storage and with reduced motion it stands still', () => {
  const device = new Map<string, string>()
  visit(device).play()
  expect(visit(device).play()).toEqual([])
  expect(visit(null).play()).toEqual([])
  expect(visit(new Map(), true).play()).toEqual([])
})

test('a visit with reduced motion does not use the hint up', () => {
  const device = new Map<string, string>()
  visit(device, true)
  expect(visit(device).play().length).toBeGreaterThan(1)
})

test('a hand on the dial ends the hint where it is', () => {
  const { play, getState } = visit(new Map())
  play(4)
  expect(getState().w.cost).toBeGreaterThan(0.3)
  getState().touchDial()
  getState().setCost(0.8)
  play()
  expect(getState().w.cost).toBe(0.8)
})

test('so does a value that comes from elsewhere: a link, a file', () => {
  const { play, getState } = visit(new Map())
  play(4)
  getState().setCost(0.6)
  play()
  expect(getState().w.cost).toBe(0.6)
})
