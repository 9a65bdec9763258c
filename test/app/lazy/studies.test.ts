/** The driver of studies follows the shown world from when it is fetched, whenever the page was opened or left. */
import { expect, test, vi } from 'vitest'
import { lazyStudies } from '../../../src/app/lazy/studies.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { evaluateReferences } from '../../../src/engine/study/references.ts'
import { createPlayground } from '../../../src/store/playground.ts'
import { createStudyStore } from '../../../src/store/study.ts'
import { exampleInput } from '../../fixtures/inputs.ts'
import { keyOf } from '../../fixtures/recordedRuns.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

function setUp() {
  const playground = createPlayground()
  const study = createStudyStore()
  const client = {
    run: () => new Promise<void>(() => {}),
    evaluateReferences: () => Promise.reject(new Error('not here')),
    evaluatePolicy: () => Promise.reject(new Error('not here')),
    dispose: vi.fn(),
  }
  const parts = {
    study,
    playground,
    wholeWorld: () => Promise.reject(new Error('no world')),
    shippedPolicy: async () => null,
    shippedKey: keyOf,
    loadEvaluation: () => evaluateReferences(tinyWorld(), null),
    client,
  }
  const missing = vi.fn()
  return { studies: lazyStudies(parts, missing), playground, study, client, missing }
}

test('what is asked of studies reaches them once they are here', async () => {
  const { studies, study, missing } = setUp()
  studies.start()
  studies.restore('race', 'somewhere', null)
  studies.actions.evaluateReferences()
  await vi.waitFor(() => expect(study.getState()).not.toBe(study.getInitialState()))
  expect(missing).not.toHaveBeenCalled()
})

test('studies that were fetched are ended with the page, those that were not are not fetched for that', async () => {
  const { studies, study, client } = setUp()
  const stop = studies.start()
  studies.actions.cancel('race')
  stop()
  expect(client.dispose).not.toHaveBeenCalled()
  const again = studies.start()
  studies.actions.evaluateReferences()
  await vi.waitFor(() => expect(study.getState()).not.toBe(study.getInitialState()))
  again()
  expect(client.dispose).toHaveBeenCalledTimes(1)
})

test('a driver that is fetched ahead has the shipped evaluation before anybody asks', async () => {
  const { studies, playground, study, missing } = setUp()
  studies.start()
  const world = tinyWorld()
  const policy = initialisePolicy(defaultShape(3), 1)
  playground
    .getState()
    .showWorld({ world, policy, source: { kind: 'shipped' }, part: 'whole' }, exampleInput(world, 0))
  studies.prepare()
  await vi.waitFor(() => expect(study.getState().references?.origin).toBe('shipped'))
  expect(study.getState().wanted).toBe(false)
  expect(missing).not.toHaveBeenCalled()
})
