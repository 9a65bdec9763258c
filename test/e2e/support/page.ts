/** How the specs read and move the page. */
import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

/** Opens the page and waits until a prompt is routed. */
export async function open(page: Page, fragment = ''): Promise<void> {
  // From elsewhere: a page that is open already would follow the link where it stands, and go on showing its own world meanwhile.
  await page.goto('about:blank')
  await page.goto(`./${fragment}`)
  await expect(chosen(page)).toBeVisible()
}

export const dial = (page: Page): Locator => page.locator('#dial')
export const promptBox = (page: Page): Locator => page.locator('#prompt')
export const worldPicker = (page: Page): Locator => page.locator('#world')
export const chosen = (page: Page): Locator => page.getByTestId('chosen')
export const badge = (page: Page): Locator => page.getByTestId('encoder-badge')
export const backendPicker = (page: Page): Locator => page.getByLabel('run it on')
export const strip = (page: Page): Locator => page.getByRole('list', { name: 'Routed LLM along the dial' })

/** Name of the routed LLM. */
export async function chosenName(page: Page): Promise<string> {
  return ((await chosen(page).textContent()) ?? '').replace('→', '').trim()
}

export interface BarRow {
  readonly llm: string
  /** pi in per cent, rounded; 0 for "<1 %". */
  readonly percent: number
  readonly chosen: boolean
}

/** The table of LLMs, cheapest first. */
export function bars(page: Page): Promise<BarRow[]> {
  return page.locator('table.bars').evaluate(table =>
    [...table.querySelectorAll<HTMLTableRowElement>('tbody tr')].map(row => {
      const share = [...row.cells]
        .map(cell => (cell.textContent ?? '').trim())
        .find(text => text.endsWith('%'))
      const [, below, percent] = /(<?)(\d+) %$/.exec(share ?? '') ?? []
      return {
        llm: row.querySelector('th')?.textContent.trim() ?? '',
        percent: below === '<' ? 0 : Number(percent),
        chosen: row.getAttribute('aria-current') === 'true',
      }
    }),
  )
}

/** Moves the dial as a person's input event does, and waits for React. */
export async function setDial(page: Page, percent: number): Promise<void> {
  await dial(page).fill(String(percent))
}

/** Waits until the page was painted so many times: for what must not happen in the meantime. */
export async function framesPass(page: Page, frames: number): Promise<void> {
  await page.evaluate(async frames => {
    for (let frame = 0; frame < frames; frame++) await new Promise(requestAnimationFrame)
  }, frames)
}

export const part = (page: Page, id: string): Locator => page.locator(`[data-part="${id}"]`)

/** What is said as urgent. The place of notices is an alert too, and empty at rest. */
export const alert = (page: Page): Locator => page.getByRole('alert').filter({ hasText: /\S/ })

/** Opens the menu in the header, where the link, the theme and the data card are. Escape closes it. */
export async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Share and view' }).click()
}

/** Copies the link of what is shown, and gives it back; the clipboard must be allowed. */
export async function copyLink(page: Page): Promise<string> {
  await openMenu(page)
  await page.getByRole('button', { name: 'Copy link' }).click()
  await expect(part(page, 'notice').getByText(/Link copied/)).toBeVisible()
  await page.keyboard.press('Escape')
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Examples of the family that is chosen. */
export const exampleButtons = (page: Page): Locator => page.locator('.examples option:not([hidden])')

/** Routes the example at a place of the list; on phones the prompt's line is opened for it. */
export async function chooseExample(page: Page, place: number): Promise<void> {
  const folded = page.locator('.prompt-line[aria-expanded=false]')
  if (await folded.isVisible()) await folded.click()
  await page.locator('.examples').selectOption(await exampleButtons(page).nth(place).getAttribute('value'))
}

/** Holds back every request to `address` until the returned function is called. */
export async function holdBack(page: Page, address: string | RegExp): Promise<() => void> {
  let release = () => {}
  const released = new Promise<void>(resolve => {
    release = resolve
  })
  await page.route(address, async route => {
    await released
    await route.continue().catch(() => {}) // the page may have given up on it
  })
  return release
}

/** Presses Tab until `target` has the focus; returns how often. */
export async function tabTo(page: Page, target: Locator, limit = 80): Promise<number> {
  for (let presses = 1; presses <= limit; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate(element => element === document.activeElement)) return presses
  }
  throw new Error(`The focus did not get there in ${limit} presses of Tab.`)
}
