import { chooseExample, copyLink, dial, open, part, promptBox, setDial, worldPicker } from './support/page.ts'
import { expect, test } from './support/test.ts'

test('a copied link opens the same world, example and dial', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page)
  await worldPicker(page).selectOption('exam-13')
  await expect(worldPicker(page)).toHaveValue('exam-13')
  await chooseExample(page, 3)
  await setDial(page, 64)
  const example = await page.locator('label[for=prompt]').textContent()
  const link = await copyLink(page)
  expect(page.url()).toBe(link)

  const other = await context.newPage()
  await other.goto(link)
  await expect(worldPicker(other)).toHaveValue('exam-13')
  await expect(dial(other)).toHaveValue('64')
  await expect(other.locator('label[for=prompt]')).toHaveText(example ?? '')
})

test('a link followed inside the open page is shown', async ({ page }) => {
  await open(page)
  await page.evaluate(() => {
    location.hash = '#v=1&world=judged-4&wc=0.8'
  })
  await expect(worldPicker(page)).toHaveValue('judged-4')
  await expect(dial(page)).toHaveValue('80')
})

/** What is wrong with a text is tested where links are read; here, that the page opens all the same. */
const BAD_LINKS = [
  ['of another version', '#v=9&world=judged-4'],
  ['with a dial beyond its end', '#v=1&wc=7'],
  ['with an unknown world', '#v=1&world=nowhere'],
  ['with an unknown example', '#v=1&prompt=nothing/999'],
  ['with markup in it', `#v=1&world=${encodeURIComponent('<img src=x onerror=alert(1)>')}`],
  ['of enormous length', `#v=1&prompt=${'a'.repeat(5000)}`],
] as const

for (const [what, fragment] of BAD_LINKS) {
  test(`a link ${what} opens the default and says so`, async ({ page }) => {
    await open(page, fragment)
    await expect(part(page, 'notice')).toContainText(/default|another example/)
    await expect(worldPicker(page)).toHaveValue('routerbench-11')
    await expect(dial(page)).toHaveValue('30')
    await expect(promptBox(page)).not.toHaveValue('')
    await page.getByRole('button', { name: 'Dismiss' }).click()
    await expect(page.getByRole('button', { name: 'Dismiss' })).toHaveCount(0)
  })
}

test('a link hides parts and locks others; the plain page has them back', async ({ page }) => {
  await open(page, '#v=3&hide=compare,prompt&lock=play')
  await expect(page.locator('[data-part="dial"]').first()).toBeVisible()
  await expect(page.locator('[data-part="compare"]')).toBeHidden()
  await expect(page.locator('[data-part="prompt"]')).toBeHidden()
  await expect(page.locator('[data-part="play"]')).toHaveAttribute('inert')
  await page.evaluate(() => {
    location.hash = '#v=3'
  })
  await expect(page.locator('[data-part="prompt"]')).toBeVisible()
  await expect(page.locator('[data-part="play"]')).not.toHaveAttribute('inert')
})
