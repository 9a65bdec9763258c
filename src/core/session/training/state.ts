/** What the training session knows, hears and asks for. */
import type { TrainingReport } from '../../evaluation/curve.ts'
import type { BackendPreference } from '../../experiment/backend.ts'
import type { BackendReport } from '../../experiment/backendReport.ts'
import type { Start } from '../../experiment/options.ts'
import type { Pace, Phase, Speed } from '../../experiment/pace.ts'
import { DEFAULT_TRAINING, type TrainingSettings } from '../../experiment/training.ts'
import type { RunPlan } from '../../learning/runPlan.ts'
import type { RunSnapshot } from '../../learning/snapshot.ts'
import type { Message } from '../../messages/message.ts'
import type { Policy } from '../../policy/policy.ts'
import type { PolicySource } from '../../policy/source.ts'
import { DEFAULT_VIEW } from '../../view/view.ts'
import type { Family, World } from '../../world/world.ts'
import type { Step } from '../session.ts'

/** What a person, a link or a file may set. */
export interface TrainingView {
  readonly settings: TrainingSettings
  readonly seed: number
  /** Where a run begins: at a fresh initialisation, or at the policy that ships with the world. */
  readonly start: Start
  readonly speed: Speed
  readonly backendPreference: BackendPreference
  readonly trainWhileHidden: boolean
  /** Whether the feedback table shows the eye what the learner does not see. */
  readonly peek: boolean
}

export type TrainingStatus =
  /** There is no run. */
  | 'idle'
  /** The worker, the world or the backend is on its way. */
  | 'starting'
  /** It trains, unless the tab is hidden. */
  | 'running'
  | 'paused'
  /** The last update is done. */
  | 'finished'
  | 'failed'

/** A curve kept for comparison with the next one. */
export interface PinnedRun {
  readonly label: string
  readonly points: TrainingReport['points']
}

/** A policy and where it comes from. */
export interface RoutedPolicy {
  readonly policy: Policy
  readonly source: PolicySource
}

export interface TrainingState extends TrainingView {
  readonly status: TrainingStatus
  /** Why it failed, what was mended or changed; the newest. */
  readonly messages: readonly Message[]
  /** What trains, once it was chosen. */
  readonly backend: BackendReport | null
  readonly report: TrainingReport | null
  /** In slow motion: the round of the batch that is shown, and the last of its phases that is. */
  readonly shown: { readonly round: number; readonly phase: Phase } | null
  readonly pinned: PinnedRun | null

  /** The shown world. */
  readonly world: { readonly id: string; readonly families: readonly Family[] } | null
  /** The policy that ships with the shown world; null where none does. */
  readonly shipped: Policy | null
  /** What routes while no run does. */
  readonly base: RoutedPolicy | null
  /** Number of the newest run; its world and its reports carry it. */
  readonly run: number
  /** Whether the worker holds that run. */
  readonly live: boolean
  /** While it starts: what comes then. */
  readonly next: 'running' | 'paused'
  /** While it starts: whether one update, or in slow motion one phase, comes first. */
  readonly stepFirst: boolean
  /** Where the next run begins, if not at update 0. */
  readonly resume: RunSnapshot | null
  /** Number of the request for that, while it is on its way: until then no run begins. */
  readonly resumeAwaits: number | null
  /** Runs of worlds that were shown before, by the world's id. */
  readonly asides: Readonly<Record<string, AsideRun>>
  /** Whether the run's policy routes the page. */
  readonly routes: boolean
  /** A snapshot that the worker was asked for, and who waits for it. */
  readonly saving: { readonly request: number; readonly saves: readonly number[] } | null
  /** Number of the newest request for a snapshot. */
  readonly request: number
  readonly hidden: boolean
  /** Number of the tick that slow motion waits for. */
  readonly tick: number
}

export const INITIAL_TRAINING: TrainingState = {
  settings: DEFAULT_TRAINING,
  seed: DEFAULT_VIEW.seed,
  start: DEFAULT_VIEW.start,
  speed: DEFAULT_VIEW.speed,
  backendPreference: DEFAULT_VIEW.backendPreference,
  trainWhileHidden: DEFAULT_VIEW.trainWhileHidden,
  peek: DEFAULT_VIEW.peek,
  status: 'idle',
  messages: [],
  backend: null,
  report: null,
  shown: null,
  pinned: null,
  world: null,
  shipped: null,
  base: null,
  run: 0,
  live: false,
  next: 'running',
  stepFirst: false,
  resume: null,
  resumeAwaits: null,
  asides: {},
  routes: false,
  saving: null,
  request: 0,
  hidden: false,
  tick: 0,
}

