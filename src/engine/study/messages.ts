/** What the page and a study's worker say to each other. A worker does one thing and is then ended. */
import type { StudyPlan, StudyProgress } from '../../core/evaluation/study.ts'
import type { PolicyShape } from '../../core/policy/shape.ts'
import type { World } from '../../core/world/world.ts'
import type { Judged } from './references.ts'

export type ToStudy =
  | { readonly type: 'run'; readonly world: World; readonly plan: StudyPlan }
  | {
      readonly type: 'judge'
      readonly world: World
      readonly policy: { readonly shape: PolicyShape; readonly parameters: Float32Array } | null
    }

export type FromStudy =
  | { readonly type: 'progress'; readonly progress: StudyProgress }
  | { readonly type: 'finished' }
  | { readonly type: 'judged'; readonly judged: Judged }
  | { readonly type: 'failed'; readonly message: string }
