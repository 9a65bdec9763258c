/** The page's state as a run to save, and a saved run as the page's state. */
import { problem } from '../core/messages/message.ts'
import { createPolicy } from '../core/policy/policy.ts'
import { STUDY_SLOTS, type StudySlot } from '../core/session/study/state.ts'
import type { RestoredRun } from '../core/session/training/state.ts'
import type { Run } from '../share/files/runFile.ts'
import type { SavedStudy } from '../share/files/studyFields.ts'
import type { Loaded, Playground } from '../store/playground.ts'
import type { StudyStore } from '../store/study.ts'
import type { TrainingStore } from '../store/training.ts'
import type { Studies } from './study.ts'
import type { Training } from './training.ts'

export interface RunParts {
  /** The run in training as it stands, and how to go on from one. */
  readonly trainer: Pick<Training, 'snapshot' | 'restore'>
  readonly playground: Playground
  readonly training: TrainingStore
  readonly study: StudyStore
  readonly studies: Pick<Studies, 'restore'>
}

/** LLM ids in the order of the logits. */
export function rosterOf({ world }: Loaded): string[] {
  return world.llms.map(({ id }) => id)
}

/** @throws Error when no world is shown */
export async function collectRun({
  playground,
  training,
  study,
  trainer,
}: Omit<RunParts, 'studies'>): Promise<Run> {
  const before = playground.getState().loaded?.world.id
  const snapshot = await trainer.snapshot()
  const { loaded, routing, w } = playground.getState()
  if (!loaded || !routing) throw problem('no-world-shown', {})
  // The snapshot would be another world's.
  if (loaded.world.id !== before) throw problem('other-world-chosen', {})
  const { settings, seed, start, report, pinned } = training.getState()
  const trained = loaded.source.kind === 'run' && report ? report : null
  const routed = loaded.source.kind === 'shipped' ? null : (trained ?? loaded.policy)
  const saved = ({ world, plan, progress }: StudySlot): SavedStudy | null =>
    world === loaded.world.id && plan && progress ? { plan, progress } : null
  return {
    world: loaded.world.id,
    roster: rosterOf(loaded),
    prompt: routing.prompt.kind === 'example' ? routing.prompt.name : '',
    wc: w.cost,
    settings,
    seed,
    start,
    pinned,
    report: report && {
      step: report.step,
      keptStep: report.keptStep,
      points: report.points,
      references: report.references,
      tauUsd: report.tauUsd,
    },
    snapshot,
    policy: routed && { shape: routed.shape, parameters: routed.parameters },
    studies: { race: saved(study.getState().race), compare: saved(study.getState().compare) },
  }
}

/** Puts a run in place, its world being shown already. @param name of the file */
export function restoreRun({ playground, studies, trainer }: RunParts, run: Run, name: string): void {
  const { loaded, setCost } = playground.getState()
  if (!loaded) return
  setCost(run.wc)
  trainer.restore(restoredRun(run, loaded, name))
  for (const slot of STUDY_SLOTS) studies.restore(slot, run.world, run.studies[slot])
}

/** A saved run as training takes it up. @param name of the file; null for a run that the device kept */
export function restoredRun(run: Run, loaded: Loaded, name: string | null): RestoredRun {
  const policy = run.policy && createPolicy(run.policy.shape, run.policy.parameters)
  const { shape, parameters } = policy ?? loaded.policy
  const { settings, seed, start, pinned, snapshot } = run
  const report = run.report && {
    ...run.report,
    stepsPerSecond: null,
    rounds: [],
    sweep: null,
    shape,
    parameters,
  }
  return { settings, seed, start, pinned, report, snapshot, policy, name }
}
