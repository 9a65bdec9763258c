/** The person's own words, from the keystroke to the route: decides when the encoder is fetched and what it encodes. */
import type { EncoderPreference } from '../experiment/options.ts'
import { type Message, message } from '../messages/message.ts'
import { DEFAULT_VIEW } from '../view/view.ts'
import type { Familiarity } from '../world/familiarity.ts'
import type { Reading } from '../world/promptDoubts.ts'
import type { World } from '../world/world.ts'
import { andThen, type Step, stay } from './session.ts'

export interface EncoderProgress {
  readonly stage: 'download' | 'start' | 'measure'
  readonly loadedBytes: number
  readonly totalBytes: number
}

/** What runs, and why. */
export interface EncoderInfo {
  readonly backend: string
  readonly format: string
  readonly why: Message
  /** Median on a prompt of 32 tokens. */
  readonly msPerPrompt: number
  /** Why the files are not kept for the next visit; null when they are. */
  readonly cacheNote: Message | null
}

export type EncoderStatus =
  /** Nothing fetched; `bytes` to fetch, once known (0: already on this device). */
  | { readonly kind: 'absent'; readonly bytes: number | null }
  | ({ readonly kind: 'loading' } & EncoderProgress)
  | ({ readonly kind: 'ready' } & EncoderInfo)
  | { readonly kind: 'failed'; readonly why: readonly Message[] }

export interface EncodingState {
  readonly preference: EncoderPreference
  readonly status: EncoderStatus
  /** What the person has typed; null while an example is shown. */
  readonly draft: string | null
  /** Why the draft is not routed, if it is not. */
  readonly draftProblem: Message | null
  /** What is under way for the draft: a rest after the keystroke, then the encoding. */
  readonly task: { readonly kind: 'resting' | 'encoding'; readonly id: number } | null
  /** Id of the newest load or question about the size: answers to earlier ones are late. */
  readonly asked: number
  /** Ids given so far. */
  readonly ids: number
}

export const NOTHING_TYPED: EncodingState = {
  preference: DEFAULT_VIEW.encoder,
  status: { kind: 'absent', bytes: null },
  draft: null,
  draftProblem: null,
  task: null,
  asked: 0,
  ids: 0,
}

/** An encoded text: 384 numbers of norm 1, and how much of the text they stand for. */
export interface Encoded extends Reading {
  readonly embedding: Float32Array
}

/** A text with all prompts of the world that was shown, which outcomes are estimated from, and what is usual among them. */
export interface EncodedInWorld {
  readonly world: World
  readonly encoded: Encoded
  readonly familiarity: Familiarity | null
}

/** What the person does, and what came of a command: the latter with the command's id. */
export type EncodingEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'load' }
  /** Stops the download. */
  | { readonly type: 'cancel' }
  | { readonly type: 'prefer'; readonly preference: EncoderPreference }
  /** Drops the draft: an example takes its place. */
  | { readonly type: 'forget' }
  /** The page has time to find out how much would be fetched. */
  | { readonly type: 'size-wanted' }
  | { readonly type: 'rested'; readonly id: number }
  | { readonly type: 'size-known'; readonly id: number; readonly bytes: number | null }
  | { readonly type: 'progress'; readonly id: number; readonly progress: EncoderProgress }
  | { readonly type: 'loaded'; readonly id: number; readonly info: EncoderInfo }
  | { readonly type: 'load-failed'; readonly id: number; readonly why: readonly Message[] }
  | ({ readonly type: 'encoded'; readonly id: number } & EncodedInWorld)
  | { readonly type: 'encode-failed'; readonly id: number; readonly why: readonly Message[] }

export type EncodingCommand =
  /** Replaces a load under way and the encoder that runs. */
  | { readonly type: 'load'; readonly id: number; readonly preference: EncoderPreference }
  | { readonly type: 'stop-loading' }
  | { readonly type: 'find-size'; readonly id: number; readonly preference: EncoderPreference }
  | { readonly type: 'rest'; readonly id: number }
  | { readonly type: 'encode'; readonly id: number; readonly text: string }
  | { readonly type: 'stop-encoding' }
  | ({ readonly type: 'route'; readonly text: string } & EncodedInWorld)

type EncodingStep = Step<EncodingState, EncodingCommand>

