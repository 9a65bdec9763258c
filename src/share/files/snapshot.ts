/** The state of a training run in a run file: float32 vectors as base64, the rest as it is. */
import * as v from 'valibot'
import type { RunSnapshot } from '../../core/learning/snapshot.ts'
import { Finite, list, MAX_STEP, Reward, Step, text, whole } from '../../schema/figures.ts'
import { Point, Points } from '../../schema/points.ts'
import { floatsFromBase64, floatsToBase64 } from './base64.ts'
import { MAX_POLICY_BYTES } from './policyFile.ts'

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

/** @throws Problem within a schema too: the bytes say nothing of where they stand */
const Floats = v.pipe(text(MAX_POLICY_BYTES), v.transform(floatsFromBase64))

/** One of a random stream's four 32-bit words, signed or not. */
const Word = whole(-(2 ** 31), 2 ** 32 - 1)
const Stream = v.strictTuple([Word, Word, Word, Word])

/** The regression's baseline remembers twelve numbers; there is room for a few more. */
const MAX_BASELINE = 16

export const Snapshot: v.GenericSchema<unknown, RunSnapshot> = v.object({
  trainer: v.object({
    step: Step,
    parameters: Floats,
    averaged: Floats,
    optimiser: v.object({ steps: Step, moments: list(Floats, 2) }),
    baseline: list(Finite, MAX_BASELINE),
    rounds: v.object({ prompts: Stream, preferences: Stream }),
    arms: Stream,
    noise: Stream,
    outcomes: Stream,
  }),
  recorder: v.object({
    points: Points,
    growing: v.nullable(v.object({ point: Point, updates: whole(1, MAX_STEP) })),
    width: whole(1, MAX_STEP),
  }),
  validated: v.nullable(Reward),
  best: v.nullable(v.object({ step: Step, reward: Reward, parameters: Floats })),
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
