/** A policy trained in the page, on WebAssembly. */
import { chosenName, dial, framesPass, part, setDial, strip } from './support/page.ts'
import { expect, test } from './support/test.ts'
import {
  button,
  numbersOf,
  openTraining,
  progress,
  reset,
  setSpeed,
  updates,
  waitForUpdates,
} from './support/training.ts'

/** LLMs of the default world. */
const LLMS = 11

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

test('trained from scratch, reward ends above random and the best fixed LLM, and entropy below its start', async ({
  page,
}) => {
  test.setTimeout(500_000)
  await openTraining(page, 'WASM', '#v=2&world=routerbench-11&wc=0.3&t.steps=6000')
  await setSpeed(page, 'Fast')
  await button(page, 'Play').click()
  await waitForUpdates(page, 300)
  await expect(page.getByTestId('training-backend')).toHaveText('WASM')

  // The dial answers while it trains, and the spectrum follows the policy in training.
  await setDial(page, 100)
  await expect(dial(page)).toHaveAttribute('aria-valuetext', /^0 % quality \/ 100 % saving: \S/)
  const early = await strip(page).innerText()
  await waitForUpdates(page, 2500)
  await expect.poll(() => strip(page).innerText()).not.toBe(early)

  await expect(progress(page)).toHaveAttribute('data-status', 'finished', { timeout: 400_000 })
  const reward = await numbersOf(page, 'reward-curve')
  const [, , average, validation, random, bestFixed, oracle] = reward[reward.length - 1]
  expect(average).toBeGreaterThan(random)
  expect(mean(reward.slice(-20).map(row => row[1]))).toBeGreaterThan(bestFixed)
  expect(validation).toBeGreaterThan(bestFixed)
  expect(average).toBeLessThan(oracle)
  const entropy = await numbersOf(page, 'entropy-curve')
  expect(mean(entropy.slice(-10).map(row => row[1]))).toBeLessThan(0.7 * entropy[0][1])

  await setDial(page, 0)
  const dear = await chosenName(page)
  await setDial(page, 100)
  expect(await chosenName(page)).not.toBe(dear)
})

test('reset keeps the seed and gives the same curve point by point; a new seed gives another', async ({
  page,
}) => {
  await openTraining(page, 'WASM', '#v=2&world=judged-4&t.steps=60')
  await setSpeed(page, 'Fast')
  const curve = async () => {
    await button(page, 'Play').click()
    await expect(progress(page)).toHaveAttribute('data-status', 'finished', { timeout: 90_000 })
    const numbers = await numbersOf(page, 'reward-curve')
    expect(numbers).toHaveLength(60)
    return numbers
  }
  const first = await curve()
  await reset(page)
  expect(await curve()).toEqual(first)
  await reset(page, 'New seed')
  await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('2')
  expect(await curve()).not.toEqual(first)
})

test('pause holds, step makes one update, and reset brings the shipped policy back', async ({ page }) => {
  await openTraining(page, 'WASM')
  const shipped = await strip(page).innerText()
  await setSpeed(page, 'Normal')
  await button(page, 'Play').click()
  await waitForUpdates(page, 20)
  await button(page, 'Pause').click()
  await expect(progress(page)).toHaveAttribute('data-status', 'paused')
  await framesPass(page, 60) // what was under way arrives
  const at = await updates(page)
  await framesPass(page, 30)
  expect(await updates(page)).toBe(at)
  await button(page, 'Step').click()
  await expect.poll(() => updates(page)).toBe(at + 1)
  await framesPass(page, 30)
  expect(await updates(page)).toBe(at + 1)
  await reset(page)
  expect(await strip(page).innerText()).toBe(shipped)
})

test('slow motion tells one round in its phases, and the feedback table hides what was not pulled until one peeks', async ({
  page,
}) => {
  await openTraining(page, 'WASM')
  await setSpeed(page, 'Slow motion')
  const phases = part(page, 'phases').getByRole('listitem')
  const sentence = part(page, 'slow-motion')
  await expect(phases.first()).toBeAttached()
  const count = await phases.count()
  expect(count).toBeGreaterThan(5)
  const told: string[] = []
  for (let phase = 0; phase < count; phase++) {
    await button(page, 'Step').click()
    await expect(phases.nth(phase)).toHaveAttribute('aria-current', 'step')
    told.push(await sentence.innerText())
  }
  expect(new Set(told).size).toBe(count)
  await expect(progress(page)).toHaveAttribute('data-step', '1')
  const first = page.getByRole('region', { name: 'The newest batch' }).locator('tbody tr').first()
  await expect(first.locator('td.lit')).toHaveCount(1)
  await expect(first.locator('td.unseen')).toHaveCount(LLMS) // the other LLMs and the regret
  await page.getByLabel('Peek').check({ force: true })
  await expect(first.locator('td.unseen')).toHaveCount(0)
  await expect(first.locator('td.peeked')).toHaveCount(LLMS - 1)
  expect(Number(await first.locator('td').last().innerText())).toBeGreaterThanOrEqual(0)
})

test('an unsafe setting is clamped and said', async ({ page }) => {
  await openTraining(page, 'WASM', '#v=2&world=judged-4&t.learningRate=5')
  await page.getByText('Settings', { exact: true }).click()
  const rate = page.getByRole('textbox', { name: 'Learning rate' })
  await rate.fill('9')
  await rate.press('Enter')
  await expect(page.getByTestId('training-message')).toContainText(
    'Learning rate 9 is above 0.1; 0.1 is used.',
  )
  await expect(rate).toHaveValue('0.1')
})
