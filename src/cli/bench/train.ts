import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import * as tf from '@tensorflow/tfjs'
import { createEnvironment } from '../../core/bandit/environment.ts'
import type { TensorBackend } from '../../core/experiment/backend.ts'
import type { PreferenceEncoder } from '../../core/experiment/options.ts'
import { DEFAULT_TRAINING, type TrainingSettings } from '../../core/experiment/training.ts'
import { Trainer } from '../../core/learning/trainer.ts'
import { quantile } from '../../core/math/statistics.ts'
import { initialisePolicy } from '../../core/policy/policy.ts'
import { shapeOf } from '../../core/policy/shape.ts'
import { trainingRows } from '../../core/world/trainingRows.ts'
import { startTensorFlow } from '../../engine/backend/tensorflow.ts'
import { multiply } from '../../engine/trainer/products.ts'
import { say } from '../support/say.ts'
import { WASM_FOLDER } from '../support/tensorflow.ts'
import { readWorld } from '../support/worldFiles.ts'
import { NaiveTrainer } from './naive.ts'
import { figure, interquartileRange, type Row } from './row.ts'

const RUNS = 9
/** Least time of one run, ms. */
const RUN_MS = 400
const LONG = 10_000

interface Case {
  readonly backend: TensorBackend
  readonly size: '112k' | '496k'
  readonly batchSize: number
}

const CASES: readonly Case[] = [
  { backend: 'wasm', size: '112k', batchSize: 32 },
  { backend: 'wasm', size: '112k', batchSize: 256 },
  { backend: 'wasm', size: '496k', batchSize: 32 },
  { backend: 'wasm', size: '496k', batchSize: 256 },
  { backend: 'cpu', size: '112k', batchSize: 32 },
]
const ENCODERS: Readonly<Record<Case['size'], PreferenceEncoder>> = { '112k': '64-32', '496k': '256-768' }

/** Updates a second beside a naive loop's in the same minutes, and what 10,000 updates leave behind. */
export async function benchTrain(): Promise<Row[]> {
  const rows: Row[] = []
  for (const one of CASES) rows.push(await benchSpeed(one))
  return [...rows, ...(await benchLeaks())]
}

async function benchSpeed({ backend, size, batchSize }: Case): Promise<Row> {
  const name = `train.steps.${backend}.${size}.b${batchSize}`
  say(name)
  await startTensorFlow(backend, WASM_FOLDER)
  const settings = { ...DEFAULT_TRAINING, preferenceEncoder: ENCODERS[size], batchSize }
  const { environment, policy } = setUp(settings)
  const trainer = new Trainer(environment, policy, settings, 1, multiply)
  const own = setUp(settings)
  const naive = new NaiveTrainer(own.environment, own.policy, settings)
  const rates: number[] = []
  const naiveRates: number[] = []
  // In turns, so that a busy moment of the machine strikes both; the first turn warms the code up.
  for (let run = -1; run < RUNS; run++) {
    const rate = await stepsPerSecond(() => trainer.step())
    const naiveRate = await stepsPerSecond(async () => naive.step())
    if (run < 0) continue
    rates.push(rate)
    naiveRates.push(naiveRate)
  }
  return figure(name, quantile(rates, 0.5), 'steps/s', {
    spread: interquartileRange(rates),
    reference: quantile(naiveRates, 0.5),
  })
}

/** Tensors and megabytes more after ten thousand updates than after the first thousand. */
async function benchLeaks(): Promise<Row[]> {
  say(`train.tensors.${LONG}, train.heap.${LONG}`)
  await startTensorFlow('wasm', WASM_FOLDER)
  const settings = { ...DEFAULT_TRAINING, steps: 2 * LONG }
  const { environment, policy } = setUp(settings)
  const trainer = new Trainer(environment, policy, settings, 1, multiply)
  for (let step = 0; step < LONG / 10; step++) await trainer.step()
  const before = await held()
  for (let step = 0; step < LONG; step++) await trainer.step()
  const after = await held()
  return [
    figure(`train.tensors.${LONG}`, after.tensors - before.tensors, 'tensors'),
    figure(`train.heap.${LONG}`, after.megabytes - before.megabytes, 'MB'),
  ]
}

/** What is alive once the garbage is collected: objects, and the buffers behind arrays. */
async function held() {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc')
  for (let round = 0; round < 3; round++) {
    collect()
    await new Promise(resolve => setTimeout(resolve, 50)) // buffers are freed a moment after their owners
  }
  const { heapUsed, external } = process.memoryUsage()
  return { tensors: tf.memory().numTensors, megabytes: (heapUsed + external) / 1e6 }
}

function setUp(settings: TrainingSettings) {
  const world = readWorld('routerbench-11')
  const { training } = trainingRows(world, settings)
  return {
    environment: createEnvironment(world, training, 1),
    policy: initialisePolicy(shapeOf(settings, world.llms.length), 1),
  }
}

async function stepsPerSecond(step: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  let steps = 0
  for (; performance.now() - start < RUN_MS; steps++) await step()
  return (1000 * steps) / (performance.now() - start)
}
