/** Runs a study: all entries of a seed in lockstep, one batch each at a time, then the next seed. Runs in a worker and in Node alike. */
import { bandsOf } from '../../core/evaluation/bands.ts'
import type {
  StudyCurve,
  StudyFit,
  StudyPlan,
  StudyProgress,
  StudyResult,
} from '../../core/evaluation/study.ts'
import type { Evaluation } from '../../core/evaluation/sweep.ts'
import type { World } from '../../core/world/world.ts'
import { StudyRun } from './studyRun.ts'

/** Milliseconds between two reports, at least. */
const REPORT_EVERY_MS = 125

export interface StudyOptions {
  readonly signal?: AbortSignal
  /** Updates without a better look at the validation prompts after which an entry stops by itself; without it none does. */
  readonly patience?: number
}

/**
 * Yields how far it is now and then, and after every seed; returns the result.
 * @throws Error when a world has no prompts to train on; the signal's reason when aborted
 */
export async function* runStudy(
  world: World,
  plan: StudyPlan,
  { signal, patience = Number.POSITIVE_INFINITY }: StudyOptions = {},
): AsyncGenerator<StudyProgress, StudyResult> {
  const steps = Math.max(0, ...plan.entries.map(entry => entry.settings.steps))
  const evaluated: Evaluation[] = []
  const fits: StudyFit[] = []
  const finished: StudyCurve[] = []
  let result: StudyResult = { rows: [], aiq: [], fits: [] }
  for (const [seedsDone, seed] of plan.seeds.entries()) {
    const runs = plan.entries.map(entry => new StudyRun(world, entry, seed, patience))
    const curves = () => [...finished, ...runs.map(run => run.curve)]
    let reported = performance.now()
    for (let step = 1; runs.some(run => !run.finished); step++) {
      for (const run of runs) {
        signal?.throwIfAborted()
        if (!run.finished) await run.step()
      }
      if (performance.now() - reported < REPORT_EVERY_MS) continue
      reported = performance.now()
      yield { seed, seedsDone, step, steps, curves: curves(), result }
    }
    evaluated.push(evaluateRuns(runs, plan))
    fits.push(...runs.map(run => run.fit()))
    finished.push(...runs.map(run => run.curve))
    result = { ...bandsOf(evaluated), fits: fits.slice() }
    yield { seed, seedsDone: seedsDone + 1, step: steps, steps, curves: finished.slice(), result }
  }
  return result
}

function evaluateRuns(runs: readonly StudyRun[], plan: StudyPlan): Evaluation {
  const evaluations = plan.splits.flatMap(split => runs.map(run => run.evaluate(split)))
  return {
    rows: evaluations.flatMap(evaluation => evaluation.rows),
    aiq: evaluations.flatMap(evaluation => evaluation.aiq),
  }
}
