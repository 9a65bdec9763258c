import { useMemo } from 'react'
import type { ReferenceLines, TrainingPoint } from '../../core/evaluation/curve.ts'
import type { RecordedRun } from '../../core/evaluation/recordedRun.ts'
import { usePlayground, useRecorded, useTraining } from '../context.ts'
import { formatCount } from '../format.ts'

/** The curves that stand on the page: the person's own run, or until there is one the run that made the shipped policy. */
export interface Curves {
  readonly points: readonly TrainingPoint[]
  readonly references: ReferenceLines | null
  /** The recorded run that they are of; null where they are of the person's own. */
  readonly recorded: RecordedRun | null
  /** Whose run it is, where it is the recorded one: a sentence. */
  readonly label: string | null
  /** Why there is nothing to draw; null where there is something. */
  readonly nothing:
    | null
    /** The recorded run is on its way. */
    | 'coming'
    /** It could not be fetched. */
    | 'failed'
    /** Nothing ships with this world: there are curves as soon as it is trained on. */
    | 'not-trained'
}

/** The curve of a run that has not begun; one list, so that nothing is drawn anew for it. */
const NO_POINTS: readonly TrainingPoint[] = []

export function useCurves(): Curves {
  const points = useTraining(state => state.report?.points ?? null)
  const references = useTraining(state => state.report?.references ?? null)
  const recorded = useRecorded(state => state.recorded)
  const failed = useRecorded(state => state.trouble !== null)
  const ships = useRecorded(state => state.world !== null)
  const isShown = usePlayground(state => state.loaded !== null)
  return useMemo(() => {
    if (points) return { points, references, recorded: null, label: null, nothing: null }
    if (recorded) {
      const { points, references } = recorded
      return { points, references, recorded, label: recordedLabel(recorded), nothing: null }
    }
    const nothing = failed ? 'failed' : ships || !isShown ? 'coming' : 'not-trained'
    return { points: NO_POINTS, references: null, recorded: null, label: null, nothing }
  }, [points, references, recorded, failed, ships, isShown])
}

/** Which run it is, in a sentence. */
export function recordedLabel({ settings, seed }: Pick<RecordedRun, 'settings' | 'seed'>): string {
  return `Recorded: the run that made the shipped policy, ${formatCount(settings.steps)} updates, seed ${formatCount(seed)}.`
}
