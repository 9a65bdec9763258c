/** How the specs train. */
import type { Locator, Page } from '@playwright/test'
import { open } from './page.ts'
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

export async function waitForUpdates(page: Page, least: number, timeout = 60_000): Promise<void> {
  await expect.poll(() => updates(page), { timeout }).toBeGreaterThanOrEqual(least)
}

/** The table twin of a chart, as numbers; opens it first. */
export async function numbersOf(page: Page, title: string): Promise<number[][]> {
  const figure = page.getByRole('figure', { name: title })
  const details = figure.locator('details')
  if (!(await details.evaluate(element => element.hasAttribute('open')))) {
    await details.locator('summary').click()
  }
  await page.waitForTimeout(1100) // the table follows once a second
  return figure
    .getByRole('table')
    .evaluate(table =>
      [...table.querySelectorAll('tbody tr')].map(row =>
        [...row.querySelectorAll('td')].map(cell => Number((cell.textContent ?? '').replace('−', '-'))),
      ),
    )
}
