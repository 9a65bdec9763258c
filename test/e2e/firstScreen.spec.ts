/** What a first visit fetches before the dial can be moved. */
import type { Page } from '@playwright/test'
import { exampleButtons, open } from './support/page.ts'
import { CUT_OFF, expect, test } from './support/test.ts'

/** Marks, in the page, the moment at which a routed prompt and its dial have been painted. */
const MARK_USABLE = `
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-testid=chosen]') || !document.querySelector('#dial')) return
    observer.disconnect()
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('usable')))
  }).observe(document, { childList: true, subtree: true })
`

/** What came over the line for each file that was asked for before that moment, bytes, heads and all. */
async function firstFiles(page: Page): Promise<ReadonlyMap<string, number>> {
  await page.waitForFunction(() => performance.getEntriesByName('usable').length > 0)
  const files = await page.evaluate(() => {
    const usable = performance.getEntriesByName('usable')[0].startTime
    return ['navigation', 'resource']
      .flatMap(type => performance.getEntriesByType(type))
      .filter(({ startTime }) => startTime < usable)
      .map(file => ({ name: file.name, bytes: Number(Reflect.get(file, 'transferSize')) }))
  })
  const sizes = new Map<string, number>()
  for (const { name, bytes } of files) {
    const path = new URL(name).pathname
    sizes.set(path, (sizes.get(path) ?? 0) + bytes)
  }
  return sizes
}

test('before the dial can be moved the page asks for 300 kB at most, and for nothing twice', async ({
  page,
}) => {
  await page.addInitScript(MARK_USABLE)
  await open(page)
  const sizes = await firstFiles(page)
  const policy = sizes.get('/policies/routerbench-11.bin') ?? 0
  expect(policy).toBeGreaterThan(100_000)
  expect(policy).toBeLessThan(130_000)
  expect([...sizes.values()].reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(300_000)
  expect([...sizes.keys()].filter(path => /gallery|Section|worker/.test(path))).toEqual([])
})

test.describe('what is fetched ahead is what the link asks for, each file once', () => {
  for (const [link, world, examples] of [
    ['', 'routerbench-11', 'first'],
    ['#v=3&world=exam-13', 'exam-13', 'first'],
    ['#v=3&world=routerbench-11&prompt=grade-math/9', 'routerbench-11', 'gallery'],
  ]) {
    test(`${link || 'no link'}: ${world}, ${examples}`, async ({ page, requests }) => {
      await page.addInitScript(MARK_USABLE)
      await open(page, link)
      const data = [...(await firstFiles(page)).keys()].filter(path => /^.(worlds|policies)/.test(path))
      expect(data.sort()).toEqual(
        [
          `/policies/${world}.bin`,
          `/policies/${world}.json`,
          `/worlds/${world}.${examples}.bin`,
          `/worlds/${world}.${examples}.json`,
          '/worlds/manifest.json',
        ].sort(),
      )
      for (const path of data) expect(requests.filter(url => url.endsWith(path))).toHaveLength(1)
    })
  }
})

test('the other examples come by themselves', async ({ page }) => {
  await open(page)
  await expect.poll(() => exampleButtons(page).count()).toBeGreaterThan(5)
})

test.describe('before the code has come', () => {
  test.use({ tolerated: CUT_OFF })

  test('the heading stands as the page will write it, and that it is on its way', async ({ page }) => {
    const isCode = /assets\/index-.*\.js/
    await page.route(isCode, route => route.abort())
    await page.goto('./')
    const heading = page.getByRole('heading', { level: 1 })
    const [said, box] = [await heading.textContent(), await heading.boundingBox()]
    await expect(page.getByRole('status')).toHaveText('Loading the playground…')
    await page.unroute(isCode)
    await open(page)
    expect(await heading.textContent()).toBe(said)
    // Its text stands where it stood; beside it the picker has come.
    expect(await heading.boundingBox()).toMatchObject({ x: box?.x, y: box?.y, height: box?.height })
  })
})
