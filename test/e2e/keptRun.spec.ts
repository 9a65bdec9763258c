/** A run belongs to its world, and outlives a change of it and a reload. */
import type { Page } from '@playwright/test'
import { open, worldPicker } from './support/page.ts'
import { expect, test } from './support/test.ts'

const SMALL = '#v=3&world=judged-4&t.head=linear&t.preferenceEncoder=none&t.batchSize=8&t.steps=500000'
const progress = (page: Page) => page.getByTestId('training-progress')
const offer = (page: Page) => page.locator('[data-part="kept-run"]')
const stepOf = async (page: Page) => Number(await progress(page).getAttribute('data-step'))

/** Updates that the runs on the device stand at. */
function kept(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve, reject) => {
        const opening = indexedDB.open('barp-playground/runs')
        opening.onupgradeneeded = () => opening.transaction?.abort()
        opening.onerror = () => resolve([])
        opening.onsuccess = () => {
          const all = opening.result.transaction('summaries').objectStore('summaries').getAll()
          all.onerror = () => reject(all.error)
          all.onsuccess = () => {
            opening.result.close()
            resolve(all.result.map(({ step }) => Number(step)))
          }
        }
      }),
  )
}

/** Trains for a while and pauses. @returns the update it stands at */
async function trained(page: Page): Promise<number> {
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(20)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await expect(progress(page)).toHaveAttribute('data-status', 'paused')
  await expect.poll(async () => (await kept(page)).includes(await stepOf(page))).toBe(true)
  return stepOf(page)
}

test('a run is back when its world is, and goes on', async ({ page }) => {
  await open(page, SMALL)
  await trained(page)
  await worldPicker(page).selectOption('exam-13')
  await expect(progress(page)).toHaveAttribute('data-step', '0')
  await worldPicker(page).selectOption('judged-4')
  await expect.poll(() => stepOf(page)).toBeGreaterThan(20)
  const back = await stepOf(page)
  await expect(page.getByTestId('training-message')).toContainText('Your run is back')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(back)
})

test('a run is offered after a reload, goes on from there, and can be discarded', async ({ page }) => {
  await open(page, SMALL)
  const stood = await trained(page)
  await page.reload()
  await expect(offer(page)).toContainText(`Your run at update ${stood.toLocaleString('en')} of 500,000 on `)
  expect(await stepOf(page)).toBe(0)
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect.poll(() => stepOf(page)).toBe(stood)
  await expect(offer(page)).toHaveText('')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => stepOf(page), { timeout: 60_000 }).toBeGreaterThan(stood)

  await page.reload()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(offer(page)).toHaveText('')
  await expect.poll(() => kept(page)).toEqual([])
  await page.reload()
  await expect(progress(page)).toHaveAttribute('data-step', '0')
  await page.waitForLoadState('networkidle')
  await expect(offer(page)).toHaveText('')
})

test('a link with settings is followed, and the run of before is still offered', async ({ page }) => {
  await open(page, SMALL)
  await trained(page)
  await open(page, `${SMALL}&t.entropyWeight=0.2`)
  await expect(page.locator('[data-part="badges"]')).toContainText('entropy weight 0.2')
  await expect(offer(page)).toContainText('Your run at update')
})
