import { expect, test } from 'vitest'
import { createStudies } from '../../src/app/study.ts'
import type { HeldOutEvaluation } from '../../src/core/evaluation/heldOut.ts'
import type { StudyPlan, StudyProgress } from '../../src/core/evaluation/study.ts'
import { message, problem } from '../../src/core/messages/message.ts'
import { initialisePolicy, type Policy } from '../../src/core/policy/policy.ts'
import { defaultShape } from '../../src/core/policy/shape.ts'
import type { World } from '../../src/core/world/world.ts'
import type { ShippedKey } from '../../src/engine/assets/shippedKey.ts'
import type { StudyClient } from '../../src/engine/study/client.ts'
import { evaluateReferences } from '../../src/engine/study/references.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { createStudyStore } from '../../src/store/study.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { keyOf } from '../fixtures/recordedRuns.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const tiny = tinyWorld()
/** Worlds that no figure could be taken for another's. */
const worlds: Readonly<Record<string, World>> = {
  a: { ...tiny, id: 'a' },
  b: { ...tiny, id: 'b', score: tiny.score.map(score => score / 2) },
}
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

/** What the client was asked, and how the test answers. */
interface Asked<T> {
  readonly world: World
  readonly signal: AbortSignal
  readonly answer: (value: T) => void
  readonly fail: (error: Error) => void
}
interface Run extends Asked<void> {
  readonly slot: string
  tell(progress: StudyProgress): void
}
interface Evaluation extends Asked<HeldOutEvaluation> {
  readonly policy: Policy | null
}

/** Studies with a client that waits for the test's word. */
function setUp({
  fetchWorld = async world => world,
  shippedPolicy = async () => shipped,
  shipsEvaluation = false,
  loadEvaluation = async () => Promise.reject(new Error('None ships.')),
}: {
  fetchWorld?: (world: World) => Promise<World>
  shippedPolicy?: () => Promise<Policy | null>
  shipsEvaluation?: boolean
  loadEvaluation?: (key: ShippedKey) => Promise<HeldOutEvaluation>
} = {}) {
  const [playground, study] = [createPlayground(), createStudyStore()]
  const [runs, references, own]: [Run[], Evaluation[], Evaluation[]] = [[], [], []]
  function ask<T>(signal: AbortSignal, note: (asked: Omit<Asked<T>, 'world'>) => void): Promise<T> {
    return new Promise((answer, fail) => {
      signal.addEventListener('abort', () => fail(signal.reason))
      note({ signal, answer, fail })
    })
  }
  const client: StudyClient = {
    run: (slot, { world }, tell, signal) => ask(signal, asked => runs.push({ ...asked, world, slot, tell })),
    evaluateReferences: (world, policy, signal) =>
      ask(signal, asked => references.push({ ...asked, world, policy })),
    evaluatePolicy: (world, policy, signal) => ask(signal, asked => own.push({ ...asked, world, policy })),
    dispose() {},
  }
  const shown = () => playground.getState().loaded?.world.id ?? ''
  const studies = createStudies({
    study,
    playground,
    wholeWorld: () => fetchWorld(worlds[shown()]),
    shippedPolicy,
    shippedKey: world => (shipsEvaluation ? keyOf(world) : null),
    loadEvaluation,
    client,
  })
  const stop = studies.start()
  const show = (id: string) =>
    playground
      .getState()
      .showWorld(
        { world: worlds[id], policy: shipped, source: { kind: 'shipped' }, part: 'whole' },
        exampleInput(tiny, 0),
      )
  show('a')
  return { ...studies, stop, study, playground, runs, references, own, show }
}

test('a study has its slot’s worker run it, tells its progress and is done', async () => {
  const { actions, study, runs } = setUp()
  actions.run('race', plan)
  expect(study.getState().race).toMatchObject({ status: 'starting', plan, world: 'a', progress: null })
  await settled()
  expect(runs).toMatchObject([{ slot: 'race', world: { id: 'a' } }])
  runs[0].tell(progress)
  expect(study.getState().race).toMatchObject({ status: 'running', progress })
  runs[0].answer()
  await settled()
  expect(study.getState().race).toMatchObject({ status: 'done', progress })
})

test('cancelling one slot aborts its work and leaves the other', async () => {
  const { actions, study, runs } = setUp()
  actions.run('race', plan)
  actions.run('compare', plan)
  await settled()
  for (const run of runs) run.tell(progress)
  actions.cancel('race')
  await settled()
  expect([study.getState().race.status, study.getState().compare.status]).toEqual(['cancelled', 'running'])
  expect(runs.map(run => run.signal.aborted)).toEqual([true, false])
})

test('a study that was cancelled while its world was fetched never reaches a worker', async () => {
  let arrive: (world: World) => void = () => {}
  const fetchWorld = () => new Promise<World>(resolve => (arrive = resolve))
  const { actions, study, runs } = setUp({ fetchWorld })
  actions.run('race', plan)
  actions.cancel('race')
  arrive(worlds.a)
  await settled()
  expect(runs).toEqual([])
  expect(study.getState().race.status).toBe('cancelled')
})

