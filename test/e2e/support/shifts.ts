/** What jumps on the page: layout shifts, and boxes that move while the dial does. */
import type { Page } from '@playwright/test'
import { framesPass } from './page.ts'

/** Chromium's layout shift score since the page opened, as far as no input caused it. */
export async function shiftSinceOpening(page: Page): Promise<number> {
  await framesPass(page, 2) // a shift is told once it has been painted
  return page.evaluate(
    () =>
      new Promise<number>(resolve => {
        // A mark of the same buffer comes after every shift so far: then all have been told.
        performance.mark('asked')
        let sum = 0
        const observer = new PerformanceObserver(list => {
          for (const entry of list.getEntries()) {
            // The fields of a layout-shift entry are not in TypeScript's library: they are read by name.
            if (entry.entryType === 'mark') resolve(sum)
            else if (!Reflect.get(entry, 'hadRecentInput')) sum += Number(Reflect.get(entry, 'value'))
          }
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        observer.observe({ type: 'mark', buffered: true })
      }),
  )
}

/**
 * Boxes whose place changes while the dial goes from end to end, with the first distance each moved. Left aside are what
 * is folded away, the answer, a sentence that is worded anew and may wrap anew, and what shows the dial's position by its own.
 */
export function boxesMovedByDial(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const dial = document.querySelector('#dial')
    if (!dial) throw new Error('There is no dial.')
    const boxes = [...document.body.querySelectorAll('*')].filter(
      element =>
        element.checkVisibility() &&
        !element.closest('.answer, .logits, svg, .visually-hidden, .skip, script'),
    )
    const setDial = async (step: number) => {
      Reflect.set(HTMLInputElement.prototype, 'value', String(step), dial)
      dial.dispatchEvent(new Event('input', { bubbles: true }))
      await new Promise(requestAnimationFrame)
    }
    const places = () => boxes.map(box => box.getBoundingClientRect())
    await setDial(0)
    const start = places()
    const moved = new Map<Element, string>()
    for (let step = 2; step <= 100; step += 2) {
      await setDial(step)
      places().forEach(({ x, y }, i) => {
        const box = boxes[i]
        const [dx, dy] = [x - start[i].x, y - start[i].y]
        if (!box.isConnected || moved.has(box) || Math.max(Math.abs(dx), Math.abs(dy)) < 1) return
        const text = (box.textContent ?? '').trim().slice(0, 20)
        const name = `${box.tagName.toLowerCase()}${box.className ? `.${box.className}` : ''}`
        moved.set(box, `${name} “${text}” by ${dx.toFixed(0)}, ${dy.toFixed(0)} px`)
      })
    }
    return [...moved.values()]
  })
}
