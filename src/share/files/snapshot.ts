/** The state of a training run in a run file: float32 vectors as base64, the rest as it is. */
import type { RecorderState } from '../../core/evaluation/curveRecorder.ts'
import type { OptimiserState } from '../../core/learning/optimiser.ts'
import type { BestPolicy, RunSnapshot, TrainerSnapshot } from '../../core/learning/snapshot.ts'
import type { StreamState } from '../../core/math/random.ts'
import { floatsFromBase64, floatsToBase64 } from './base64.ts'
import { list, nullable, number, type Reader, record, text, whole } from './fields.ts'
import { readPoint, readPoints, readReward, readStep } from './points.ts'
import { MAX_POLICY_BYTES, MAX_STEP } from './policyFile.ts'

/** As it stands in the file. */
export function writeSnapshot({ trainer, recorder, validated, best }: RunSnapshot) {
  return {
    recorder,
    validated,
    trainer: {
      ...trainer,
      parameters: floatsToBase64(trainer.parameters),
      averaged: floatsToBase64(trainer.averaged),
      optimiser: { ...trainer.optimiser, moments: trainer.optimiser.moments.map(floatsToBase64) },
    },
    best: best && { ...best, parameters: floatsToBase64(best.parameters) },
  }
}

const readFloats: Reader<Float32Array> = (value, place) =>
  floatsFromBase64(text(MAX_POLICY_BYTES)(value, place))

/** A random stream's four 32-bit words, signed or not. */
const word = whole(-(2 ** 31), 2 ** 32 - 1)
const readStream: Reader<StreamState> = (value, place) => {
  const words = list(word, 4)(value, place)
  if (words.length !== 4) throw new Error(`“${place.path}” is not the state of a random stream.`)
  return [words[0], words[1], words[2], words[3]]
}

export const readSnapshot: Reader<RunSnapshot> = record<RunSnapshot>({
  trainer: record<TrainerSnapshot>({
    step: readStep,
    parameters: readFloats,
    averaged: readFloats,
    optimiser: record<OptimiserState>({ steps: readStep, moments: list(readFloats, 2) }),
    baseline: list(number(-1e12, 1e12), 16),
    rounds: record<TrainerSnapshot['rounds']>({ prompts: readStream, preferences: readStream }),
    arms: readStream,
    noise: readStream,
    outcomes: readStream,
  }),
  recorder: record<RecorderState>({
    points: readPoints,
    growing: nullable(
      record<NonNullable<RecorderState['growing']>>({ point: readPoint, updates: whole(1, MAX_STEP) }),
    ),
    width: whole(1, MAX_STEP),
  }),
  validated: nullable(readReward),
  best: nullable(record<BestPolicy>({ step: readStep, reward: readReward, parameters: readFloats })),
})

/** Whether every vector has as many numbers as the policy has parameters, and every point a share for each arm. */
export function snapshotFits({ trainer, recorder, best }: RunSnapshot, size: number, arms: number): boolean {
  const vectors = [trainer.parameters, trainer.averaged, ...trainer.optimiser.moments]
  if (best) vectors.push(best.parameters)
  const points = [...recorder.points, ...(recorder.growing ? [recorder.growing.point] : [])]
  return (
    vectors.every(vector => vector.length === size) && points.every(({ shares }) => shares.length === arms)
  )
}
