import type { Page } from '@playwright/test'
import { alert, bars, chosen, dial, open, promptBox, setDial, worldPicker } from './support/page.ts'
import { CUT_OFF, expect, test } from './support/test.ts'

test.use({ tolerated: CUT_OFF })

/** Flips one bit in the middle of a file. */
async function damage(page: Page, address: RegExp): Promise<void> {
  await page.route(address, async route => {
    const response = await route.fetch()
    const body = await response.body()
    body[body.length >> 1] ^= 1
    await route.fulfill({ response, body })
  })
}

async function expectMessage(page: Page, message: RegExp): Promise<void> {
  await expect(alert(page)).toContainText(message)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

test('a damaged world says so', async ({ page }) => {
  await damage(page, /routerbench-11\.first\.bin/)
  await page.goto('./')
  await expectMessage(page, /routerbench-11\.first\.bin is damaged/)
})

test('where the other examples are damaged the one that is shown works, and it is said', async ({ page }) => {
  await damage(page, /routerbench-11\.gallery\.bin/)
  await open(page)
  await expect(page.locator('[data-part=notice]')).toContainText(/routerbench-11\.gallery\.bin is damaged/)
  await setDial(page, 100)
  expect((await bars(page)).filter(row => row.chosen)).toHaveLength(1)
})

test('a damaged policy says so', async ({ page }) => {
  await damage(page, /policies\/routerbench-11\.bin/)
  await page.goto('./')
  await expectMessage(page, /routerbench-11\.bin is damaged/)
})

test('a missing policy says so', async ({ page }) => {
  await page.route(/policies\/routerbench-11\.json/, route => route.fulfill({ status: 404 }))
  await page.goto('./')
  await expectMessage(page, /policies\/routerbench-11\.json could not be fetched: HTTP 404/)
})

test('a missing manifest says so', async ({ page }) => {
  await page.route(/manifest\.json/, route => route.fulfill({ status: 404 }))
  await page.goto('./')
  await expectMessage(page, /manifest\.json could not be fetched: HTTP 404/)
})

test('a manifest that is not one says so', async ({ page }) => {
  await page.route(/manifest\.json/, route => route.fulfill({ body: '<html>a start page</html>' }))
  await page.goto('./')
  await expectMessage(page, /\w/)
})

test('when another world is damaged the shown one stays and works', async ({ page }) => {
  await damage(page, /judged-4\.first\.bin/)
  await open(page)
  await worldPicker(page).selectOption('judged-4')
  await expectMessage(page, /judged-4\.first\.bin is damaged/)
  await expect(worldPicker(page)).toHaveValue('routerbench-11')
  expect(await bars(page)).toHaveLength(11)
  await setDial(page, 100)
  await expect(dial(page)).toHaveValue('100')
  await worldPicker(page).selectOption('exam-13')
  await expect.poll(() => bars(page)).toHaveLength(13)
  await expect(alert(page)).toHaveCount(0)
})

test('when the whole world is damaged a typed prompt says why it is not routed', async ({ page }) => {
  test.setTimeout(120_000)
  await damage(page, /worlds\/routerbench-11\.bin/)
  await open(page)
  await promptBox(page).fill('Estimate this.')
  await expect(alert(page)).toContainText('routerbench-11.bin is damaged', { timeout: 60_000 })
  await expect(chosen(page)).toBeVisible()
})

test.describe('code that cannot be fetched', () => {
  test.use({ tolerated: new RegExp(`${CUT_OFF.source}|Failed to fetch dynamically imported module`) })

  test('a section whose code cannot be fetched is the only thing that is missing, and the way back is offered', async ({
    page,
  }) => {
    await page.route(/assets\/CompareSection-/, route => route.abort())
    await open(page)
    const news = page.locator('[data-part=new-version]')
    await expect(news).toContainText('A part of this page could not be fetched')
    await setDial(page, 100)
    expect((await bars(page)).filter(row => row.chosen)).toHaveLength(1)
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
    await page.unroute(/assets\/CompareSection-/)
    await news.getByRole('button', { name: 'Reload' }).click()
    await expect(chosen(page)).toBeVisible()
    await page.locator('.compare').scrollIntoViewIfNeeded()
    await expect(news).toBeEmpty()
  })
})
