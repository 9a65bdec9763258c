/** From a person's file to a world: decides what is read, encoded and made, one at a time, and whose answer is late. */
import { guessMapping } from '../log/guess/guess.ts'
import { type ColumnRole, isPerLlm, type Mapping, type MappingChoices } from '../log/mapping.ts'
import type { LogSummary } from '../log/parsed.ts'
import type { Messages } from '../messages/message.ts'
import {
  CLOSED,
  type LogImportCommand,
  type LogImportEvent,
  type LogImportState,
  type LogStatus,
  type Task,
} from './logImportState.ts'
import { andThen, type Step, stay } from './session.ts'

/** Without a type of files: no command of it opens any. */
type LogImportStep<File = never> = Step<LogImportState, LogImportCommand<File>>

export function logImportSession<File>(
  state: LogImportState,
  event: LogImportEvent<File>,
): LogImportStep<File> {
  switch (event.type) {
    case 'choose':
      return choose(state, event.name, event.files)
    case 'assign':
      return assign(state, event.column, event.role)
    case 'scale':
      return remap(state, { ...state.choices, scoreScale: event.scoreScale })
    case 'cost-unit':
      return remap(state, { ...state.choices, costUnit: event.costUnit })
    case 'leave-out':
      return remap(state, { ...state.choices, without: event.llms })
    case 'rename':
      return stay(isChoosing(state) ? { ...state, title: event.title } : state)
    case 'hold-out':
      return stay(isChoosing(state) ? holdOut(state, event.family, event.out) : state)
    case 'keep-texts':
      return stay(isChoosing(state) ? { ...state, keepTexts: event.keep } : state)
    case 'make-world':
      return makeWorld(state)
    case 'cancel':
      return cancel(state)
    case 'close':
      return close(state)
    case 'remove':
      return { state, commands: [{ type: 'remove', world: event.world }] }
    case 'rows':
      if (!awaits(state, 'open', event.id) || state.status.kind !== 'reading') return stay(state)
      return stay({ ...state, status: { ...state.status, rows: event.rows } })
    case 'opened':
      if (!awaits(state, 'open', event.id)) return stay(state)
      return read({ ...state, preview: event.preview, title: event.preview.name }, event.guess)
    case 'rested':
      if (!awaits(state, 'rest', event.id)) return stay(state)
      return readWhenFree({ ...state, task: { kind: 'queued', id: event.id } })
    case 'read':
      return wasRead(state, event.id, event.summary)
    case 'progress':
      return stay(awaits(state, 'encode', event.id) ? { ...state, status: event.progress } : state)
    case 'encoded':
      return awaits(state, 'encode', event.id) ? build(state) : stay(state)
    case 'built': {
      if (!awaits(state, 'build', event.id)) return stay(state)
      const status = {
        kind: 'done',
        id: event.world,
        title: event.title,
        notes: event.notes,
        readings: event.readings,
      } as const
      return {
        state: { ...state, ...CLOSED, status },
        commands: [{ type: 'close-file' }, { type: 'present', world: event.world }],
      }
    }
    case 'refused':
      return refused(state, event.id, event.problems)
    case 'encode-failed':
      if (!awaits(state, 'encode', event.id)) return stay(state)
      return stay({ ...state, task: null, status: { kind: 'failed', why: event.why } })
    case 'stopped':
      if (state.preview === null && state.task === null) return stay(state)
      return leave(state, { kind: 'failed', why: event.why })
    case 'listed': {
      const { kept, damaged, notes } = event
      return stay({ ...state, kept, damaged, keptProblem: notes.length > 0 ? notes : state.keptProblem })
    }
    case 'removed': {
      const { status } = state
      const listed = { state: { ...state, keptProblem: null }, commands: [{ type: 'list' }] } as const
      return status.kind === 'done' && status.id === event.world ? andThen(listed, close) : listed
    }
    case 'remove-failed':
      return { state: { ...state, keptProblem: event.why }, commands: [{ type: 'list' }] }
  }
}

function choose<File>(state: LogImportState, name: string, files: readonly File[]): LogImportStep<File> {
  if (files.length === 0) return stay(state)
  return andThen(leave(state, { kind: 'reading', name, rows: 0 }), left => {
    const { task, ids } = start(left, 'open')
    return { state: { ...left, task, ids }, commands: [{ type: 'open', id: task.id, files }] }
  })
}

/** Gives up the open file and what is being done with it. The worker that holds it is not told: see `open`, `close-file`. */
function leave(state: LogImportState, status: LogStatus): LogImportStep {
  const commands: LogImportCommand<never>[] = []
  if (state.task?.kind === 'encode') commands.push({ type: 'stop-encoding' })
  // It may have been kept already when it was given up.
  if (state.task?.kind === 'build') commands.push({ type: 'list' })
  return { state: { ...state, ...CLOSED, status }, commands }
}

function close(state: LogImportState): LogImportStep {
  return andThen(leave(state, { kind: 'idle' }), left => ({
    state: left,
    commands: [{ type: 'close-file' }],
  }))
}

