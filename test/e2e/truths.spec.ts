/** What stands beside the prompt box belongs to what is in it, or says that it does not. */
import type { Page } from '@playwright/test'
import { faintTexts } from './support/contrast.ts'
import {
  badge,
  bars,
  chooseExample,
  chosen,
  exampleButtons,
  holdBack,
  open,
  part,
  promptBox,
} from './support/page.ts'
import { expect, test } from './support/test.ts'

const ANSWERED = ['answer', 'bars', 'spectrum'] as const

async function expectState(page: Page, state: 'fresh' | 'stale'): Promise<void> {
  for (const id of ANSWERED) await expect(part(page, id)).toHaveAttribute('data-state', state)
  await expect(chosen(page)).toHaveAttribute('data-state', state)
}

/** Puts a text into the box, as a person's paste does, and reads what stands beside it before anything is painted. */
function typedAtOnce(page: Page, text: string) {
  return promptBox(page).evaluate(async (box, text) => {
    // The prototype's setter, as a person's input does: React watches the element's own.
    Reflect.set(HTMLTextAreaElement.prototype, 'value', text, box)
    box.dispatchEvent(new Event('input', { bubbles: true }))
    await Promise.resolve()
    return {
      answer: document.querySelector('[data-part="answer"]')?.getAttribute('data-state'),
      warning: document.querySelector('[data-part="prompt-warning"]')?.textContent,
    }
  }, text)
}

test('an answer never stands beside words that it does not answer', async ({ page }) => {
  await open(page)
  await expectState(page, 'fresh')
  const release = await holdBack(page, /model_quantized\.onnx/)
  await promptBox(page).fill('Why is the sky blue?')
  await expectState(page, 'stale')
  await expect(part(page, 'answer')).toContainText('This answers the prompt before.')
  await expect(part(page, 'answer')).toContainText('waits until the encoder is here')
  expect(await faintTexts(page, 4.5)).toEqual([])

  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(part(page, 'answer')).toContainText('fetch it, or pick an example')
  await expectState(page, 'stale')

  release()
  await page.getByRole('button', { name: 'Fetch the encoder' }).click()
  await expect(badge(page)).toBeVisible({ timeout: 60_000 })
  await expectState(page, 'fresh')
  await expect(part(page, 'answer')).not.toContainText('prompt before')

  // Emptied while the next words are on their way: they are not routed, and the box stays empty.
  await promptBox(page).fill('Prove that the square root of two is irrational. '.repeat(60))
  await expectState(page, 'stale')
  await promptBox(page).fill('')
  await expect(part(page, 'answer')).toContainText('The box is empty')
  await expect(page.getByText(/Encoded on this device/)).toHaveCount(0)

  await chooseExample(page, 0)
  await expectState(page, 'fresh')
  await expect(page.locator('label[for=prompt]')).toContainText('Example')
})

test('the example that was typed over can be chosen again', async ({ page }) => {
  await open(page)
  const text = await promptBox(page).inputValue()
  await holdBack(page, /model_quantized\.onnx/)
  await promptBox(page).fill('Something else.')
  await expectState(page, 'stale')
  await page.locator('.examples').selectOption({ label: text })
  await expect(promptBox(page)).toHaveValue(text)
  await expectState(page, 'fresh')
})

test('choosing a family routes its first example', async ({ page }) => {
  await open(page)
  const family = page.locator('#family')
  const before = await promptBox(page).inputValue()
  const other = await family.locator('option:not(:checked)').first().getAttribute('value')
  await family.selectOption(other)
  await expect(page.locator('label[for=prompt]')).toContainText(`Example ${other}/`)
  await expect(promptBox(page)).not.toHaveValue(before)
  await expect(family).toHaveValue(other ?? '')
  await expectState(page, 'fresh')
  await expect(page.locator('.examples')).toHaveValue(
    (await exampleButtons(page).first().getAttribute('value')) ?? '',
  )
})

test('words that no policy was trained on are doubted, each kind in its own words', async ({ page }) => {
  await open(page)
  const warning = part(page, 'prompt-warning')
  const why = page.locator('.answer-why')
  const routed = async (text: string) => {
    // What was doubted before is not said of these words, from the moment on at which they stand there.
    expect(await typedAtOnce(page, text)).toEqual({ answer: 'stale', warning: '' })
    await expect(part(page, 'answer')).toHaveAttribute('data-state', 'fresh', { timeout: 60_000 })
  }
  await routed('asdf qwer zxcv uiop')
  await expect(warning).toContainText('A guess: unlike the training prompts.')
  await expect(why).toContainText(/Unlike the training prompts of this world: .* cosine of \.\d\d/)
  await routed('ท้องฟ้าทำไมถึงเป็นสีฟ้า')
  await expect(warning).toContainText('the encoder knows none of it')
  await routed('😀🎉🚀')
  await expect(warning).toContainText('the encoder knows none of it')
  await routed('Pourquoi le ciel est-il bleu ?')
  await expect(warning).toContainText('no common English word in it')
  await routed('several words '.repeat(200))
  await expect(warning).toContainText('Its end was not read.')
  await expect(why).toContainText(/Only its first 256 of \d+ tokens were read/)
  await routed('A train travels 60 miles in 2 hours. How far does it go in 5 hours?')
  await expect(warning).toBeEmpty()
})

test('where all saving does not route to the cheapest LLM, the answer says by how little', async ({
  page,
}) => {
  await open(page, '#v=1&world=routerbench-11&prompt=short-python%2F10&wc=1')
  const answer = part(page, 'answer')
  const cheapest = (await bars(page))[0]
  expect(cheapest.chosen).toBe(false)
  await expect(answer).toContainText(
    new RegExp(
      `Even 100 % saving stays with it, a near tie: ${cheapest.llm} would save \\$[\\d.]+ per 1,000 prompts, \\.\\d{3} of reward`,
    ),
  )
  await answer.getByText('why').click()
  await expect(answer).toContainText(/At 100 % saving the policy’s probability for it is .* above that for/)
})
