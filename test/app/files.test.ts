/** Policies and runs that are opened while something else is on its way. */
import { createHash, webcrypto } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { createFiles } from '../../src/app/files.ts'
import { DEFAULT_TRAINING } from '../../src/core/experiment/training.ts'
import { initialisePolicy } from '../../src/core/policy/policy.ts'
import { shapeOf } from '../../src/core/policy/shape.ts'
import type { World } from '../../src/core/world/world.ts'
import { encodePolicyFile } from '../../src/share/files/policyFile.ts'
import { encodeRunFile } from '../../src/share/files/runFile.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { createStudyStore } from '../../src/store/study.ts'
import { createTrainingStore } from '../../src/store/training.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const SMALL = { ...DEFAULT_TRAINING, head: 'linear', preferenceEncoder: 'none' } as const
const A = tinyWorld()
const B: World = {
  ...A,
  id: 'b',
  llms: A.llms.map((llm, i) => (i === 0 ? { ...llm, id: 'other/llm' } : llm)),
}
const policy = initialisePolicy(shapeOf(SMALL, 3), 5)
const rosterOf = (world: World) => world.llms.map(({ id }) => id)

async function policyFileOf(world: World): Promise<File> {
  const header = { world: world.id, roster: rosterOf(world), shape: policy.shape, settings: SMALL, seed: 5 }
  const bytes = await encodePolicyFile(
    { ...header, backend: 'wasm', bestStep: 1, curve: [] },
    policy.parameters,
    async data => createHash('sha256').update(data).digest('hex'),
  )
  return new File([bytes], 'x.policy')
}

const runFileOf = (world: World) =>
  new File(
    [
      encodeRunFile({
        world: world.id,
        roster: rosterOf(world),
        prompt: '',
        wc: 0.6,
        settings: SMALL,
        seed: 5,
        start: 'scratch',
        report: null,
        snapshot: null,
        policy: null,
        pinned: null,
        studies: { race: null, compare: null },
      }),
    ],
    'x.json',
  )

function setUp() {
  vi.stubGlobal('crypto', webcrypto)
  const playground = createPlayground()
  const show = (world: World) =>
    playground
      .getState()
      .showWorld({ world, policy, source: { kind: 'shipped' }, part: 'whole' }, exampleInput(world, 0))
  playground.getState().setCatalogue(
    [A, B].map(world => ({
      id: world.id,
      title: world.title,
      provenance: 'measured',
      prompts: world.size,
      roster: rosterOf(world),
    })),
  )
  const restored: (string | null)[] = []
  let openWorld = async (_: string) => true
  const files = createFiles({
    playground,
    training: createTrainingStore(),
    study: createStudyStore(),
    studies: { restore() {} },
    trainer: { snapshot: async () => null, restore: ({ name }) => restored.push(name) },
    openWorld: id => openWorld(id),
    endStudies() {},
  })
  return {
    files,
    playground,
    restored,
    show,
    onOpenWorld(answer: typeof openWorld) {
      openWorld = answer
    },
    told: () => playground.getState().notice.map(({ message }) => message.code),
  }
}

test('a policy opened while another world is on its way is for that one', async () => {
  const { files, playground, show, told } = setUp()
  show(A)
  playground.getState().setLoading({ kind: 'busy', title: 'b' })
  files.open(await policyFileOf(B))
  await new Promise(resolve => setTimeout(resolve))
  expect(told()).toEqual([])
  show(B)
  await vi.waitFor(() => expect(told()).toEqual(['policy-opened']))
  expect(playground.getState().loaded).toMatchObject({ world: { id: 'b' }, source: { kind: 'file' } })
})

test('a policy opened while a world is on its way that then fails is for the one that stays', async () => {
  const { files, playground, show, told } = setUp()
  show(A)
  playground.getState().setLoading({ kind: 'busy', title: 'b' })
  files.open(await policyFileOf(A))
  playground.getState().setLoading({ kind: 'failed', why: [] })
  await vi.waitFor(() => expect(told()).toEqual(['policy-opened']))
})

test('that a policy routes is no longer said once another world, or a run of its own, routes', async () => {
  const { files, playground, show, told } = setUp()
  show(A)
  files.open(await policyFileOf(A))
  await vi.waitFor(() => expect(told()).toEqual(['policy-opened']))
  playground.getState().setPolicy(policy, { kind: 'run', step: 1 })
  expect(told()).toEqual([])
  files.open(await policyFileOf(A))
  await vi.waitFor(() => expect(told()).toEqual(['policy-opened']))
  show(B)
  expect(told()).toEqual([])
})

test('a run whose world is overtaken by another choice says so, and nothing of it is restored', async () => {
  const { files, onOpenWorld, restored, show, told } = setUp()
  show(A)
  onOpenWorld(async () => false)
  files.open(runFileOf(B))
  await vi.waitFor(() => expect(told()).toEqual(['file-not-opened', 'other-world-chosen']))
  expect(restored).toEqual([])
})

test('a run whose world fails says that', async () => {
  const { files, onOpenWorld, playground, show, told } = setUp()
  show(A)
  onOpenWorld(async () => {
    playground.getState().setLoading({ kind: 'failed', why: [] })
    return false
  })
  files.open(runFileOf(B))
  await vi.waitFor(() => expect(told()).toEqual(['file-not-opened', 'world-of-run-not-shown']))
})

test('a run opened before any world is shown waits for the first', async () => {
  const { files, onOpenWorld, restored, show, told } = setUp()
  onOpenWorld(async () => {
    show(B)
    return true
  })
  files.open(runFileOf(B))
  await new Promise(resolve => setTimeout(resolve))
  show(A)
  await vi.waitFor(() => expect(told()).toEqual(['run-opened']))
  expect(restored).toEqual(['x.json'])
})