function cancel(state: LogImportState): LogImportStep {
  if (state.task?.kind === 'open') return close(state)
  if (state.task?.kind !== 'encode') return stay(state)
  return {
    state: { ...state, task: null, status: { kind: 'preview', checking: false, problems: [] } },
    commands: [{ type: 'stop-encoding' }],
  }
}

/** A column's meaning. What is the prompt, the LLM's name, or nothing, changes what the other columns may be. */
function assign(state: LogImportState, column: number, role: ColumnRole): LogImportStep {
  const { mapping, choices } = state
  const columns = { ...choices.columns, [column]: role }
  if (mapping === null || !isPerLlm(role.role)) return remap(state, { ...choices, columns })
  return remap(state, { ...choices, columns }, withRole(mapping, column, role).columns)
}

/** Another meaning of the columns: the file is read again after a rest. @param columns kept as they are; else guessed anew */
function remap(
  state: LogImportState,
  choices: MappingChoices,
  columns: Mapping['columns'] | null = null,
): LogImportStep {
  const { preview, mapping: before } = state
  if (preview === null || before === null || !isChoosing(state)) return stay(state)
  const isAnew = columns === null && choices.columns !== state.choices.columns
  const kept: MappingChoices = isAnew ? choices : { ...choices, columns: columns ?? before.columns }
  const mapping = guessMapping(preview.columns, preview.models, kept)
  const { task, ids } = start(state, 'rest')
  const status = { kind: 'preview', checking: true, problems: [] } as const
  return {
    state: { ...state, mapping, choices, status, task, ids },
    commands: [{ type: 'rest', id: task.id }],
  }
}

/** The task is `queued`: it begins when no other read goes on. */
function readWhenFree(state: LogImportState): LogImportStep {
  return state.reading === null && state.mapping !== null ? read(state, state.mapping) : stay(state)
}

function read(state: LogImportState, mapping: Mapping): LogImportStep {
  const { task, ids } = start(state, 'read')
  const status = { kind: 'preview', checking: true, problems: [] } as const
  return {
    state: { ...state, mapping, status, task, ids, reading: task.id },
    commands: [{ type: 'read', id: task.id, mapping }],
  }
}

function wasRead(before: LogImportState, id: number, summary: LogSummary): LogImportStep {
  if (before.reading !== id) return stay(before)
  const state = { ...before, reading: null }
  if (state.task?.kind === 'queued') return readWhenFree(state)
  if (!awaits(state, 'read', id)) return stay(state)
  const known = new Set(summary.families.map(family => family.id))
  const heldOut = state.heldOut.filter(family => known.has(family))
  const status = { kind: 'preview', checking: false, problems: [] } as const
  return stay({ ...state, summary, heldOut, status, lastRead: id, task: null })
}

function refused(before: LogImportState, id: number, problems: Messages): LogImportStep {
  const state = before.reading === id ? { ...before, reading: null } : before
  if (state.task?.kind === 'queued') return readWhenFree(state)
  if (state.task?.id !== id) return stay(state)
  const preview = { kind: 'preview', checking: false, problems } as const
  switch (state.task.kind) {
    case 'open':
      return {
        state: { ...state, ...CLOSED, status: { kind: 'refused', problems } },
        commands: [{ type: 'close-file' }],
      }
    case 'read':
      return stay({ ...state, summary: null, status: preview, task: null })
    default:
      return stay({ ...state, status: preview, task: null })
  }
}

function makeWorld(state: LogImportState): LogImportStep {
  if (!isChoosing(state) || state.task !== null || state.summary === null) return stay(state)
  const { task, ids } = start(state, 'encode')
  const status = { kind: 'encoding', done: 0, total: 0, secondsLeft: null, notes: [] } as const
  const { lastRead, heldOut } = state
  return {
    state: { ...state, status, task, ids },
    commands: [{ type: 'encode', id: task.id, reading: lastRead, heldOut }],
  }
}

function build(state: LogImportState): LogImportStep {
  const { task, ids } = start(state, 'build')
  const { lastRead, heldOut, title, keepTexts } = state
  return {
    state: { ...state, status: { kind: 'building' }, task, ids },
    commands: [{ type: 'build', id: task.id, reading: lastRead, heldOut, title, keepTexts }],
  }
}

function holdOut(state: LogImportState, family: string, out: boolean): LogImportState {
  const others = state.heldOut.filter(id => id !== family)
  return { ...state, heldOut: out ? [...others, family] : others }
}

function withRole(mapping: Mapping, column: number, role: ColumnRole): Mapping {
  return { ...mapping, columns: mapping.columns.map((old, i) => (i === column ? role : old)) }
}

/** Whether the page asks what the columns mean and what to make of them. */
function isChoosing({ status, preview }: LogImportState): boolean {
  return preview !== null && (status.kind === 'preview' || status.kind === 'failed')
}

function awaits({ task }: LogImportState, kind: Task['kind'], id: number): boolean {
  return task?.kind === kind && task.id === id
}

function start({ ids }: LogImportState, kind: Task['kind']) {
  return { task: { kind, id: ids + 1 }, ids: ids + 1 }
}
