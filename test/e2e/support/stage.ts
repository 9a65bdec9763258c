/** What of the stage is on the screen. */
import type { Page } from '@playwright/test'

/** The parts that belong in one view, in reading order. */
export const STAGE = [
  'prompt',
  'answer',
  'bars',
  'dial',
  'spectrum',
  'play',
  'progress',
  'reward',
  'entropy',
] as const

/**
 * Parts of which something lay outside the window, or that nobody could see, in any of so many painted frames. Nothing is
 * scrolled for it: the page has to lie as it is.
 */
export function partsOutside(page: Page, ids: readonly string[], frames = 1): Promise<string[]> {
  return page.evaluate(
    async ({ ids, frames }) => {
      const outside = new Set<string>()
      for (let frame = 0; frame < frames; frame++) {
        await new Promise(requestAnimationFrame)
        for (const id of ids) {
          const element = document.querySelector(`[data-part="${id}"]`)
          const box = element?.getBoundingClientRect()
          if (!element?.checkVisibility() || !box || box.width === 0 || box.height === 0) {
            outside.add(`${id} is not shown`)
          } else if (box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight) {
            const sides = [box.left, box.top, box.right, box.bottom].map(Math.round)
            outside.add(`${id} at ${sides.join(', ')}`)
          }
        }
      }
      return [...outside]
    },
    { ids, frames },
  )
}

/** How far the page could be scrolled sideways, px. */
export function sidewaysRoom(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

/** Visible texts of stage and lab that are set smaller than `least` px, each size with one of its texts. */
export function smallTexts(page: Page, least: number): Promise<string[]> {
  return page.evaluate(least => {
    const hasText = (element: Element) =>
      [...element.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
    return [...document.querySelectorAll('main *')]
      .filter(
        element => hasText(element) && element.checkVisibility() && !element.closest('.visually-hidden'),
      )
      .map(element => ({ element, px: Number.parseFloat(getComputedStyle(element).fontSize) }))
      .filter(({ px }) => px < least)
      .map(({ element, px }) => {
        const text = (element.textContent ?? '').trim().slice(0, 40)
        return `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} “${text}” ${px.toFixed(1)} px`
      })
  }, least)
}