/** A run that was put aside with its world. */
export interface AsideRun {
  readonly run: RestoredRun
  /** Number of the request for its snapshot, while that is on its way. */
  readonly awaits: number | null
}

/** A run that was put away: in a file, on the device, or aside. The page shows its world already. */
export interface RestoredRun extends Pick<TrainingView, 'settings' | 'seed' | 'start'> {
  readonly pinned: PinnedRun | null
  readonly report: TrainingReport | null
  /** Null where the run cannot go on. */
  readonly snapshot: RunSnapshot | null
  /** The policy it routed by; null where none of its own did. */
  readonly policy: Policy | null
  /** Name of the file; null for a run of this page's own. */
  readonly name: string | null
}

/** What the trainer's worker tells. */
export type TrainerEvent =
  | { readonly type: 'ready'; readonly backend: BackendReport }
  | {
      readonly type: 'report'
      readonly run: number
      readonly report: TrainingReport
      readonly state: 'running' | 'paused' | 'finished'
    }
  /** Something went wrong and was mended. */
  | { readonly type: 'notice'; readonly message: Message }
  /** The worker, or the run in it, is gone. */
  | { readonly type: 'failed'; readonly messages: readonly Message[] }

export type TrainingEvent =
  | TrainerEvent
  /** A run that is finished starts over. */
  | { readonly type: 'play' }
  | { readonly type: 'pause' }
  /** One update; in slow motion the next phase. */
  | { readonly type: 'step' }
  /** Back to update 0; the policy from before the run routes again. */
  | { readonly type: 'reset' }
  | { readonly type: 'pin' }
  | { readonly type: 'unpin' }
  /** Settings are clamped, and it is said; a run that they would change starts again. */
  | { readonly type: 'view'; readonly change: TrainingChange }
  /** Another world is shown, with the policy that routes it. */
  | {
      readonly type: 'world-shown'
      readonly world: { readonly id: string; readonly families: readonly Family[] }
      readonly routed: RoutedPolicy
    }
  /** Another policy routes the shown world: one that was opened, or the answer to `route`. */
  | { readonly type: 'policy-shown'; readonly routed: RoutedPolicy }
  | { readonly type: 'world-fetched'; readonly run: number; readonly world: World }
  | { readonly type: 'world-missing'; readonly run: number; readonly messages: readonly Message[] }
  /** The moment that slow motion waited for. */
  | { readonly type: 'tick'; readonly tick: number }
  | { readonly type: 'visibility'; readonly hidden: boolean }
  /** Somebody wants the run as it stands. @param save a number of the asker's, settled exactly once */
  | { readonly type: 'save'; readonly save: number }
  /** The worker's answer; null where it has no run, or is gone. */
  | { readonly type: 'snapshot'; readonly request: number; readonly snapshot: RunSnapshot | null }
  | { readonly type: 'restore'; readonly run: RestoredRun }

export type TrainingChange = Partial<Omit<TrainingView, 'settings'>> & {
  readonly settings?: Partial<TrainingSettings>
}

export type TrainingCommand =
  /** Answered by `world-fetched` or `world-missing`. */
  | { readonly type: 'fetch-world'; readonly run: number }
  | {
      readonly type: 'start'
      readonly run: number
      readonly world: World
      readonly plan: RunPlan
      readonly backend: BackendPreference
    }
  | { readonly type: 'train'; readonly pace: Pace }
  | { readonly type: 'hold' }
  | { readonly type: 'advance' }
  | { readonly type: 'change-backend'; readonly backend: BackendPreference }
  /** Answered by `snapshot` with the same number. */
  | { readonly type: 'take-snapshot'; readonly request: number }
  | { readonly type: 'end-worker' }
  /** Answered by `tick` after the time that a phase stands. */
  | { readonly type: 'wait'; readonly tick: number }
  /** The page is to route by this policy; answered by `policy-shown`, unless it does already. */
  | { readonly type: 'route'; readonly routed: RoutedPolicy }
  | { readonly type: 'settle'; readonly save: number; readonly snapshot: RunSnapshot | null }

export type TrainingStep = Step<TrainingState, TrainingCommand>
