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

/** That WebGPU draws the curve of WASM is tested beside the trainer, and what that curve reaches, on WASM. */
test('trained from scratch on WebGPU, reward ends above random and entropy falls', async ({ page }) => {
  test.setTimeout(400_000)
  // Few LLMs, small batches and fast learning: the software adapter manages some 20 updates a second.
  const settings = '&t.steps=150&t.learningRate=0.005&t.entropyWeight=0.02'
  await openTraining(page, 'WebGPU', `#v=2&world=judged-4${settings}`)
  await setSpeed(page, 'Fast')
  await button(page, 'Play').click()
  await waitForUpdates(page, 20)
  await expect(page.getByTestId('training-backend')).toHaveText('WebGPU')
  await expect(progress(page)).toHaveAttribute('data-status', 'finished', { timeout: 300_000 })
  const reward = await numbersOf(page, 'reward-curve')
  expect(reward).toHaveLength(150)
  const [, , , , random] = reward[reward.length - 1]
  expect(mean(reward.slice(-30).map(row => row[1]))).toBeGreaterThan(random)
  const entropy = await numbersOf(page, 'entropy-curve')
  expect(mean(entropy.slice(-10).map(row => row[1]))).toBeLessThan(entropy[0][1])
})

test('a device destroyed in the middle of a run is said, and the run goes on to its end', async ({
  page,
}) => {
  test.setTimeout(400_000)
  await page.addInitScript(keepWorkers)
  await openTraining(page, 'WebGPU', '#v=2&world=judged-4&t.steps=60')
  await setSpeed(page, 'Fast')
  await button(page, 'Play').click()
  await waitForUpdates(page, 15)
  // A call as Comlink writes it; workers that know no such call answer that, to nobody.
  await page.evaluate(() => {
    const call = { id: 'test', type: 'APPLY', path: ['loseDevice'], argumentList: [] }
    for (const worker of Reflect.get(globalThis, 'keptWorkers')) worker.postMessage(call)
  })
  await expect(page.getByTestId('training-message')).toContainText(
    /The graphics device was lost at update \d+.*went on from update \d+, on WebGPU/,
  )
  await expect(progress(page)).toHaveAttribute('data-status', 'finished', { timeout: 300_000 })
  const reward = await numbersOf(page, 'reward-curve')
  expect(reward.map(row => row[0])).toEqual(Array.from({ length: 60 }, (_, i) => i + 1))
})
