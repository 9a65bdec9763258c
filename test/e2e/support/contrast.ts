/** WCAG 2 contrast of the text on the page, computed in the page from what the browser shows. */
import type { Page } from '@playwright/test'

export interface FaintText {
  readonly text: string
  readonly ratio: number
}

/** Every visible text whose contrast with what lies behind it is below `least`. Labels inside the chart are left aside. */
export function faintTexts(page: Page, least: number): Promise<FaintText[]> {
  return page.evaluate(least => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('No canvas to read colours with.')

    /** Paints CSS colours over each other, first at the bottom. */
    const paint = (colours: readonly string[]) => {
      context.clearRect(0, 0, 1, 1)
      for (const colour of colours) {
        context.fillStyle = colour
        context.fillRect(0, 0, 1, 1)
      }
      return context.getImageData(0, 0, 1, 1).data
    }
    const luminance = (colours: readonly string[]) => {
      const [r, g, b] = [...paint(colours)].map(byte => {
        const x = byte / 255
        return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const behind = (element: Element): string[] => {
      const own = getComputedStyle(element).backgroundColor
      return [...(element.parentElement ? behind(element.parentElement) : ['white']), own]
    }
    const contrast = (element: Element, under: readonly string[]) => {
      const [low, high] = [luminance(under), luminance([...under, getComputedStyle(element).color])].sort(
        (a, b) => a - b,
      )
      return (high + 0.05) / (low + 0.05)
    }
    const hasText = (element: Element) =>
      [...element.childNodes].some(
        node => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
      )
    return [...document.body.querySelectorAll('*')]
      .filter(element => hasText(element) && element.checkVisibility())
      .filter(element => !element.closest('.area-label, .visually-hidden, .skip, script'))
      .map(element => ({
        text: (element.textContent ?? '').trim().slice(0, 60),
        ratio: contrast(element, behind(element)),
      }))
      .filter(({ ratio }) => ratio < least)
  }, least)
}
