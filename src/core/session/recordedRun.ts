/** The recorded run of the shown world: fetched once it is shown, kept from then on, and asked for again when the person says so. */
import type { RecordedRun } from '../evaluation/recordedRun.ts'
import type { Messages } from '../messages/message.ts'
import { type Session, type Step, stay } from './session.ts'

export interface RecordedState {
  /** Id of the shown world; null where none is shown, or none that ships a policy. */
  readonly world: string | null
  /** Of the shown world; null until it is there. */
  readonly recorded: RecordedRun | null
  /** Why it could not be fetched; null while nothing went wrong. */
  readonly trouble: Messages | null
  /** Number of the fetch under way; null when there is none. */
  readonly job: number | null
  /** Of the worlds shown before. */
  readonly known: readonly RecordedRun[]
  /** Number of the newest fetch. */
  readonly jobs: number
}

export const NOTHING_RECORDED: RecordedState = {
  world: null,
  recorded: null,
  trouble: null,
  job: null,
  known: [],
  jobs: 0,
}

export type RecordedEvent =
  /** Another world is shown: its id, or null for one that ships no policy. */
  | { readonly type: 'world'; readonly world: string | null }
  | { readonly type: 'fetched'; readonly job: number; readonly recorded: RecordedRun }
  | { readonly type: 'failed'; readonly job: number; readonly messages: Messages }
  /** The person asks for it again. */
  | { readonly type: 'retry' }

/** Answered by `fetched` or `failed`; what is told of an earlier fetch changes nothing. */
export interface RecordedCommand {
  readonly type: 'fetch'
  readonly job: number
  readonly world: string
}

export const recordedSession: Session<RecordedState, RecordedEvent, RecordedCommand> = (state, event) => {
  switch (event.type) {
    case 'world': {
      const { world } = event
      if (world === state.world) return stay(state)
      const recorded = state.known.find(known => known.world === world) ?? null
      const shown = { ...state, world, recorded, trouble: null, job: null }
      return recorded === null ? fetchRun(shown) : stay(shown)
    }
    case 'retry':
      return state.trouble === null ? stay(state) : fetchRun({ ...state, trouble: null })
    case 'fetched': {
      const { job, recorded } = event
      if (job !== state.job) return stay(state)
      return stay({ ...state, recorded, job: null, known: [...state.known, recorded] })
    }
    case 'failed':
      if (event.job !== state.job) return stay(state)
      return stay({ ...state, trouble: event.messages, job: null })
  }
}

function fetchRun(state: RecordedState): Step<RecordedState, RecordedCommand> {
  const { world } = state
  if (world === null) return stay(state)
  const job = state.jobs + 1
  return { state: { ...state, jobs: job, job }, commands: [{ type: 'fetch', job, world }] }
}