test('what goes wrong is a message, in the worker and before it', async () => {
  const { actions, study, runs } = setUp()
  actions.run('compare', plan)
  await settled()
  runs[0].fail(problem('no-training-prompts', {}))
  await settled()
  expect(study.getState().compare).toMatchObject({
    status: 'failed',
    messages: [message('no-training-prompts', {})],
  })
  const offline = setUp({ fetchWorld: () => Promise.reject(new Error('No network.')) })
  offline.actions.run('compare', plan)
  offline.actions.evaluateReferences()
  await settled()
  const messages = [message('foreign', { detail: 'No network.' })]
  expect(offline.study.getState().compare).toMatchObject({ status: 'failed', messages })
  expect(offline.study.getState().evaluating.references).toEqual({ status: 'failed', messages })
})

test('each world has its own figures, and going back shows them at once', async () => {
  const { actions, study, references, show } = setUp()
  actions.evaluateReferences()
  for (const id of ['a', 'b']) {
    show(id)
    await settled()
    const asked = references[references.length - 1]
    expect([asked.world, asked.policy]).toEqual([worlds[id], shipped])
    asked.answer(await evaluateReferences(asked.world, asked.policy))
    await settled()
    expect(study.getState().references).toEqual({
      world: id,
      origin: 'here',
      notes: [],
      ...(await evaluateReferences(worlds[id], shipped)),
    })
  }
  const ofB = study.getState().references
  show('a')
  expect(study.getState().references?.world).toBe('a')
  expect(study.getState().references?.evaluations).not.toEqual(ofB?.evaluations)
  await settled()
  expect(references).toHaveLength(2)
})

test('from world to world and back before any figure is there: the last one is evaluated', async () => {
  const { actions, study, references, show } = setUp()
  actions.evaluateReferences()
  await settled()
  show('b')
  await settled()
  show('a')
  await settled()
  expect(references.map(({ world, signal }) => [world.id, signal.aborted])).toEqual([
    ['a', true],
    ['b', true],
    ['a', false],
  ])
  references[2].answer(await evaluateReferences(worlds.a, shipped))
  await settled()
  expect(study.getState().references?.world).toBe('a')
})

test('a shipped policy that cannot be fetched is missing, and the other routers stand', async () => {
  const { actions, study, references } = setUp({
    shippedPolicy: () => Promise.reject(new Error('No network.')),
  })
  actions.evaluateReferences()
  await settled()
  expect(references[0].policy).toBeNull()
  references[0].answer(await evaluateReferences(worlds.a, null))
  await settled()
  const why = [message('foreign', { detail: 'No network.' })]
  expect(study.getState().references?.missing).toEqual([
    message('router-not-evaluated', { router: 'policy', why }),
  ])
  expect(study.getState().references?.evaluations[0].aiq.map(({ router }) => router)).toContain('oracle')
})

test('the policy that routes is evaluated on its own world’s prompts', async () => {
  const { actions, study, playground, own } = setUp()
  actions.evaluatePolicy()
  await settled()
  expect(own).toEqual([])
  const trained = initialisePolicy(defaultShape(3), 10)
  playground.getState().setPolicy(trained, { kind: 'run', step: 40 })
  actions.evaluatePolicy()
  await settled()
  expect(own).toMatchObject([{ world: { id: 'a' }, policy: { shape: trained.shape } }])
  own[0].answer({ evaluations: [], families: [], trainingPrompts: 3, missing: [] })
  await settled()
  expect(study.getState().own?.policy).toBe(trained)
})

test('a world that is overtaken while it is fetched is nothing to evaluate on', async () => {
  const arrivals: ((world: World) => void)[] = []
  const fetchWorld = () => new Promise<World>(resolve => arrivals.push(resolve))
  const { actions, study, references, show } = setUp({ fetchWorld })
  actions.evaluateReferences()
  show('b')
  // The catalogue's newest world arrives for both.
  for (const arrive of arrivals) arrive(worlds.b)
  await settled()
  expect(references.map(({ world }) => world.id)).toEqual(['b'])
  expect(study.getState().evaluating.references).toMatchObject({ status: 'busy', subject: 'b' })
})

test('a study from a file is shown as done', () => {
  const { restore, study } = setUp()
  restore('race', 'a', { plan, progress })
  expect(study.getState().race).toMatchObject({ status: 'done', world: 'a', plan, progress })
  restore('race', 'a', null)
  expect(study.getState().race.status).toBe('idle')
})

test('the shipped evaluation is shown without a worker, and without all of the world', async () => {
  const evaluation = await evaluateReferences(worlds.a, shipped)
  const { actions, study, references } = setUp({
    shipsEvaluation: true,
    loadEvaluation: async () => evaluation,
    fetchWorld: () => Promise.reject(new Error('Not to be fetched.')),
  })
  actions.evaluateReferences()
  await settled()
  expect(study.getState().references).toEqual({
    world: 'a',
    origin: 'shipped',
    notes: [],
    ...evaluation,
  })
  expect(references).toEqual([])
})

test('where the shipped evaluation belongs to another policy, the routers are evaluated here, and that is said', async () => {
  const { actions, study, references } = setUp({
    shipsEvaluation: true,
    loadEvaluation: () => Promise.reject(problem('made-for-another-policy', {})),
  })
  actions.evaluateReferences()
  await settled()
  references[0].answer(await evaluateReferences(worlds.a, shipped))
  await settled()
  expect(study.getState().references).toMatchObject({
    origin: 'here',
    notes: [message('made-for-another-policy', {})],
  })
})
