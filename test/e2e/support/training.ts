/** How the specs train. */
import type { Locator, Page } from '@playwright/test'
import { open, part } from './page.ts'
import { expect } from './test.ts'

export const progress = (page: Page): Locator => page.getByTestId('training-progress')
export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

/** Opens the page and waits for what trains. @param backend by its name in the select */
export async function openTraining(page: Page, backend: string, fragment = ''): Promise<void> {
  await open(page, fragment)
  await page.getByLabel('runs on').selectOption({ label: backend })
}

export async function setSpeed(page: Page, name: 'Slow motion' | 'Normal' | 'Fast'): Promise<void> {
  await page.getByRole('radio', { name }).check({ force: true })
}

/** Updates done. */
export async function updates(page: Page): Promise<number> {
  return Number(await progress(page).getAttribute('data-step'))
}

export async function waitForUpdates(page: Page, least: number, timeout = 180_000): Promise<void> {
  await expect.poll(() => updates(page), { timeout }).toBeGreaterThanOrEqual(least)
}

/** The lab's charts of a run, by their parts. */
export type RunChart = 'reward-curve' | 'entropy-curve'

const tableRows = (page: Page, chart: RunChart) => part(page, chart).getByRole('table').locator('tbody tr')

/** Resets the run and waits until the lab's charts have gone back to what was there before. */
export async function reset(page: Page, name: 'Reset' | 'New seed' = 'Reset'): Promise<void> {
  await button(page, name).click()
  await expect(progress(page)).toHaveAttribute('data-step', '0')
  const note = page.locator('.section.run .curves-note')
  await note.scrollIntoViewIfNeeded()
  await expect(note).not.toHaveText('Your own run.')
}

/** The table twin of a chart of a run at rest, as numbers, the update first; opens it, and waits for its last update. */
export async function numbersOf(page: Page, chart: RunChart): Promise<number[][]> {
  const details = part(page, chart).locator('details')
  await details.scrollIntoViewIfNeeded() // what nobody sees is not drawn
  if (!(await details.evaluate(element => element.hasAttribute('open')))) {
    await details.locator('summary').click()
  }
  // As the page writes them in English: 6,000 and −.12.
  const read = () =>
    tableRows(page, chart).evaluateAll(rows =>
      rows.map(row =>
        [...row.querySelectorAll('td')].map(cell =>
          Number((cell.textContent ?? '').replace('−', '-').replaceAll(',', '')),
        ),
      ),
    )
  await expect.poll(async () => (await read()).at(-1)?.[0]).toBe(await updates(page))
  return read()
}
