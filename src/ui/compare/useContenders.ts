import { useMemo } from 'react'
import type { StudySlot } from '../../core/session/study/state.ts'
import type { Split } from '../../core/world/world.ts'
import { usePlayground, useStudy } from '../context.ts'
import { type Contender, contenders } from './contenders.ts'
import { useOwnEvaluation } from './useOwn.ts'

const NONE: readonly Contender[] = []

/** Everything that has been evaluated on a split of the shown world, best first; worked out anew only when a figure changes. */
export function useContenders(split: Split): readonly Contender[] {
  const world = usePlayground(state => state.loaded?.world.id)
  const llms = usePlayground(state => state.loaded?.world.llms)
  const references = useStudy(state => state.references)
  const own = useOwnEvaluation()
  const race = useStudy(state => state.race)
  const compare = useStudy(state => state.compare)
  const racePlan = race.plan
  const raceResult = race.progress?.result ?? null
  const comparePlan = compare.plan
  const compareResult = compare.progress?.result ?? null
  return useMemo(() => {
    if (!world || !llms) return NONE
    const study = (
      name: string,
      slotWorld: string | null,
      plan: StudySlot['plan'],
      result: typeof raceResult,
    ) => (plan && result && slotWorld === world ? [{ name, entries: plan.entries, result }] : [])
    return contenders(
      {
        llms,
        references: references?.world === world ? references.evaluations : [],
        studies: [
          ...study('race', race.world, racePlan, raceResult),
          ...study('compare', compare.world, comparePlan, compareResult),
        ],
        own,
      },
      split,
    )
  }, [
    world,
    llms,
    references,
    own,
    race.world,
    racePlan,
    raceResult,
    compare.world,
    comparePlan,
    compareResult,
    split,
  ])
}
