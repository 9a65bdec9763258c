import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guessMapping } from '../../../src/core/log/guess/guess.ts'
import type { ColumnProfile, Mapping } from '../../../src/core/log/mapping.ts'
import { PLAIN_NUMBERS } from '../../../src/core/log/spelling.ts'
import { message } from '../../../src/core/messages/message.ts'
import { logImportSession } from '../../../src/core/session/logImport.ts'
import {
  type LogImportCommand,
  type LogImportEvent,
  type LogImportState,
  NO_LOG,
} from '../../../src/core/session/logImportState.ts'

type Command = LogImportCommand<string>
type Event = LogImportEvent<string>
type Ordered = Extract<Command, { id: number }>

const WHY = [message('foreign', { detail: 'it will not do' })]
const guess: Mapping = {
  columns: [
    { role: 'prompt', llm: '' },
    { role: 'ignore', llm: '' },
  ],
  scoreScale: 1,
  costUnit: 'dollars',
  without: [],
}
/** Of texts, all different. */
function column(name: string): ColumnProfile {
  const texts = { filled: 60, numeric: 0, min: Number.NaN, max: Number.NaN, distinct: 60, meanLength: 40 }
  return { ...texts, name, spelling: PLAIN_NUMBERS, samples: ['text'] }
}

const preview = {
  name: 'log.csv',
  format: 'CSV',
  rows: 60,
  columns: [column('prompt'), column('y')],
  models: [],
}
const summary = {
  prompts: 60,
  llms: ['a', 'b'],
  families: [{ id: 'law', name: 'Law', prompts: 60 }],
  notes: [],
}

/** A session, its orders, and a worker that holds what it would hold. */
function begin() {
  let state: LogImportState = NO_LOG
  const commands: Command[] = []
  /** Ordered and not ended yet, overtaken or not: all of these may still answer. */
  const open: Ordered[] = []
  /** What really goes on: by kind, at most one of each. */
  const live = new Map<Ordered['type'], number>()
  /** The mapping of every read that was ordered. */
  const mappings = new Map<number, Mapping>()

  function perform(command: Command) {
    commands.push(command)
    if (command.type === 'open' || command.type === 'close-file')
      for (const kind of ['open', 'read', 'build'] as const) live.delete(kind)
    if (command.type === 'stop-encoding') live.delete('encode')
    if (!('id' in command)) return
    expect(live.has(command.type) && command.type !== 'rest', `one ${command.type} at a time`).toBe(false)
    live.set(command.type, command.id)
    open.push(command)
    if (command.type === 'read') mappings.set(command.id, command.mapping)
    if (command.type === 'encode' || command.type === 'build')
      expect(mappings.get(command.reading), 'what the page shows is what is encoded').toBe(state.mapping)
  }

  return {
    commands,
    open,
    get state() {
      return state
    },
    get types() {
      return commands.map(({ type }) => type)
    },
    /** Whether the page waits for what will never come. */
    get waitsForNothing() {
      const { task, reading } = state
      if (task === null) return false
      if (task.kind === 'queued') return live.get('read') !== reading
      return live.get(task.kind) !== task.id
    },
    send(event: Event) {
      if ('id' in event && event.type !== 'rows' && event.type !== 'progress')
        for (const [kind, id] of live) if (id === event.id) live.delete(kind)
      if (event.type === 'stopped') live.clear()
      const step = logImportSession(state, event)
      state = step.state
      step.commands.forEach(perform)
    },
    /** Answers the newest order of a kind, which stays open: it may answer twice. */
    answer(type: Ordered['type'], well = true) {
      const order = open.findLast(command => command.type === type)
      if (order === undefined) throw new Error(`no ${type} was ordered`)
      this.send(answerTo(order, well))
    },
  }
}

function answerTo({ type, id }: Ordered, well: boolean): Event {
  if (type === 'rest') return { type: 'rested', id }
  if (!well) return type === 'encode' ? { type: 'encode-failed', id, why: WHY } : refusal(id)
  switch (type) {
    case 'open':
      return { type: 'opened', id, preview, guess }
    case 'read':
      return { type: 'read', id, summary }
    case 'encode':
      return { type: 'encoded', id }
    case 'build':
      return { type: 'built', id, world: 'log-1', title: 'Mine', notes: [], readings: [] }
  }
}

function refusal(id: number): Event {
  return { type: 'refused', id, problems: WHY }
}

