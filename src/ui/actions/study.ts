import type { StudyPlan } from '../../core/evaluation/study.ts'
import type { StudySlotName } from '../../core/session/study/state.ts'

export interface StudyActions {
  /** Runs a study of the shown world in the slot's own worker, replacing its last one. */
  run(slot: StudySlotName, plan: StudyPlan): void
  cancel(slot: StudySlotName): void
  /** Evaluates the routers of the shown world that need no training here, and from then on those of every world shown. */
  evaluateReferences(): void
  /** The same for the policy that routes, unless it is the shipped one, which is among those routers. */
  evaluatePolicy(): void
}
