/** What the page and a study's worker say to each other. A worker does one thing and is then ended. */
import type { StudyPlan, StudyProgress } from '../../core/evaluation/study.ts'
import type { PolicyShape } from '../../core/policy/shape.ts'
import type { World } from '../../core/world/world.ts'
import type { Judged } from './references.ts'

/** As much of a policy as a worker is sent. */
export interface PlainPolicy {
  readonly shape: PolicyShape
  readonly parameters: Float32Array
}

export type ToStudy =
  | { readonly type: 'run'; readonly world: World; readonly plan: StudyPlan }
  /** The routers that need no training, and a policy beside them or none. */
  | { readonly type: 'judge'; readonly world: World; readonly policy: PlainPolicy | null }
  /** A policy alone. */
  | { readonly type: 'judge-policy'; readonly world: World; readonly policy: PlainPolicy }

export type FromStudy =
  | { readonly type: 'progress'; readonly progress: StudyProgress }
  | { readonly type: 'finished' }
  | { readonly type: 'judged'; readonly judged: Judged }
  | { readonly type: 'failed'; readonly message: string }
