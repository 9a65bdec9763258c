/** The points of a curve. */
import * as v from 'valibot'
import { MAX_POINTS, type TrainingPoint } from '../core/evaluation/curve.ts'
import { Amount, list, MAX_ARMS, mean, Reward, Score, Step } from './figures.ts'
import { Entropy } from './policyHeader.ts'

/** Expected reward given up: none, or two at most. */
export const Regret = mean(0, 2)

export const Point: v.GenericSchema<unknown, TrainingPoint> = v.object({
  step: Step,
  reward: Reward,
  quality: Score,
  costUsd: Amount,
  entropy: Entropy,
  gradientNorm: Amount,
  regret: Regret,
  shares: list(Score, MAX_ARMS),
  validation: v.nullable(Reward),
})

export const Points: v.GenericSchema<unknown, TrainingPoint[]> = list(Point, 2 * MAX_POINTS)