const CHOOSE: Event = { type: 'choose', name: 'log.csv', files: ['log.csv'] }
const ASSIGN: Event = { type: 'assign', column: 1, role: { role: 'prompt', llm: '' } }

function beginRead() {
  const session = begin()
  session.send(CHOOSE)
  session.answer('open')
  session.answer('read')
  return session
}

test('a file is opened, read, encoded, made a world and shown', () => {
  const session = beginRead()
  expect(session.state).toMatchObject({
    status: { kind: 'preview', checking: false },
    title: 'log.csv',
    summary,
  })
  session.send({ type: 'hold-out', family: 'law', out: true })
  session.send({ type: 'make-world' })
  session.answer('encode')
  expect(session.commands.at(-1)).toMatchObject({ type: 'build', heldOut: ['law'], title: 'log.csv' })
  session.answer('build')
  expect(session.types).toEqual(['open', 'read', 'encode', 'build', 'close-file', 'present'])
  expect(session.state).toMatchObject({ status: { kind: 'done', id: 'log-1' }, preview: null, task: null })
})

test('after a cancelled encoding another prompt column is read, and the late end of the old encoding makes no world', () => {
  const session = beginRead()
  session.send({ type: 'make-world' })
  session.send({ type: 'cancel' })
  expect(session.types.at(-1)).toBe('stop-encoding')
  session.send(ASSIGN)
  session.answer('encode')
  expect(session.types).not.toContain('build')
  session.answer('rest')
  session.answer('read')
  session.send({ type: 'make-world' })
  const [first, second] = session.commands.filter(({ type }) => type === 'encode')
  expect(first).not.toMatchObject({ reading: second.type === 'encode' ? second.reading : 0 })
  expect(session.state.mapping?.columns[1].role).toBe('prompt')
})

/** A wide table that also says which LLM was chosen: first taken to be long. */
const CHOSEN = ['prompt', 'a_score', 'a_cost', 'b_score', 'b_cost'].map(column)

test('a column set to nothing brings back the best guess that goes with what was said before', () => {
  const numbers = (name: string) => ({ ...column(name), numeric: 60, min: 0, max: 1 })
  const columns = [
    column('prompt'),
    ...CHOSEN.slice(1).map(({ name }) => numbers(name)),
    { ...column('model'), distinct: 2 },
  ]
  const session = begin()
  session.send(CHOOSE)
  const [order] = session.open
  const names = { role: 'model', llm: '' } as const
  session.send({
    type: 'opened',
    id: order.id,
    preview: { ...preview, columns },
    guess: guessMapping(columns, []),
  })
  session.send({ type: 'cost-unit', costUnit: 'cents' })
  session.send({ type: 'assign', column: 5, role: names })
  const roles = () => session.state.mapping?.columns.map(({ role, llm }) => `${role}${llm}`)
  expect(roles()).toEqual(['prompt', 'ignore', 'ignore', 'ignore', 'ignore', 'model'])
  session.send({ type: 'assign', column: 5, role: { role: 'ignore', llm: '' } })
  expect(roles()).toEqual(['prompt', 'scorea', 'costa', 'scoreb', 'costb', 'ignore'])
  session.send({ type: 'leave-out', llms: ['c'] })
  expect(session.state.mapping).toMatchObject({ costUnit: 'cents', without: ['c'] })
  expect(roles()).toEqual(['prompt', 'scorea', 'costa', 'scoreb', 'costb', 'ignore'])
  session.send(CHOOSE)
  expect(session.state.choices).toEqual({ columns: {} })
})

test('changes while the file is read wait for its end, and only the last of them is read', () => {
  const session = begin()
  session.send(CHOOSE)
  session.answer('open')
  for (const scoreScale of [5, 10, 100] as const) {
    session.send({ type: 'scale', scoreScale })
    session.answer('rest')
  }
  expect(session.types.filter(type => type === 'read')).toHaveLength(1)
  expect(session.state.status).toMatchObject({ kind: 'preview', checking: true })
  session.answer('read')
  expect(session.state.summary).toBeNull()
  expect(session.commands.at(-1)).toMatchObject({ type: 'read', mapping: { scoreScale: 100 } })
  session.answer('read')
  expect(session.state).toMatchObject({ summary, status: { checking: false } })
})

test('another file ends the encoding of the one before', () => {
  const session = beginRead()
  session.send({ type: 'make-world' })
  session.send(CHOOSE)
  expect(session.types.slice(-2)).toEqual(['stop-encoding', 'open'])
  session.answer('encode', false)
  expect(session.state.status.kind).toBe('reading')
})

