import { useMemo, useState } from 'react'
import type { Sweep } from '../../core/evaluation/curve.ts'
import type { PolicySource } from '../../core/policy/source.ts'
import type { EvaluatedPolicy } from '../../core/session/study/state.ts'
import { usePlayground, useStudy, useTraining } from '../context.ts'
import type { Evaluated } from './contenders.ts'

/** A run reports ten times a second and looks at test prompts far less often: the sweep stays the same object until a figure in it changes. */
export function keepWhileEqual(): (sweep: Sweep | null) => Sweep | null {
  let kept: Sweep | null = null
  return sweep => {
    const before = kept?.points ?? []
    const equal =
      sweep?.n === kept?.n &&
      sweep?.points.length === before.length &&
      sweep?.points.every(
        ({ wc, quality, costUsd }, i) =>
          wc === before[i].wc && quality === before[i].quality && costUsd === before[i].costUsd,
      )
    if (!equal) kept = sweep
    return kept
  }
}

/** The evaluation of the policy that routes now; null where that is the shipped one, or has changed since. */
export function useOwn(): EvaluatedPolicy | null {
  const own = useStudy(state => state.own)
  const isCurrent = usePlayground(({ loaded }) => own !== null && loaded?.policy === own.policy)
  return isCurrent ? own : null
}

/** What is known of it: its evaluation in full, or while it trains a run's own look at some prompts. */
export function useOwnEvaluation(): Evaluated['own'] {
  const own = useOwn()
  const kind = usePlayground(state => state.loaded?.source.kind)
  const [keep] = useState(keepWhileEqual)
  const sweep = useTraining(state => keep(state.report?.sweep ?? null))
  return useMemo(() => {
    if (own) return { kind: 'evaluated', label: ownLabel(kind), evaluations: own.evaluations }
    return kind === 'run' && sweep ? { kind: 'training', sweep } : null
  }, [own, kind, sweep])
}

export function ownLabel(kind: PolicySource['kind'] | undefined): string {
  return kind === 'file' ? 'opened policy' : 'your policy'
}
