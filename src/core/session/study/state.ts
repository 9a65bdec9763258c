/** What the session of studies and evaluations knows, hears and asks for. */
import type { HeldOutEvaluation } from '../../evaluation/heldOut.ts'
import type { StudyPlan, StudyProgress } from '../../evaluation/study.ts'
import type { Messages } from '../../messages/message.ts'
import type { Policy } from '../../policy/policy.ts'
import type { PolicySource } from '../../policy/source.ts'
import type { Step } from '../session.ts'

/** The race of learners, and the comparison with its ablations. */
export const STUDY_SLOTS = ['race', 'compare'] as const
export type StudySlotName = (typeof STUDY_SLOTS)[number]

export interface StudySlot {
  readonly status: 'idle' | 'starting' | 'running' | 'done' | 'cancelled' | 'failed'
  /** Number of the work under way; null when there is none. */
  readonly job: number | null
  /** What is being run, or was. */
  readonly plan: StudyPlan | null
  /** Id of the world it runs on. */
  readonly world: string | null
  readonly progress: StudyProgress | null
  /** Why it failed. */
  readonly messages: Messages
}

/**
 * Zero, best fixed LLM at each w, oracle, random, every LLM, kNN, and as `policy` the one that ships with the world, on its
 * test prompts and on those of families never trained on.
 */
export interface EvaluatedReferences extends HeldOutEvaluation {
  readonly world: string
  /** Computed when the shipped policy was trained, or on this device. */
  readonly origin: 'shipped' | 'here'
  /** Where it is of this device: why the shipped evaluation is not used. */
  readonly notes: Messages
}

/** The policy that routes the page, not being the shipped one, on the same prompts; its rows are of router `policy`. */
export interface EvaluatedPolicy extends HeldOutEvaluation {
  readonly world: string
  readonly policy: Policy
}

/** An evaluation that is under way, or why there is none. */
export type Evaluating<Subject> =
  | { readonly status: 'busy'; readonly job: number; readonly subject: Subject }
  | { readonly status: 'failed'; readonly messages: Messages }

export interface StudyState {
  readonly race: StudySlot
  readonly compare: StudySlot
  /** Id of the shown world. */
  readonly world: string | null
  /** Whether evaluations were asked for: from then on every world that is shown is evaluated. */
  readonly wanted: boolean
  /** Number of the fetch of the shown world's shipped evaluation; null when it is not on its way. */
  readonly fetching: number | null
  /** Why the shown world's shipped evaluation is not used; empty where it ships none, or nothing went wrong. */
  readonly unshipped: Messages
  /** Of the shown world; null until they are there. */
  readonly references: EvaluatedReferences | null
  /** Of worlds shown before, newest last: going back shows them at once. */
  readonly known: readonly EvaluatedReferences[]
  /** The last policy of the person's own that was evaluated. Out of date as soon as another one routes. */
  readonly own: EvaluatedPolicy | null
  /** What is under way for the shown world, or failed. */
  readonly evaluating: {
    readonly references: Evaluating<string> | null
    readonly policy: Evaluating<Policy> | null
  }
  /** Number of the newest work. */
  readonly jobs: number
}

export const EMPTY_SLOT: StudySlot = {
  status: 'idle',
  job: null,
  plan: null,
  world: null,
  progress: null,
  messages: [],
}

export const INITIAL_STUDY: StudyState = {
  race: EMPTY_SLOT,
  compare: EMPTY_SLOT,
  world: null,
  wanted: false,
  fetching: null,
  unshipped: [],
  references: null,
  known: [],
  own: null,
  evaluating: { references: null, policy: null },
  jobs: 0,
}

/** What came of a piece of work; what is said of one that is no longer under way changes nothing. */
export type StudyAnswer =
  | { readonly type: 'progress'; readonly job: number; readonly progress: StudyProgress }
  | { readonly type: 'finished'; readonly job: number }
  | { readonly type: 'evaluated'; readonly job: number; readonly evaluation: HeldOutEvaluation }
  /** A world's shipped evaluation has come. */
  | { readonly type: 'fetched'; readonly job: number; readonly evaluation: HeldOutEvaluation }
  | { readonly type: 'failed'; readonly job: number; readonly messages: Messages }

export type StudyEvent =
  | StudyAnswer
  /** Another world is shown, or none. @param ships whether an evaluation ships with it */
  | { readonly type: 'world'; readonly world: string | null; readonly ships: boolean }
  /** Runs a study of the shown world, in place of the slot's last one. */
  | { readonly type: 'run'; readonly slot: StudySlotName; readonly plan: StudyPlan }
  | { readonly type: 'cancel'; readonly slot: StudySlotName }
  /** A study from a file, or none. */
  | {
      readonly type: 'restore'
      readonly slot: StudySlotName
      readonly study: {
        readonly world: string
        readonly plan: StudyPlan
        readonly progress: StudyProgress
      } | null
    }
  /** The references of the shown world are wanted, and again where some are missing. */
  | { readonly type: 'evaluate-references' }
  /** The policy that routes is to be evaluated, unless it is among the references or was never trained. */
  | { readonly type: 'evaluate-policy'; readonly policy: Policy; readonly source: PolicySource }

export type StudyCommand =
  | {
      readonly type: 'run'
      readonly job: number
      readonly slot: StudySlotName
      readonly world: string
      readonly plan: StudyPlan
    }
  | { readonly type: 'fetch-evaluation'; readonly job: number; readonly world: string }
  | { readonly type: 'evaluate-references'; readonly job: number; readonly world: string }
  | {
      readonly type: 'evaluate-policy'
      readonly job: number
      readonly world: string
      readonly policy: Policy
    }
  /** Nobody waits for it any more. */
  | { readonly type: 'end'; readonly job: number }

export type StudyStep = Step<StudyState, StudyCommand>
