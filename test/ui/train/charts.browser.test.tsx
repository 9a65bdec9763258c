import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { message } from '../../../src/core/messages/message.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { Charts } from '../../../src/ui/train/charts/Charts.tsx'
import { exampleInput } from '../../fixtures/inputs.ts'
import { pointAt } from '../../fixtures/points.ts'
import { TINY_SHAPE } from '../../fixtures/policies.ts'
import { recordedRunOf } from '../../fixtures/recordedRuns.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'
import { emptyPage } from '../support/page.tsx'

const LABEL = 'Recorded: the run that made the shipped policy, 20,000 updates, seed 1.'
const policy = initialisePolicy(TINY_SHAPE, 1)
const report = {
  step: 40,
  stepsPerSecond: null,
  points: [pointAt(40, null)],
  references: { random: 0, bestFixed: 0.2, oracle: 0.4 },
  parameters: policy.parameters,
  keptStep: 40,
  shape: policy.shape,
  rounds: [],
  tauUsd: 0.01,
  sweep: null,
}

test('before the first run the charts show the one that made the shipped policy, and say so', async () => {
  const { recorded, training, within } = emptyPage()
  recorded.setState({ world: 'tiny', recorded: recordedRunOf('tiny') })
  const page = await render(within(<Charts />))
  await expect.element(page.getByText(LABEL)).toBeInTheDocument()
  const reward = page.getByRole('figure', { name: 'Reward' })
  await expect.element(reward).toHaveTextContent('Recorded: .30 a round, where the best fixed LLM')
  training.setState({ report })
  await expect.element(reward).toHaveTextContent('at each w earns .20')
  await expect.element(reward).not.toHaveTextContent('Recorded')
  await expect.element(page.getByText(LABEL)).not.toBeInTheDocument()
  training.setState({ report: null })
  await expect.element(page.getByText(LABEL)).toBeInTheDocument()
})

test('a recorded run that could not be fetched is said, and can be asked for again', async () => {
  const { recorded, actions, within } = emptyPage()
  recorded.setState({
    world: 'tiny',
    trouble: [message('asset-status', { path: 'policies/tiny.run.json', status: 404 })],
  })
  let asked = 0
  Object.assign(actions, { retryRecordedRun: () => asked++ })
  const page = await render(within(<Charts />))
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('The recorded run could not be fetched: policies/tiny.run.json could not be fetched')
  await page.getByRole('button', { name: 'Try again' }).click()
  expect(asked).toBe(1)
})

test('where nothing was trained the charts say what to do', async () => {
  const { playground, within } = emptyPage()
  const page = await render(within(<Charts />))
  await expect.element(page.getByText('Press Play to begin')).not.toBeInTheDocument()
  const world = tinyWorld()
  const fresh = initialisePolicy(defaultShape(3), 1)
  playground
    .getState()
    .showWorld(
      { world, policy: fresh, source: { kind: 'untrained' }, part: 'gallery' },
      exampleInput(world, 0),
    )
  await expect.element(page.getByText('Press Play to begin')).toBeInTheDocument()
})
