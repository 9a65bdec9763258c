/** Reading the points of a curve, and the figures in them. */
import { MAX_POINTS, type TrainingPoint } from '../../core/evaluation/curve.ts'
import { list, nullable, number, type Reader, record, whole } from './fields.ts'
import { MAX_ARMS, MAX_STEP } from './policyFile.ts'

export const readStep = whole(0, MAX_STEP)
export const readReward = number(-1, 1)
export const readScore = number(0, 1)
export const readCostUsd = number(0, 1e6)

export const readPoint: Reader<TrainingPoint> = record<TrainingPoint>({
  step: readStep,
  reward: readReward,
  quality: readScore,
  costUsd: readCostUsd,
  entropy: number(0, 64),
  gradientNorm: number(0, 1e12),
  regret: number(0, 2),
  shares: list(readScore, MAX_ARMS),
  validation: nullable(readReward),
})

export const readPoints: Reader<TrainingPoint[]> = list(readPoint, 2 * MAX_POINTS)