test('a choice of families that will not do is said, and can be changed', () => {
  const session = beginRead()
  session.send({ type: 'make-world' })
  session.send(refusal(session.state.task?.id ?? 0))
  expect(session.state).toMatchObject({ status: { kind: 'preview', problems: WHY }, summary })
  session.send({ type: 'hold-out', family: 'law', out: true })
  expect(session.state.heldOut).toEqual(['law'])
})

test('a mapping that will not do leaves no summary to make a world of', () => {
  const session = beginRead()
  session.send(ASSIGN)
  session.answer('rest')
  session.answer('read', false)
  session.send({ type: 'make-world' })
  expect(session.state).toMatchObject({ status: { kind: 'preview', problems: WHY }, summary: null })
  expect(session.types).not.toContain('encode')
})

test('without an encoder the file stays open, and the world can be tried again', () => {
  const session = beginRead()
  session.send({ type: 'make-world' })
  session.answer('encode', false)
  expect(session.state.status).toEqual({ kind: 'failed', why: WHY })
  session.send({ type: 'make-world' })
  expect(session.state.status.kind).toBe('encoding')
})

test('a worker that is gone takes the open file with it, and the page does not show the file any longer', () => {
  const session = beginRead()
  session.send({ type: 'make-world' })
  session.send({ type: 'stopped', why: WHY })
  expect(session.types.at(-1)).toBe('stop-encoding')
  expect(session.state).toMatchObject({ status: { kind: 'failed', why: WHY }, preview: null, mapping: null })
})

test('a world that was given up while it was made may be kept: what is kept is listed again', () => {
  const session = beginRead()
  session.send({ type: 'make-world' })
  session.answer('encode')
  session.send({ type: 'close' })
  expect(session.types.slice(-2)).toEqual(['list', 'close-file'])
})

test('deleting the world that was just made closes its note, and what is kept is listed again', () => {
  const session = beginRead()
  session.send({ type: 'make-world' })
  session.answer('encode')
  session.answer('build')
  session.send({ type: 'remove', world: 'log-1' })
  session.send({ type: 'removed', world: 'log-1' })
  expect(session.state.status).toEqual({ kind: 'idle' })
  expect(session.types).toContain('list')
})

/** Weighed so that runs come as far as a world, and are disturbed on their way. */
const something = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Event>(CHOOSE, ASSIGN, ASSIGN, { type: 'scale', scoreScale: 5 }),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Event>({ type: 'make-world' }, { type: 'cancel' }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Event>(
      { type: 'hold-out', family: 'law', out: true },
      { type: 'close' },
      { type: 'stopped', why: WHY },
      { type: 'remove', world: 'log-1' },
      { type: 'removed', world: 'log-1' },
    ),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('answer' as const), which: fc.nat(1000), well: fc.boolean() }),
  },
  { weight: 8, arbitrary: fc.constant({ type: 'newest', refused: false } as const) },
  { weight: 1, arbitrary: fc.constant({ type: 'newest', refused: true } as const) },
)

test('in any order of events: one of each kind at a time, no wait without an end, nothing that cannot be shown', () => {
  fc.assert(
    fc.property(fc.array(something, { maxLength: 80, size: 'max' }), events => {
      const session = begin()
      for (const event of events) {
        if (event.type === 'answer' || event.type === 'newest') {
          const { length } = session.open
          if (length === 0) continue
          const place = event.type === 'answer' ? event.which % length : length - 1
          const [order] = session.open.splice(place, 1)
          if (event.type === 'newest' && event.refused && order.type !== 'rest')
            session.send(refusal(order.id))
          else session.send(answerTo(order, event.type === 'newest' || event.well))
        } else session.send(event)

        const { status, preview, mapping, summary, task, heldOut } = session.state
        expect(session.waitsForNothing).toBe(false)
        const waits = ['reading', 'fetching', 'encoding', 'building'].includes(status.kind)
        expect(task !== null).toBe(waits || (status.kind === 'preview' && status.checking))
        if (status.kind === 'preview') expect([preview, mapping]).not.toContain(null)
        if (preview === null) expect([mapping, summary, heldOut]).toEqual([null, null, []])
        if (['idle', 'refused', 'done', 'reading'].includes(status.kind)) expect(preview).toBeNull()
      }
      for (let i = 0; i < 300 && session.open.length > 0; i++)
        session.send(answerTo(session.open.splice(0, 1)[0], true))
      expect(session.state.task).toBeNull()
    }),
    { numRuns: 400 },
  )
})
