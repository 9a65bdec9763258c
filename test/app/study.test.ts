import { expect, test } from 'vitest'
import { createStudies } from '../../src/app/study.ts'
import type { StudyPlan, StudyProgress } from '../../src/core/evaluation/study.ts'
import { initialisePolicy, type Policy } from '../../src/core/policy/policy.ts'
import { defaultShape } from '../../src/core/policy/shape.ts'
import type { World } from '../../src/core/world/world.ts'
import type { StudyClient } from '../../src/engine/study/client.ts'
import { judgePolicy, judgeReferences } from '../../src/engine/study/references.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { createStudyStore } from '../../src/store/study.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const world = tinyWorld()
const shipped = initialisePolicy(defaultShape(3), 9)
const plan: StudyPlan = { entries: [], seeds: [1], splits: ['test'] }
const progress: StudyProgress = {
  seed: 1,
  seedsDone: 0,
  step: 5,
  steps: 9,
  curves: [],
  result: { rows: [], aiq: [], fits: [] },
}
const settled = () => new Promise(resolve => setTimeout(resolve, 0))

interface Run {
  readonly world: World
  readonly signal: AbortSignal
  tell(progress: StudyProgress): void
  finish(): void
  fail(error: Error): void
}

/** Studies with a client that waits for the test's word. */
function setUp(wholeWorld: () => Promise<World> = async () => world) {
  const [playground, study] = [createPlayground(), createStudyStore()]
  const runs: Run[] = []
  const judged: (Policy | null)[] = []
  const own: Policy[] = []
  const client: StudyClient = {
    run: (given, _plan, tell, signal) =>
      new Promise((finish, fail) => {
        signal.addEventListener('abort', () => fail(signal.reason))
        runs.push({ world: given, signal, tell, finish, fail })
      }),
    async judge(given, policy) {
      judged.push(policy)
      return judgeReferences(given, policy)
    },
    async judgePolicy(given, policy, signal) {
      own.push(policy)
      await settled()
      signal.throwIfAborted()
      return judgePolicy(given, policy)
    },
  }
  const shippedPolicy = async () => shipped
  const actions = createStudies({ study, playground, wholeWorld, shippedPolicy, client })
  const show = (id: string) => {
    const loaded = {
      world: { ...world, id },
      policy: shipped,
      source: { kind: 'shipped' },
      part: 'whole',
    } as const
    playground.getState().showWorld(loaded, exampleInput(world, 0))
  }
  show('tiny')
  return { actions, study, playground, runs, judged, own, show }
}

test('a study starts, tells its progress and is done', async () => {
  const { actions, study, runs } = setUp()
  actions.run('race', plan)
  expect(study.getState().race).toMatchObject({ status: 'starting', plan, world: 'tiny', progress: null })
  await settled()
  runs[0].tell(progress)
  expect(study.getState().race).toMatchObject({ status: 'running', progress })
  runs[0].finish()
  await settled()
  expect(study.getState().race).toMatchObject({ status: 'done', progress })
  expect(study.getState().compare.status).toBe('idle')
})

test('the two slots run side by side, and cancelling one leaves the other', async () => {
  const { actions, study, runs } = setUp()
  actions.run('race', plan)
  actions.run('compare', plan)
  await settled()
  for (const run of runs) run.tell(progress)
  actions.cancel('race')
  await settled()
  expect([study.getState().race.status, study.getState().compare.status]).toEqual(['cancelled', 'running'])
  expect(study.getState().race.progress).toEqual(progress)
  expect(runs.map(run => run.signal.aborted)).toEqual([true, false])
  actions.cancel('race')
  expect(study.getState().race.status).toBe('cancelled')
})

test('a new study replaces the slot’s last one, whose end changes nothing', async () => {
  const { actions, study, runs } = setUp()
  actions.run('race', plan)
  await settled()
  actions.run('race', { ...plan, seeds: [2] })
  await settled()
  expect(runs.map(run => run.signal.aborted)).toEqual([true, false])
  expect(study.getState().race).toMatchObject({ status: 'starting', plan: { seeds: [2] } })
  runs[1].tell({ ...progress, seed: 2 })
  expect(study.getState().race.status).toBe('running')
})

