/** Studies and evaluations behind their client, with the workers' side in the same thread. */
import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test } from 'vitest'
import type { StudyPlan, StudyProgress } from '../../../src/core/evaluation/study.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { message } from '../../../src/core/messages/message.ts'
import type { PlainPolicy } from '../../../src/core/policy/policy.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import type { World } from '../../../src/core/world/world.ts'
import { createStudyClient } from '../../../src/engine/study/client.ts'
import { evaluatePolicy, evaluateReferences } from '../../../src/engine/study/references.ts'
import { StudyService } from '../../../src/engine/study/service.ts'
import type { Keyed } from '../../../src/engine/worker/keyedValues.ts'
import { localWorkers } from '../../fixtures/workers.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const policy = initialisePolicy(defaultShape(3), 1)
/** Never aborted. */
const fresh = () => new AbortController().signal
const settings = { ...DEFAULT_TRAINING, batchSize: 4, steps: 5 }
const planOf = (steps: number): StudyPlan => ({
  entries: [{ id: 'a', label: 'a', learner: 'linucb', settings: { ...settings, steps } }],
  seeds: [1],
  splits: ['test'],
})

function setUp(createService: () => object = () => new StudyService('', 'cpu')) {
  const { create, started } = localWorkers(createService)
  return { client: createStudyClient(create), started }
}

beforeAll(async () => {
  await tf.setBackend('cpu')
})

test('a study is done after the last of its progress was told', async () => {
  const { client } = setUp()
  const told: StudyProgress[] = []
  await client.run('race', { world, plan: planOf(5) }, progress => told.push(progress), fresh())
  expect(told.at(-1)).toMatchObject({ step: 5, seedsDone: 1 })
  expect(told.at(-1)?.result.rows).toHaveLength(11)
})

test('a study that is cancelled ends in its worker, which takes the next one', async () => {
  const { client, started } = setUp()
  const ended = new AbortController()
  const told: StudyProgress[] = []
  const endless = client.run(
    'race',
    { world, plan: planOf(1_000_000) },
    progress => {
      told.push(progress)
      ended.abort(new Error('cancelled'))
    },
    ended.signal,
  )
  await expect(endless).rejects.toThrow('cancelled')
  await client.run('race', { world, plan: planOf(5) }, () => {}, fresh())
  expect(told).toHaveLength(1)
  expect(started).toHaveLength(1)
})

test('each slot has a worker of its own, evaluations share one, and each is sent a world once', async () => {
  const sent: [string, boolean][] = []
  /** Notes what crosses. */
  class Notes {
    async run({ value }: Keyed<World>) {
      sent.push(['run', value !== null])
    }
    async evaluateReferences({ value }: Keyed<World>) {
      sent.push(['references', value !== null])
    }
    async evaluatePolicy({ value }: Keyed<World>, { shape }: PlainPolicy) {
      sent.push([`policy of ${shape.arms}`, value !== null])
    }
  }
  const { client, started } = setUp(() => new Notes())
  const order = { world, plan: planOf(5) }
  for (const slot of ['race', 'race', 'compare']) await client.run(slot, order, () => {}, fresh())
  await client.evaluateReferences(world, null, fresh())
  await client.evaluatePolicy(world, policy, fresh())
  await client.evaluatePolicy({ ...world }, policy, fresh())
  expect(started).toHaveLength(3)
  expect(sent).toEqual([
    ['run', true],
    ['run', false],
    ['run', true],
    ['references', true],
    ['policy of 3', false],
    ['policy of 3', true],
  ])
})

test('a failure comes with its codes, and a worker that stops is replaced', async () => {
  const { client, started } = setUp()
  const broken = { ...world, split: world.split.map(() => 3) }
  await expect(
    client.run('race', { world: broken, plan: planOf(5) }, () => {}, fresh()),
  ).rejects.toMatchObject({
    said: [message('no-training-prompts', {})],
  })
  const stopped = client.evaluateReferences(world, null, fresh())
  started[1].stop('out of memory')
  await expect(stopped).rejects.toThrow('worker-stopped')
  const { evaluations } = await client.evaluateReferences(world, null, fresh())
  expect(evaluations).toHaveLength(2)
  expect(started).toHaveLength(3)
})

test('references are evaluated with the policy beside them, or without', async () => {
  const { client } = setUp()
  const evaluated = await client.evaluateReferences(world, policy, fresh())
  expect(evaluated).toEqual(await evaluateReferences(world, policy))
  const names = evaluated.evaluations.map(({ aiq }) => aiq.map(row => `${row.split} ${row.router}`))
  const llms = world.llms.map(({ id }) => `llm:${id}`)
  const routers = ['policy', 'zero', 'fixed-per-w', 'oracle', 'random', ...llms, 'knn']
  expect(names).toEqual(['test', 'ood'].map(split => routers.map(router => `${split} ${router}`)))
  const alone = await client.evaluateReferences(world, null, fresh())
  expect(alone.evaluations[0].aiq[0].router).toBe('zero')
  expect(alone.families.length).toBe(3 * (routers.length - 1))
})

test('a policy alone is evaluated on the same prompts as the references, with the same figures', async () => {
  const { client } = setUp()
  const evaluated = await client.evaluatePolicy(world, policy, fresh())
  expect(evaluated).toEqual(await evaluatePolicy(world, policy))
  const beside = await evaluateReferences(world, policy)
  const ofPolicy = <T extends { readonly router: string }>(rows: readonly T[]) =>
    rows.filter(({ router }) => router === 'policy')
  expect(evaluated.families).toEqual(ofPolicy(beside.families))
  expect(evaluated.evaluations).toEqual(
    beside.evaluations.map(({ rows, aiq }) => ({ rows: ofPolicy(rows), aiq: ofPolicy(aiq) })),
  )
})

test('a router that cannot be evaluated is missing, and the others have the figures they have without it', async () => {
  const { client } = setUp()
  const torn = { ...policy, parameters: policy.parameters.slice(1) }
  const { missing, ...others } = await client.evaluateReferences(world, torn, fresh())
  expect(missing).toMatchObject([{ code: 'router-not-evaluated', params: { router: 'policy' } }])
  const { missing: none, ...alone } = await evaluateReferences(world, null)
  expect(none).toEqual([])
  expect(others.evaluations).toEqual(alone.evaluations)
  await expect(client.evaluatePolicy(world, torn, fresh())).rejects.toMatchObject({ name: 'Problem' })
})
