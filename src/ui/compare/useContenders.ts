import { useMemo } from 'react'
import type { StudySlot, StudySlotName } from '../../core/session/study/state.ts'
import type { Split } from '../../core/world/world.ts'
import { usePlayground, useStudy } from '../context.ts'
import { type Contender, contenders, type Evaluated } from './contenders.ts'
import { useOwnEvaluation } from './useOwn.ts'

const NONE: readonly Contender[] = []

/** Everything that has been evaluated on a split of the shown world, best first; worked out anew only when a figure changes. */
export function useContenders(split: Split): readonly Contender[] {
  const world = usePlayground(state => state.loaded?.world.id)
  const llms = usePlayground(state => state.loaded?.world.llms)
  const references = useStudy(state => state.references)
  const own = useOwnEvaluation()
  const race = useStudyOf('race', world)
  const compare = useStudyOf('compare', world)
  return useMemo(() => {
    if (!world || !llms) return NONE
    return contenders(
      {
        llms,
        references: references?.world === world ? references.evaluations : [],
        studies: [race, compare].filter(study => study !== null),
        own,
      },
      split,
    )
  }, [world, llms, references, own, race, compare, split])
}

/** What a study of that world has come to; null where there is none. The same object until a figure changes. */
function useStudyOf(name: StudySlotName, world: string | undefined): Evaluated['studies'][number] | null {
  const ofWorld = (slot: StudySlot) => (slot.world === world ? slot : null)
  const plan = useStudy(state => ofWorld(state[name])?.plan ?? null)
  const result = useStudy(state => ofWorld(state[name])?.progress?.result ?? null)
  return useMemo(() => plan && result && { name, entries: plan.entries, result }, [name, plan, result])
}
