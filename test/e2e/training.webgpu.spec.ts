/** A policy trained in the page on WebGPU: the software adapter proves that it is right, not that it is fast. */
import { expect, test } from './support/test.ts'
import { button, numbersOf, openTraining, progress, setSpeed, waitForUpdates } from './support/training.ts'

const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length

/** Keeps the page's workers within reach, so that a message can be slipped to the trainer. */
function keepWorkers() {
  const workers: Worker[] = []
  Reflect.set(globalThis, 'keptWorkers', workers)
  globalThis.Worker = class extends Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args)
      workers.push(this)
    }
  }
}

test('trained from scratch on WebGPU, reward ends above random and the best fixed LLM', async ({ page }) => {
  test.setTimeout(240_000)
  // Few LLMs, small batches and fast learning: the software adapter manages some 20 updates a second.
  const settings = '&t.steps=700&t.learningRate=0.005&t.entropyWeight=0.02'
  await openTraining(page, 'WebGPU', `#v=2&world=judged-4${settings}`)
  await setSpeed(page, 'Fast')
  await button(page, 'Play').click()
  await waitForUpdates(page, 20, 60_000)
  await expect(page.getByTestId('training-backend')).toHaveText('WebGPU')
  await expect(progress(page)).toHaveAttribute('data-status', 'finished', { timeout: 200_000 })
  const reward = await numbersOf(page, 'Reward')
  const [, , average, , random, bestFixed] = reward[reward.length - 1]
  expect(average).toBeGreaterThan(random)
  expect(mean(reward.slice(-40).map(row => row[1]))).toBeGreaterThan(bestFixed - 0.005)
  const entropy = await numbersOf(page, 'Entropy')
  expect(mean(entropy.slice(-10).map(row => row[1]))).toBeLessThan(entropy[0][1])
})

test('a device destroyed in the middle of a run is said, and the run goes on from where it was saved', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await page.addInitScript(keepWorkers)
  await openTraining(page, 'WebGPU', '#v=2&world=judged-4&t.steps=90')
  await setSpeed(page, 'Fast')
  await button(page, 'Play').click()
  await waitForUpdates(page, 15, 90_000)
  await page.evaluate(() => {
    for (const worker of Reflect.get(globalThis, 'keptWorkers')) worker.postMessage({ type: 'lose-device' })
  })
  await expect(page.getByTestId('training-message')).toContainText(
    /The graphics device was lost at update \d+.*went on from update \d+, on WebGPU/,
  )
  await expect(progress(page)).toHaveAttribute('data-status', 'finished', { timeout: 120_000 })
  const broken = await numbersOf(page, 'Reward')
  await button(page, 'Reset').click()
  await button(page, 'Play').click()
  await expect(progress(page)).toHaveAttribute('data-status', 'finished', { timeout: 120_000 })
  const whole = await numbersOf(page, 'Reward')
  expect(broken.map(row => row[0])).toEqual(whole.map(row => row[0]))
  broken.forEach((row, i) => {
    expect(Math.abs(row[1] - whole[i][1])).toBeLessThan(1e-4)
  })
})
