import { useMemo, useState } from 'react'
import type { SweepPoint } from '../../core/evaluation/curve.ts'
import type { Split } from '../../core/world/world.ts'
import type { StudySlot } from '../../store/study.ts'
import { usePlayground, useStudy, useTraining } from '../context.ts'
import { type Contender, contenders } from './contenders.ts'

const NONE: readonly Contender[] = []

type Sweep = readonly SweepPoint[] | null

/** A run reports ten times a second and looks at test prompts far less often: the sweep stays the same object until a figure in it changes. */
export function keepWhileEqual(): (sweep: Sweep) => Sweep {
  let kept: Sweep = null
  return sweep => {
    const equal =
      sweep?.length === kept?.length &&
      sweep?.every(
        ({ wc, quality, costUsd }, i) =>
          kept !== null && wc === kept[i].wc && quality === kept[i].quality && costUsd === kept[i].costUsd,
      )
    if (!equal) kept = sweep
    return kept
  }
}

/** Everything that has been judged on a split of the shown world, best first; worked out anew only when a figure changes. */
export function useContenders(split: Split): readonly Contender[] {
  const world = usePlayground(state => state.loaded?.world.id)
  const llms = usePlayground(state => state.loaded?.world.llms)
  const references = useStudy(state => state.references)
  const [keep] = useState(keepWhileEqual)
  const sweep = useTraining(state => keep(state.report?.sweep ?? null))
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
        report: sweep && { sweep },
      },
      split,
    )
  }, [
    world,
    llms,
    references,
    sweep,
    race.world,
    racePlan,
    raceResult,
    compare.world,
    comparePlan,
    compareResult,
    split,
  ])
}
