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

/** Who wants to know how it goes. */
export interface PretrainWatcher {
  onPoint?(point: CurvePoint): void
  /** @param validation reward of the newest validation; null before the first */
  onUpdate?(record: StepRecord, validation: number | null): void
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
  { onPoint, onUpdate }: PretrainWatcher = {},
): Promise<PretrainedPolicy> {
  const policy = initialisePolicy(shapeOf(settings, training.arms), seed)
  const trainer = new Trainer(training, policy, settings, seed, multiply)
  const keeper = new BestKeeper(validation, validation.tauUsd * settings.tauScale, policyRule)
  const curve: CurvePoint[] = []
  let since: StepRecord[] = []
  let validated: number | null = null
  for (let step = 1; step <= settings.steps; step++) {
    const record = await trainer.step()
    since.push(record)
    const due = step % every === 0 || step === settings.steps
    if (due) validated = keeper.validate(step, trainer.averagedCopy())
    onUpdate?.(record, validated)
    if (!due || validated === null) continue
    const point: CurvePoint = {
      step,
      reward: mean(since.map(record => mean(record.rewards))),
      entropy: mean(since.map(record => record.entropy)),
      validation: validated,
    }
    since = []
    curve.push(point)
    onPoint?.(point)
  }
  const { step: bestStep, kept } = keeper.best ?? { step: 0, kept: trainer.averaged }
  return { policy: kept, bestStep, curve }
}
