import type { BanditEnvironment } from '../../core/bandit/environment.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import { BestKeeper } from '../../core/learning/bestKeeper.ts'
import type { StepRecord } from '../../core/learning/record.ts'
import { Trainer } from '../../core/learning/trainer.ts'
import { mean } from '../../core/math/statistics.ts'
import { policyRule } from '../../core/policy/dial.ts'
import { initialisePolicy, type Policy } from '../../core/policy/policy.ts'
import type { CurvePoint } from '../../core/policy/policyHeader.ts'
import { shapeOf } from '../../core/policy/shape.ts'
import { multiply } from './products.ts'

export interface PretrainedPolicy {
  /** The policy as it was at `bestStep`. */
  readonly policy: Policy
  readonly bestStep: number
  readonly curve: readonly CurvePoint[]
}

/**
 * Trains a policy to ship: from scratch, to the last update, keeping the averaged policy with the best validation reward.
 * @param seed of the initialisation and of every training stream
 * @param every updates between two validations, and between two points of the curve
 */
export async function pretrain(
  training: BanditEnvironment,
  validation: BanditEnvironment,
  settings: TrainingSettings,
  seed: number,
  every: number,
  onPoint: (point: CurvePoint) => void = () => {},
): Promise<PretrainedPolicy> {
  const policy = initialisePolicy(shapeOf(settings, training.arms), seed)
  const trainer = new Trainer(training, policy, settings, seed, multiply)
  const keeper = new BestKeeper(validation, validation.tauUsd * settings.tauScale, policyRule)
  const curve: CurvePoint[] = []
  let since: StepRecord[] = []
  for (let step = 1; step <= settings.steps; step++) {
    since.push(await trainer.step())
    if (step % every !== 0 && step !== settings.steps) continue
    const point: CurvePoint = {
      step,
      reward: mean(since.map(record => mean(record.rewards))),
      entropy: mean(since.map(record => record.entropy)),
      validation: keeper.validate(step, trainer.averagedCopy()),
    }
    since = []
    curve.push(point)
    onPoint(point)
  }
  const { step: bestStep, kept } = keeper.best ?? { step: 0, kept: trainer.averaged }
  return { policy: kept, bestStep, curve }
}
