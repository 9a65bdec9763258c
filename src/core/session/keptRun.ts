/**
 * The run that the device keeps for each world: decides when it is kept, and whether what an earlier visit left is offered.
 * One run a world: the one that got farthest, until the person discards it. What is offered is never overwritten by less.
 */
import { type Message, type Messages, message } from '../messages/message.ts'
import { type Step, stay } from './session.ts'
import type { TrainingStatus } from './training/state.ts'

/** What is known of a kept run without reading all of it. */
export interface KeptSummary {
  readonly world: string
  /** Stands for the world's data: the same id may have other data another day. */
  readonly mark: string
  /** Stands for settings, seed and start: of two runs with the same one, the farther goes on from the other. */
  readonly plan: string
  /** The update it stands at. */
  readonly step: number
  /** The update it ends at. */
  readonly steps: number
}

/** As much of the page's own run as matters here. */
export interface OwnRun extends Pick<KeptSummary, 'plan' | 'step' | 'steps'> {
  readonly status: TrainingStatus
}

export interface KeptRunState {
  /** The shown world. */
  readonly world: { readonly id: string; readonly mark: string } | null
  readonly own: OwnRun
  /** What the device keeps for the shown world; null where that is nothing, or not known yet. */
  readonly kept: KeptSummary | null
  /** The one thing under way with the storage. */
  readonly task: { readonly kind: 'look' | 'keep' | 'read'; readonly id: number } | null
  /** Something to keep came up while it was under way. */
  readonly due: boolean
  /** That the storage fails was said. */
  readonly troubled: boolean
  /** Ids given so far. */
  readonly ids: number
}

export const NOTHING_KEPT: KeptRunState = {
  world: null,
  own: { status: 'idle', plan: '', step: 0, steps: 0 },
  kept: null,
  task: null,
  due: false,
  troubled: false,
  ids: 0,
}

/** @typeParam Run a kept run in full; nothing is done with it here */
export type KeptRunEvent<Run> =
  | { readonly type: 'world-shown'; readonly world: NonNullable<KeptRunState['world']> }
  /** The page's own run moved. */
  | { readonly type: 'own'; readonly own: OwnRun }
  /** A good moment to keep it: so many seconds have passed, or the tab is left. */
  | { readonly type: 'due' }
  /** The person wants the kept run back. */
  | { readonly type: 'go-on' }
  /** Nor it, nor a run of their own from before. */
  | { readonly type: 'discard' }
  /** They take their own run back to update 0. */
  | { readonly type: 'reset' }
  | { readonly type: 'looked'; readonly id: number; readonly found: KeptSummary | 'unreadable' | null }
  /** Null where by then there was nothing to keep. */
  | { readonly type: 'was-kept'; readonly id: number; readonly kept: KeptSummary | null }
  | { readonly type: 'read'; readonly id: number; readonly run: Run }
  | { readonly type: 'unreadable'; readonly id: number; readonly why: Messages }
  /** The storage is full or out of reach. */
  | { readonly type: 'storage-failed'; readonly id: number; readonly why: Messages }

export type KeptRunCommand<Run> =
  /** Answered by `looked` or `storage-failed`. */
  | { readonly type: 'look'; readonly id: number; readonly world: string }
  /** Answered by `was-kept` or `storage-failed`. */
  | { readonly type: 'keep'; readonly id: number; readonly world: string; readonly mark: string }
  /** Answered by `read`, `unreadable` or `storage-failed`. */
  | { readonly type: 'read'; readonly id: number; readonly world: string }
  | { readonly type: 'remove'; readonly world: string }
  | { readonly type: 'restore'; readonly run: Run }
  | { readonly type: 'tell'; readonly messages: Messages }

type KeptRunStep<Run = never> = Step<KeptRunState, KeptRunCommand<Run>>

/** The run to offer: not one that the page's own goes on from, or has caught up with. */
export function offeredRun({ kept, own, task }: KeptRunState): KeptSummary | null {
  if (kept === null || task?.kind === 'read') return null
  const stands = own.status !== 'idle' && own.status !== 'failed'
  return stands && own.plan === kept.plan && own.step >= kept.step ? null : kept
}

