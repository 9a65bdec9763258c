import * as tf from '@tensorflow/tfjs'
import { beforeAll, expect, test, vi } from 'vitest'
import type { StudyPlan, StudyProgress } from '../../../src/core/evaluation/study.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { createStudyClient, type StudyWorker } from '../../../src/engine/study/client.ts'
import type { FromStudy, ToStudy } from '../../../src/engine/study/messages.ts'
import { judgePolicy, judgeReferences } from '../../../src/engine/study/references.ts'
import { serveStudy } from '../../../src/engine/study/serve.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const plan: StudyPlan = { entries: [], seeds: [1], splits: ['test'] }
const progress = {
  seed: 1,
  seedsDone: 0,
  step: 5,
  steps: 9,
  curves: [],
  result: { rows: [], aiq: [], fits: [] },
}

/** A worker whose answers the test gives. */
class FakeWorker implements StudyWorker {
  onmessage: StudyWorker['onmessage'] = null
  onerror: StudyWorker['onerror'] = null
  readonly received: ToStudy[] = []
  terminated = false
  postMessage(message: ToStudy) {
    this.received.push(message)
  }
  terminate() {
    this.terminated = true
  }
  say(data: FromStudy) {
    this.onmessage?.(new MessageEvent('message', { data }))
  }
}

function start() {
  const workers: FakeWorker[] = []
  const client = createStudyClient(() => {
    const worker = new FakeWorker()
    workers.push(worker)
    return worker
  })
  const ended = new AbortController()
  const told: StudyProgress[] = []
  const running = () => client.run(world, plan, seen => told.push(seen), ended.signal)
  return { client, workers, ended, told, running }
}

beforeAll(async () => {
  await tf.setBackend('cpu')
})

test('a study has a worker of its own, tells its progress and ends with it', async () => {
  const { workers, told, running } = start()
  const done = running()
  const [worker] = workers
  expect(worker.received).toEqual([{ type: 'run', world, plan }])
  worker.say({ type: 'progress', progress })
  worker.say({ type: 'finished' })
  await done
  expect(told).toEqual([progress])
  expect(worker.terminated).toBe(true)
})

test('cancelling ends the worker at once, and nothing is told any more', async () => {
  const { workers, ended, told, running } = start()
  const done = running()
  ended.abort(new Error('cancelled'))
  await expect(done).rejects.toThrow('cancelled')
  expect(workers[0].terminated).toBe(true)
  workers[0].say({ type: 'progress', progress })
  expect(told).toEqual([])
  await expect(running()).rejects.toThrow('cancelled')
  expect(workers).toHaveLength(1)
})

test('a failure comes with its words, that of a worker that cannot start too', async () => {
  const first = start()
  const failed = first.running()
  first.workers[0].say({ type: 'failed', message: 'No prompts.' })
  await expect(failed).rejects.toThrow('No prompts.')
  vi.stubGlobal(
    'ErrorEvent',
    class extends Event {
      message = ''
    },
  )
  const second = start()
  const stopped = second.running()
  second.workers[0].onerror?.(new ErrorEvent('error'))
  await expect(stopped).rejects.toThrow('could not be loaded')
  expect([first, second].every(({ workers }) => workers[0].terminated)).toBe(true)
})

test('references are judged with the policy beside them, or without', async () => {
  const { client, workers, ended } = start()
  const policy = initialisePolicy(defaultShape(3), 1)
  const judged = client.judge(world, policy, ended.signal)
  const answers: FromStudy[] = []
  const [order] = workers[0].received
  await serveStudy('', message => answers.push(message))(order)
  workers[0].say(answers[0])
  expect(await judged).toEqual(judgeReferences(world, policy))
  const names = (await judged).evaluations.map(({ aiq }) => aiq.map(row => `${row.split} ${row.router}`))
  const routers = [
    'policy',
    'zero',
    'fixed-per-w',
    'oracle',
    'random',
    ...world.llms.map(l => `llm:${l.id}`),
    'knn',
  ]
  expect(names).toEqual(['test', 'ood'].map(split => routers.map(router => `${split} ${router}`)))
  const alone = judgeReferences(world, null)
  expect(alone.evaluations[0].aiq[0].router).toBe('zero')
  expect(alone.families.length).toBe(3 * (routers.length - 1))
})

test('a policy alone is judged on the same prompts as the references, with the same figures', async () => {
  const { client, workers, ended } = start()
  const policy = initialisePolicy(defaultShape(3), 1)
  const judged = client.judgePolicy(world, policy, ended.signal)
  const answers: FromStudy[] = []
  await serveStudy('', message => answers.push(message))(workers[0].received[0])
  workers[0].say(answers[0])
  expect(await judged).toEqual(judgePolicy(world, policy))
  const beside = judgeReferences(world, policy)
  const ofPolicy = <T extends { readonly router: string }>(rows: readonly T[]) =>
    rows.filter(({ router }) => router === 'policy')
  expect((await judged).families).toEqual(ofPolicy(beside.families))
  expect((await judged).evaluations).toEqual(
    beside.evaluations.map(({ rows, aiq }) => ({ rows: ofPolicy(rows), aiq: ofPolicy(aiq) })),
  )
})

test('what goes wrong in the worker is said in a message', async () => {
  const answers: FromStudy[] = []
  const broken = { ...world, split: world.split.map(() => 3) }
  const settings = DEFAULT_TRAINING
  const entries = [{ id: 'a', label: 'a', learner: 'linucb', settings }] as const
  const order: ToStudy = { type: 'run', world: broken, plan: { ...plan, entries } }
  await serveStudy('', message => answers.push(message), 'cpu')(order)
  expect(answers).toEqual([{ type: 'failed', message: expect.stringContaining('no-training-prompts') }])
})
