import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { evaluateFamilies } from '../../src/core/evaluation/families.ts'
import { policyRouter, referenceRouters } from '../../src/core/evaluation/routers.ts'
import { evaluate } from '../../src/core/evaluation/sweep.ts'
import { DEFAULT_TRAINING } from '../../src/core/experiment/training.ts'
import { defaultShape } from '../../src/core/policy/shape.ts'
import type { StudySlot } from '../../src/core/session/study/state.ts'
import type { Split } from '../../src/core/world/world.ts'
import { EVERY_PART } from '../../src/ui/everyPart.ts'
import { Page } from '../../src/ui/Page.tsx'
import { racePlan } from '../../src/ui/train/race/race.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { boldPolicy } from '../fixtures/policies.ts'
import { tinyWorld } from '../fixtures/worlds.ts'
import { emptyPage } from './support/page.tsx'

const SPLITS: readonly Split[] = ['test', 'ood']

/** A page on which all that can be shown at once is shown. */
function fullPage() {
  const { within, ...empty } = emptyPage()
  const world = tinyWorld()
  const policy = boldPolicy(defaultShape(world.llms.length), 5, 4)
  const routers = [...referenceRouters(world), policyRouter(world, policy)]
  const families = SPLITS.flatMap(split => evaluateFamilies(world, split, routers))
  const evaluations = SPLITS.map(split => evaluate(world, split, routers))
  empty.playground
    .getState()
    .showWorld({ world, policy, source: { kind: 'shipped' }, part: 'whole' }, exampleInput(world, 0))
  empty.training.setState({ speed: 'slow' })
  const race: StudySlot = {
    status: 'done',
    job: null,
    messages: [],
    plan: racePlan(['policy'], DEFAULT_TRAINING, 10, 1, 1),
    world: world.id,
    progress: {
      seed: 1,
      seedsDone: 1,
      step: 10,
      steps: 10,
      curves: [{ entry: 'policy', seed: 1, points: [{ step: 10, reward: 0.2, validation: null }] }],
      result: {
        rows: evaluations[0].rows.map(row => ({ ...row, sd: 0, qualitySd: 0, seeds: 1 })),
        aiq: [
          {
            world: world.id,
            split: 'test',
            router: 'policy',
            aiq: 0.5,
            sd: 0,
            reward: 0.2,
            rewardSd: 0,
            seeds: 1,
          },
        ],
        fits: [],
      },
    },
  }
  empty.study.setState({
    references: {
      world: world.id,
      origin: 'here',
      notes: [],
      evaluations,
      families,
      trainingPrompts: 3,
      missing: [],
    },
    race,
  })
  empty.log.setState({
    status: { kind: 'preview', checking: false, problems: [] },
    preview: { name: 'log.csv', format: 'CSV', rows: 2, columns: [], models: [] },
    mapping: { columns: [], scoreScale: 1, costUnit: 'dollars', without: [] },
    summary: { prompts: 2, llms: ['one', 'other'], families: [], notes: [] },
    kept: [{ id: 'log-1', title: 'A log', prompts: 2, llms: 2, bytes: 1000, savedAt: 0 }],
  })
  return within(<Page />)
}

test('every part of the table is on the page exactly once, and no part that is not in the table', async () => {
  const page = await render(fullPage())
  await page.getByRole('button', { name: 'Settings' }).click()
  await expect.element(page.getByText('Kept on this device')).toBeInTheDocument()
  await expect.element(page.getByRole('region', { name: 'Table of routers' })).toBeInTheDocument()
  const ids = EVERY_PART.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const onPage = [...page.container.querySelectorAll<HTMLElement>('[data-part]')].map(
    ({ dataset }) => dataset.part,
  )
  expect(onPage.toSorted()).toEqual(ids.toSorted())
})