export function keptRunSession<Run>(state: KeptRunState, event: KeptRunEvent<Run>): KeptRunStep<Run> {
  switch (event.type) {
    case 'world-shown':
      return begin({ ...state, world: event.world, kept: null, due: false }, 'look')
    case 'own':
      return ownRun(state, event.own)
    case 'due':
      return keep(state)
    case 'go-on':
      return offeredRun(state) === null ? stay(state) : begin(state, 'read')
    case 'discard':
      return offeredRun(state) === null ? stay(state) : remove(state)
    case 'reset':
      return state.kept !== null && offeredRun(state) === null ? remove(state) : stay(state)
    case 'looked':
      if (!awaits(state, 'look', event.id)) return stay(state)
      return looked({ ...state, task: null }, event.found)
    case 'was-kept': {
      if (!awaits(state, 'keep', event.id)) return stay(state)
      const kept = { ...state, kept: event.kept ?? state.kept, task: null }
      return kept.due ? keep(kept) : stay(kept)
    }
    case 'read':
      if (!awaits(state, 'read', event.id)) return stay(state)
      return { state: { ...state, task: null }, commands: [{ type: 'restore', run: event.run }] }
    case 'unreadable':
      return awaits(state, 'read', event.id) ? drop({ ...state, task: null }, event.why) : stay(state)
    case 'storage-failed':
      return state.task?.id === event.id ? fail({ ...state, task: null }, event.why) : stay(state)
  }
}

function awaits({ task }: KeptRunState, kind: 'look' | 'keep' | 'read', id: number): boolean {
  return task?.kind === kind && task.id === id
}

/** Takes the place of what is under way: its answer is late then. */
function begin(state: KeptRunState, kind: 'look' | 'keep' | 'read'): KeptRunStep {
  if (state.world === null) return stay(state)
  const id = state.ids + 1
  const { id: world, mark } = state.world
  const command = kind === 'keep' ? ({ type: kind, id, world, mark } as const) : { type: kind, id, world }
  return { state: { ...state, task: { kind, id }, due: false, ids: id }, commands: [command] }
}

/** Where it pauses or ends it is kept at once. */
function ownRun(state: KeptRunState, own: OwnRun): KeptRunStep {
  const rests = own.status === 'paused' || own.status === 'finished'
  const wasThere = state.own.status === own.status && state.own.step === own.step
  const next = { ...state, own }
  return rests && !wasThere ? keep(next) : stay(next)
}

/** Only what got farther than what is kept: what is offered is not lost by trying something else for a moment. */
function keep(state: KeptRunState): KeptRunStep {
  const { own, kept, task } = state
  const stands = own.status === 'running' || own.status === 'paused' || own.status === 'finished'
  if (!stands || own.step <= (kept?.step ?? 0)) return stay({ ...state, due: false })
  return task === null ? begin(state, 'keep') : stay({ ...state, due: true })
}

function looked(state: KeptRunState, found: KeptSummary | 'unreadable' | null): KeptRunStep {
  if (found === 'unreadable') return drop(state, [])
  if (found !== null && found.mark !== state.world?.mark) {
    return drop(state, [message('kept-run-of-other-data', {})])
  }
  const known = { ...state, kept: found }
  return known.due ? keep(known) : stay(known)
}

function remove(state: KeptRunState): KeptRunStep {
  if (state.world === null) return stay(state)
  // What is being kept now would be there again.
  const task = state.task?.kind === 'keep' ? null : state.task
  return {
    state: { ...state, kept: null, task, due: false },
    commands: [{ type: 'remove', world: state.world.id }],
  }
}

/** What cannot be gone on with is not offered again. */
function drop(state: KeptRunState, why: Messages): KeptRunStep {
  const { state: without, commands } = remove(state)
  return { state: without, commands: [...commands, { type: 'tell', messages: dropped(why) }] }
}

function dropped(why: Messages): Messages {
  return [message('kept-run-dropped', {}), ...why]
}

/** Said once: the page works as well without. */
function fail(state: KeptRunState, why: Messages): KeptRunStep {
  if (state.troubled) return stay(state)
  const said: readonly Message[] = [message('run-not-kept', {}), ...why]
  return { state: { ...state, troubled: true }, commands: [{ type: 'tell', messages: said }] }
}
