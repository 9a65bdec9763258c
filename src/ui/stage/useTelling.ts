import { useMemo } from 'react'
import type { RoundView } from '../../core/evaluation/curve.ts'
import type { Phase } from '../../core/experiment/pace.ts'
import { useTraining } from '../context.ts'

/** What slow motion tells: a round of the newest batch, up to a phase. */
export interface Telling {
  readonly round: RoundView
  readonly phase: Phase
}

/** The round that slow motion tells; null while it tells none. */
export function useTelling(): Telling | null {
  const slow = useTraining(state => state.speed === 'slow')
  const shown = useTraining(state => state.shown)
  const round = useTraining(state => (state.shown ? state.report?.rounds[state.shown.round] : undefined))
  return useMemo(() => (slow && shown && round ? { round, phase: shown.phase } : null), [slow, shown, round])
}