test('a study that was cancelled while its world was fetched never starts', async () => {
  let arrive: (world: World) => void = () => {}
  const { actions, study, runs } = setUp(() => new Promise(resolve => (arrive = resolve)))
  actions.run('race', plan)
  actions.cancel('race')
  arrive(world)
  await settled()
  expect(runs).toEqual([])
  expect(study.getState().race.status).toBe('cancelled')
})

test('what went wrong is said, in the worker and before it', async () => {
  const { actions, study, runs } = setUp()
  actions.run('compare', plan)
  await settled()
  runs[0].fail(new Error('No prompts.'))
  await settled()
  expect(study.getState().compare).toMatchObject({ status: 'failed', message: 'No prompts.' })
  const offline = setUp(() => Promise.reject(new Error('No network.')))
  offline.actions.run('compare', plan)
  await settled()
  expect(offline.study.getState().compare).toMatchObject({ status: 'failed', message: 'No network.' })
})

test('references are judged once for a world, with its shipped policy', async () => {
  const { actions, study, judged, show } = setUp(async () => ({ ...world, id: 'tiny' }))
  actions.judge()
  actions.judge()
  expect(study.getState().judging).toEqual({ kind: 'busy' })
  await settled()
  expect(judged).toEqual([shipped])
  expect(study.getState().judging).toBeNull()
  expect(study.getState().references?.world).toBe('tiny')
  expect(study.getState().references?.evaluations[0].aiq[0].router).toBe('policy')
  actions.judge()
  await settled()
  expect(judged).toHaveLength(1)
  show('other')
  actions.judge()
  await settled()
  expect(judged).toHaveLength(2)
})

test('references that cannot be judged say why', async () => {
  const { actions, study } = setUp(() => Promise.reject(new Error('No network.')))
  actions.judge()
  await settled()
  expect(study.getState().judging).toEqual({ kind: 'failed', why: 'No network.' })
})

const quiet = () => new Promise(resolve => setTimeout(resolve, 20))

test('a policy that a run trained or a file brought is judged once, the shipped and an untrained one not', async () => {
  const { actions, study, playground, own } = setUp()
  const { setPolicy } = playground.getState()
  const trained = initialisePolicy(defaultShape(3), 10)
  setPolicy(trained, { kind: 'untrained' })
  actions.judgePolicy()
  await quiet()
  expect([own, study.getState().own]).toEqual([[], null])
  setPolicy(trained, { kind: 'run', step: 40 })
  actions.judgePolicy()
  actions.judgePolicy()
  await quiet()
  expect(own).toEqual([trained])
  expect(study.getState().own).toMatchObject({ world: 'tiny', policy: trained })
  expect(study.getState().own?.evaluations.map(({ rows }) => rows[0].split)).toEqual(['test', 'ood'])
  const opened = initialisePolicy(defaultShape(3), 11)
  setPolicy(opened, { kind: 'file', name: 'x.policy' })
  actions.judgePolicy()
  await quiet()
  expect(own).toEqual([trained, opened])
})

test('a policy that is replaced while it is judged leaves nothing behind', async () => {
  const { actions, study, playground } = setUp()
  const { setPolicy } = playground.getState()
  const [first, second] = [1, 2].map(seed => initialisePolicy(defaultShape(3), seed))
  setPolicy(first, { kind: 'run', step: 1 })
  actions.judgePolicy()
  await Promise.resolve()
  setPolicy(second, { kind: 'run', step: 2 })
  actions.judgePolicy()
  await quiet()
  expect(study.getState().own?.policy).toBe(second)
  expect(study.getState().judging).toBeNull()
})

test('a policy whose world is no longer shown when its prompts arrive is not judged on others', async () => {
  let arrive: (world: World) => void = () => {}
  const { actions, study, playground, own, show } = setUp(() => new Promise(resolve => (arrive = resolve)))
  playground.getState().setPolicy(initialisePolicy(defaultShape(3), 10), { kind: 'run', step: 1 })
  actions.judgePolicy()
  show('other')
  arrive({ ...world, id: 'other' })
  await quiet()
  expect([own, study.getState().own, study.getState().judging]).toEqual([[], null, null])
})