export function encodingSession(state: EncodingState, event: EncodingEvent): EncodingStep {
  const { status, task, asked } = state
  switch (event.type) {
    case 'typed':
      return typed(state, event.text)
    case 'load':
      return status.kind === 'absent' || status.kind === 'failed' ? load(state) : stay(state)
    case 'cancel':
      if (status.kind !== 'loading') return stay(state)
      return andThen({ state, commands: [{ type: 'stop-loading' }] }, findSize)
    case 'prefer':
      return prefer(state, event.preference)
    case 'forget':
      return stopTask({ ...state, draft: null, draftProblem: null })
    case 'size-wanted':
      return status.kind === 'absent' ? findSize(state) : stay(state)
    case 'rested':
      return task?.kind === 'resting' && task.id === event.id ? encode(state) : stay(state)
    case 'size-known':
      if (status.kind !== 'absent' || asked !== event.id) return stay(state)
      return stay({ ...state, status: { kind: 'absent', bytes: event.bytes } })
    case 'progress':
      if (!isLoading(state, event.id)) return stay(state)
      return stay({ ...state, status: { kind: 'loading', ...event.progress } })
    case 'loaded':
      if (!isLoading(state, event.id)) return stay(state)
      return encode({ ...state, status: { kind: 'ready', ...event.info } })
    case 'load-failed':
      if (!isLoading(state, event.id)) return stay(state)
      return stay({ ...state, status: { kind: 'failed', why: event.why } })
    case 'encoded':
      if (!isEncoding(state, event.id) || state.draft === null) return stay(state)
      return { state: { ...state, task: null, draftProblem: null }, commands: [route(state.draft, event)] }
    case 'encode-failed':
      if (!isEncoding(state, event.id)) return stay(state)
      return stay({ ...state, task: null, status: { kind: 'failed', why: event.why } })
  }
}

/** The draft changed: whatever was under way for the one before is dropped, so that no answer of it routes. */
function typed(state: EncodingState, text: string): EncodingStep {
  const draftProblem = isBlank(text) ? message('draft-empty', {}) : null
  const changed = stopTask({ ...state, draft: text, draftProblem })
  if (isBlank(text)) return changed
  if (state.status.kind === 'absent') return andThen(changed, load)
  // While it loads there is no need to rest: the draft is encoded when that is done.
  return state.status.kind === 'ready' ? andThen(changed, rest) : changed
}

function prefer(state: EncodingState, preference: EncoderPreference): EncodingStep {
  const { kind } = state.status
  if (preference === state.preference && kind !== 'failed') return stay(state)
  const preferred = { ...state, preference }
  return kind === 'absent' ? findSize(preferred) : andThen(stopTask(preferred), load)
}

function load(state: EncodingState): EncodingStep {
  const id = state.ids + 1
  const status = { kind: 'loading', stage: 'download', loadedBytes: 0, totalBytes: 0 } as const
  return {
    state: { ...state, status, asked: id, ids: id },
    commands: [{ type: 'load', id, preference: state.preference }],
  }
}

function findSize(state: EncodingState): EncodingStep {
  const id = state.ids + 1
  return {
    state: { ...state, status: { kind: 'absent', bytes: null }, asked: id, ids: id },
    commands: [{ type: 'find-size', id, preference: state.preference }],
  }
}

function rest(state: EncodingState): EncodingStep {
  const id = state.ids + 1
  return { state: { ...state, task: { kind: 'resting', id }, ids: id }, commands: [{ type: 'rest', id }] }
}

/** Encodes what stands in the box, if anything does. */
function encode(state: EncodingState): EncodingStep {
  if (state.draft === null || isBlank(state.draft)) return stay(state)
  const id = state.ids + 1
  return {
    state: { ...state, task: { kind: 'encoding', id }, ids: id },
    commands: [{ type: 'encode', id, text: state.draft }],
  }
}

function stopTask(state: EncodingState): EncodingStep {
  const commands = state.task?.kind === 'encoding' ? ([{ type: 'stop-encoding' }] as const) : []
  return { state: { ...state, task: null }, commands }
}

function route(text: string, { world, encoded, familiarity }: EncodedInWorld): EncodingCommand {
  return { type: 'route', text, world, encoded, familiarity }
}

function isLoading({ status, asked }: EncodingState, id: number): boolean {
  return status.kind === 'loading' && asked === id
}

function isEncoding({ task }: EncodingState, id: number): boolean {
  return task?.kind === 'encoding' && task.id === id
}

/** Whether there is nothing to encode. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}
