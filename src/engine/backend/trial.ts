/** A training run in miniature, for testing and timing a backend. Its world is made up; nothing of it is shown. */
import type { BanditEnvironment } from '../../core/bandit/environment.ts'
import { DEFAULT_TRAINING, type TrainingSettings } from '../../core/experiment/training.ts'
import { Trainer } from '../../core/learning/trainer.ts'
import { createStream } from '../../core/math/random.ts'
import { norm } from '../../core/math/vectors.ts'
import { initialisePolicy } from '../../core/policy/policy.ts'
import { shapeOf } from '../../core/policy/shape.ts'
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import { multiply } from '../trainer/products.ts'

const ARMS = 11
const PROMPTS = 64
/** How long a backend is timed, ms. */
const TIMED_MS = 300

function trialEnvironment(): BanditEnvironment {
  const stream = createStream(1, 'backend/trial')
  const embeddings = Array.from({ length: PROMPTS }, () => {
    const raw = Float32Array.from({ length: EMBEDDING_SIZE }, () => stream.normal())
    const length = norm(raw)
    return raw.map(x => x / length)
  })
  return {
    arms: ARMS,
    size: PROMPTS,
    tauUsd: 0.01,
    embedding: prompt => embeddings[prompt],
    reveal: (prompt, arm) => ({ quality: ((prompt + arm) % 5) / 4, costUsd: 0.001 * arm }),
    position: () => stream.state(),
    resume: () => {},
  }
}

function trialTrainer(settings: Partial<TrainingSettings>) {
  const all = { ...DEFAULT_TRAINING, ...settings }
  const policy = initialisePolicy(shapeOf(all, ARMS), 1)
  return { policy, trainer: new Trainer(trialEnvironment(), policy, all, 1, multiply) }
}

/** The gradient of one batch on the active backend: with plain descent at rate 1 it is how far the parameters moved. */
export async function trialGradient(): Promise<Float32Array> {
  const { policy, trainer } = trialTrainer({
    optimiser: 'sgd',
    learningRate: 1,
    schedule: 'constant',
    gradientClip: 1e3,
    batchSize: 16,
    embeddingNoise: 0,
    averaging: 0,
  })
  const before = policy.parameters.slice()
  await trainer.step()
  return before.map((x, i) => x - policy.parameters[i])
}

/** |a - b| / |b|; infinite where `a` is not finite or all zero while `b` is not. */
export function relativeError(a: Float32Array, b: Float32Array): number {
  const error = norm(a.map((x, i) => x - b[i])) / norm(b)
  return Number.isFinite(error) ? error : Number.POSITIVE_INFINITY
}

/** Updates a second on the active backend under some settings. @param now the clock, ms */
export async function trialSpeed(settings: Partial<TrainingSettings>, now: () => number): Promise<number> {
  const { trainer } = trialTrainer(settings)
  for (let i = 0; i < 3; i++) await trainer.step()
  const start = now()
  let steps = 0
  for (; now() - start < TIMED_MS; steps++) await trainer.step()
  return (1000 * steps) / (now() - start)
}
