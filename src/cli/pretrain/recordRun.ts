import { CurveRecorder } from '../../core/evaluation/curveRecorder.ts'
import type { RecordedRun } from '../../core/evaluation/recordedRun.ts'
import { createRegretMeter } from '../../core/evaluation/regretMeter.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import { trainingRows } from '../../core/world/trainingRows.ts'
import type { World } from '../../core/world/world.ts'
import type { PretrainWatcher } from '../../engine/trainer/pretrain.ts'

/** Draws a run's curves as the page would draw them. It looks on: the learner is another's. */
export interface RunRecord {
  readonly onUpdate: NonNullable<PretrainWatcher['onUpdate']>
  /** The curves so far, and what they are measured against. */
  curves(): Pick<RecordedRun, 'points' | 'references'>
}

export function recordRun(world: World, settings: TrainingSettings): RunRecord {
  const { training } = trainingRows(world, settings)
  const meter = createRegretMeter(world, training, world.tauUsd * settings.tauScale, settings)
  const recorder = new CurveRecorder(world.llms.length)
  return {
    onUpdate: (record, validation) => recorder.add(record, meter.regret(record), validation),
    curves: () => ({ points: recorder.points, references: meter.references }),
  }
}
