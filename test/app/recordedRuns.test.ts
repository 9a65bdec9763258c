import { expect, test } from 'vitest'
import { createRecordedRuns } from '../../src/app/recordedRuns.ts'
import type { RecordedRun } from '../../src/core/evaluation/recordedRun.ts'
import { message, problem } from '../../src/core/messages/message.ts'
import { initialisePolicy } from '../../src/core/policy/policy.ts'
import { defaultShape } from '../../src/core/policy/shape.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { createRecordedStore } from '../../src/store/recorded.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { keyOf, recordedRunOf } from '../fixtures/recordedRuns.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const policy = initialisePolicy(defaultShape(3), 9)
const settled = () => new Promise(resolve => setTimeout(resolve, 0))

/** Worlds `a` and `b` ship a policy, a log of the person's own does not. */
function setUp(load: (world: string) => Promise<RecordedRun>) {
  const [playground, recorded] = [createPlayground(), createRecordedStore()]
  const loaded: string[] = []
  let becomeIdle: () => void = () => {}
  const idle = new Promise<void>(resolve => (becomeIdle = resolve))
  const runs = createRecordedRuns({
    recorded,
    playground,
    keyOf: world => (world === 'own' ? null : keyOf(world)),
    load({ world }) {
      loaded.push(world)
      return load(world)
    },
    quietMoment: () => idle,
  })
  runs.start()
  const show = (id: string) => {
    const world = { ...tinyWorld(), id }
    playground
      .getState()
      .showWorld({ world, policy, source: { kind: 'shipped' }, part: 'whole' }, exampleInput(world, 0))
  }
  return { runs, recorded, playground, show, loaded, becomeIdle: () => becomeIdle() }
}

test('the recorded run is fetched once the page has nothing more urgent to do', async () => {
  const { recorded, show, loaded, becomeIdle } = setUp(async world => recordedRunOf(world))
  show('a')
  await settled()
  expect(loaded).toEqual([])
  becomeIdle()
  await settled()
  expect(recorded.getState().recorded).toEqual(recordedRunOf('a'))
})

test('another policy in the shown world fetches nothing again', async () => {
  const { recorded, playground, show, loaded, becomeIdle } = setUp(async world => recordedRunOf(world))
  becomeIdle()
  show('a')
  playground.getState().setPolicy(initialisePolicy(defaultShape(3), 10), { kind: 'run', step: 40 })
  await settled()
  expect(loaded).toEqual(['a'])
  expect(recorded.getState().recorded?.world).toBe('a')
})

test('a log of one’s own has no recorded run, and none is asked for', async () => {
  const { recorded, show, loaded, becomeIdle } = setUp(async world => recordedRunOf(world))
  becomeIdle()
  show('a')
  await settled()
  show('own')
  await settled()
  expect(loaded).toEqual(['a'])
  expect(recorded.getState()).toMatchObject({ world: null, recorded: null, trouble: null })
})

test('what cannot be fetched is said, and asked for again on the person’s word', async () => {
  let refuse = true
  const { runs, recorded, show, becomeIdle } = setUp(async world => {
    if (refuse) throw problem('asset-status', { path: 'x', status: 404 })
    return recordedRunOf(world)
  })
  becomeIdle()
  show('a')
  await settled()
  expect(recorded.getState().trouble).toEqual([message('asset-status', { path: 'x', status: 404 })])
  refuse = false
  runs.retry()
  await settled()
  expect(recorded.getState()).toMatchObject({ trouble: null, recorded: recordedRunOf('a') })
})
