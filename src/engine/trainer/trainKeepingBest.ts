import type { BanditEnvironment } from '../../core/bandit/environment.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import type { StepRecord } from '../../core/learning/record.ts'
import { validationReward } from '../../core/learning/validation.ts'
import { mean } from '../../core/math/statistics.ts'
import { initialisePolicy, type Policy } from '../../core/policy/policy.ts'
import type { CurvePoint } from '../../core/policy/policyHeader.ts'
import { shapeOf } from '../../core/policy/shape.ts'
import { Trainer } from './trainer.ts'

export interface TrainedPolicy {
  /** The policy as it was at `bestStep`. */
  readonly policy: Policy
  readonly bestStep: number
  readonly curve: readonly CurvePoint[]
}

/**
 * Trains from scratch and keeps the averaged parameters with the best validation reward.
 * @param seed of the initialisation and of every training stream
 * @param every updates between two looks at the validation split
 */
export async function trainKeepingBest(
  training: BanditEnvironment,
  validation: BanditEnvironment,
  settings: TrainingSettings,
  seed: number,
  every: number,
  onPoint: (point: CurvePoint) => void = () => {},
): Promise<TrainedPolicy> {
  const policy = initialisePolicy(shapeOf(settings, training.arms), seed)
  const trainer = new Trainer(training, policy, settings, seed)
  const tauUsd = validation.tauUsd * settings.tauScale
  const curve: CurvePoint[] = []
  let best = { step: 0, reward: Number.NEGATIVE_INFINITY, parameters: trainer.averaged.parameters }
  let since: StepRecord[] = []
  for (let step = 1; step <= settings.steps; step++) {
    since.push(await trainer.step())
    if (step % every !== 0 && step !== settings.steps) continue
    const point: CurvePoint = {
      step,
      reward: mean(since.map(record => mean(record.rewards))),
      entropy: mean(since.map(record => record.entropy)),
      validation: validationReward(validation, trainer.averaged, tauUsd),
    }
    since = []
    curve.push(point)
    onPoint(point)
    if (point.validation > best.reward) {
      best = { step, reward: point.validation, parameters: trainer.averaged.parameters.slice() }
    }
  }
  return { policy: { ...policy, parameters: best.parameters }, bestStep: best.step, curve }
}
