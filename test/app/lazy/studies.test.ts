/** The driver of studies follows the shown world from when it is fetched, whenever the page was opened or left. */
import { expect, test, vi } from 'vitest'
import { lazyStudies } from '../../../src/app/lazy/studies.ts'
import { createPlayground } from '../../../src/store/playground.ts'
import { createStudyStore } from '../../../src/store/study.ts'

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
    client,
  }
  const missing = vi.fn()
  return { studies: lazyStudies(parts, missing), study, client, missing }
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
