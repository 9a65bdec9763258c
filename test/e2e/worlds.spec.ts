import {
  bars,
  chosenName,
  exampleButtons,
  open,
  openMenu,
  part,
  promptBox,
  setDial,
  worldPicker,
} from './support/page.ts'
import { expect, test } from './support/test.ts'

const MEASURED = [
  { id: 'judged-4', llms: 4 },
  { id: 'exam-13', llms: 13 },
] as const

for (const { id, llms } of MEASURED) {
  test(`${id} is measured, and names its prompts by family and number`, async ({ page, requests }) => {
    await open(page)
    await page.waitForLoadState('networkidle')
    expect(requests.filter(url => url.includes(id))).toEqual([])
    await worldPicker(page).selectOption(id)
    await expect(page.getByText('MEASURED', { exact: true }).first()).toBeVisible()
    await expect.poll(() => bars(page)).toHaveLength(llms)
    await expect(page.locator('label[for=prompt]')).toHaveText(/Example [\w-]+\/\d+/)
    await expect(promptBox(page)).toHaveValue('')
    await expect(promptBox(page)).toHaveAttribute('placeholder', /named by family and number.*benchmark/)
    await expect(exampleButtons(page).first()).toHaveText(/Prompt \d+/)
    await setDial(page, 100)
    expect((await bars(page)).find(row => row.chosen)?.llm).toBe(await chosenName(page))
  })
}

test('the data card of every world says size, source, licence and limits', async ({ page }) => {
  await open(page)
  const card = part(page, 'data-card')
  const cards = new Set<string | null>()
  for (const { id, llms } of [{ id: 'routerbench-11', llms: 11 }, ...MEASURED]) {
    await worldPicker(page).selectOption(id)
    await expect.poll(() => bars(page)).toHaveLength(llms)
    await openMenu(page)
    cards.add(await card.textContent())
    await expect(card).toContainText(/n = [\d,]+ prompts/)
    for (const term of ['Source', 'Licence', 'Limits']) {
      const definition = card.locator(`dt:text-is("${term}") + dd`)
      await expect(definition).toBeVisible()
      await expect(definition).toHaveText(/\w{3,}/)
    }
    await page.keyboard.press('Escape')
    await expect(card).toBeHidden()
  }
  expect(cards.size).toBe(3)
})

test('choosing worlds in quick succession shows the last one', async ({ page }) => {
  await open(page)
  await worldPicker(page).selectOption('exam-13')
  await worldPicker(page).selectOption('judged-4')
  await expect.poll(() => bars(page)).toHaveLength(4)
  await expect(worldPicker(page)).toHaveValue('judged-4')
})
