import type { StudyPlan } from '../../core/evaluation/study.ts'
import type { StudySlotName } from '../../store/study.ts'

export interface StudyActions {
  /** Runs a study of the shown world in its own worker, replacing the slot's last one. */
  run(slot: StudySlotName, plan: StudyPlan): void
  cancel(slot: StudySlotName): void
  /** Judges the routers of the shown world that need no training here, unless that is done or under way. */
  judge(): void
  /** The same for the policy that routes, unless it is the shipped one, which is among those routers. */
  judgePolicy(): void
}
