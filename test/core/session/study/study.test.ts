import { expect, test } from 'vitest'
import { message } from '../../../../src/core/messages/message.ts'
import { drive, evaluationOf, plan, policies, progress, why } from './support.ts'

const [first, second] = policies
const inA = { type: 'world', world: 'A', ships: false } as const
const inB = { type: 'world', world: 'B', ships: false } as const
/** World A, of which an evaluation ships. */
const inShipped = { ...inA, ships: true } as const
const race = { type: 'run', slot: 'race', plan } as const
const references = { type: 'evaluate-references' } as const
const trained = { type: 'evaluate-policy', policy: first, source: { kind: 'run', step: 4 } } as const
const opened = { type: 'evaluate-policy', policy: second, source: { kind: 'file', name: 'x' } } as const

test('a study starts on the shown world, tells its progress and is done', () => {
  const session = drive(inA, race)
  expect(session.commands).toEqual([{ type: 'run', job: 1, slot: 'race', world: 'A', plan }])
  expect(session.state.race).toMatchObject({ status: 'starting', plan, world: 'A', progress: null })
  session.send({ type: 'progress', job: 1, progress })
  expect(session.state.race).toMatchObject({ status: 'running', progress })
  session.send({ type: 'finished', job: 1 })
  expect(session.state.race).toMatchObject({ status: 'done', progress, job: null })
  expect(session.state.compare.status).toBe('idle')
})

test('a new study takes the place of the slot’s last one, of which nothing is heard any more', () => {
  const session = drive(inA, race)
  const next = { ...plan, seeds: [2] }
  expect(session.send({ ...race, plan: next })).toEqual([
    { type: 'end', job: 1 },
    { type: 'run', job: 2, slot: 'race', world: 'A', plan: next },
  ])
  const before = session.state
  session.send(
    { type: 'progress', job: 1, progress },
    { type: 'finished', job: 1 },
    { type: 'failed', job: 1, messages: why },
  )
  expect(session.state).toBe(before)
})

test('cancelling ends one slot and leaves the other; there is nothing to cancel twice', () => {
  const session = drive(inA, race, { ...race, slot: 'compare' }, { type: 'progress', job: 1, progress })
  expect(session.send({ type: 'cancel', slot: 'race' })).toEqual([{ type: 'end', job: 1 }])
  expect(session.state.race).toMatchObject({ status: 'cancelled', progress })
  expect(session.state.compare.status).toBe('starting')
  expect(session.send({ type: 'cancel', slot: 'race' })).toEqual([])
})

test('a study that fails says why; where no world is shown none is begun', () => {
  const session = drive(race)
  expect(session.commands).toEqual([])
  expect(session.state.race).toMatchObject({ status: 'failed', messages: [message('no-world-shown', {})] })
  session.send(inA, race, { type: 'failed', job: 1, messages: why })
  expect(session.state.race).toMatchObject({ status: 'failed', messages: why, job: null })
})

test('a study from a file takes the place of what runs, and a file without one empties the slot', () => {
  const session = drive(inA, race)
  const study = { world: 'A', plan, progress }
  expect(session.send({ type: 'restore', slot: 'race', study })).toEqual([{ type: 'end', job: 1 }])
  expect(session.state.race).toMatchObject({ status: 'done', world: 'A', progress, job: null })
  session.send({ type: 'restore', slot: 'race', study: null })
  expect(session.state.race).toMatchObject({ status: 'idle', plan: null })
})

test('references are evaluated once for a world', () => {
  const session = drive(inA, references)
  expect(session.commands).toEqual([{ type: 'evaluate-references', job: 1, world: 'A' }])
  expect(session.send(references)).toEqual([])
  session.send({ type: 'evaluated', job: 1, evaluation: evaluationOf('A') })
  expect(session.state.references).toMatchObject({ world: 'A', ...evaluationOf('A') })
  expect(session.state.evaluating.references).toBeNull()
  expect(session.send(references)).toEqual([])
})

test('from world A to B and back while A is evaluated: A is evaluated anew, not left without', () => {
  const session = drive(inA, references)
  expect(session.send(inB)).toEqual([
    { type: 'end', job: 1 },
    { type: 'evaluate-references', job: 2, world: 'B' },
  ])
  expect(session.send(inA)).toEqual([
    { type: 'end', job: 2 },
    { type: 'evaluate-references', job: 3, world: 'A' },
  ])
  // What the ended ones still say is of no world that is shown.
  session.send(
    { type: 'evaluated', job: 2, evaluation: evaluationOf('B') },
    { type: 'failed', job: 1, messages: why },
  )
  expect(session.state.references).toBeNull()
  expect(session.state.evaluating.references).toMatchObject({ status: 'busy', subject: 'A' })
  session.send({ type: 'evaluated', job: 3, evaluation: evaluationOf('A') })
  expect(session.state.references?.world).toBe('A')
})

test('going back to a world that was evaluated shows its figures at once', () => {
  const session = drive(inA, references, { type: 'evaluated', job: 1, evaluation: evaluationOf('A') })
  session.send(inB)
  expect(session.state.references).toBeNull()
  session.send({ type: 'evaluated', job: 2, evaluation: evaluationOf('B') })
  expect(session.send(inA)).toEqual([])
  expect(session.state.references).toMatchObject({ world: 'A', ...evaluationOf('A') })
})

test('a world that was shown before evaluations were asked for is not evaluated until they are', () => {
  const session = drive(inA, inB)
  expect(session.commands).toEqual([])
  expect(session.send(references)).toEqual([{ type: 'evaluate-references', job: 1, world: 'B' }])
  expect(drive(references, inA).commands).toEqual([{ type: 'evaluate-references', job: 1, world: 'A' }])
})

test('references that fail say why and are tried again when asked for', () => {
  const session = drive(inA, references, { type: 'failed', job: 1, messages: why })
  expect(session.state.evaluating.references).toEqual({ status: 'failed', messages: why })
  expect(session.send(references)).toEqual([{ type: 'evaluate-references', job: 2, world: 'A' }])
})

test('a router that could not be evaluated hides no other, and is tried again when asked for', () => {
  const missing = [message('router-not-evaluated', { router: 'knn', why })]
  const session = drive(inA, references, {
    type: 'evaluated',
    job: 1,
    evaluation: evaluationOf('A', missing),
  })
  expect(session.state.references).toMatchObject(evaluationOf('A', missing))
  expect(session.state.evaluating.references).toBeNull()
  expect(session.send(references)).toEqual([{ type: 'evaluate-references', job: 2, world: 'A' }])
  expect(session.state.references).toMatchObject(evaluationOf('A', missing))
  session.send({ type: 'failed', job: 2, messages: why })
  expect(session.state.references).toMatchObject(evaluationOf('A', missing))
})

test('a policy of the person’s own that fails leaves the references as they are', () => {
  const session = drive(
    inA,
    references,
    { type: 'evaluated', job: 1, evaluation: evaluationOf('A') },
    trained,
  )
  session.send({ type: 'failed', job: 2, messages: why })
  expect(session.state.references).toMatchObject(evaluationOf('A'))
  expect(session.state.evaluating).toEqual({ references: null, policy: { status: 'failed', messages: why } })
  expect(session.send(trained)).toEqual([{ type: 'evaluate-policy', job: 3, world: 'A', policy: first }])
})

test('a policy that a run trained or a file brought is evaluated once; the shipped and an untrained one are not', () => {
  const session = drive(inA)
  for (const kind of ['shipped', 'untrained'] as const) {
    expect(session.send({ ...trained, source: { kind } })).toEqual([])
  }
  expect(session.send(trained)).toEqual([{ type: 'evaluate-policy', job: 1, world: 'A', policy: first }])
  expect(session.send(trained)).toEqual([])
  session.send({ type: 'evaluated', job: 1, evaluation: evaluationOf('first') })
  expect(session.state.own).toMatchObject({ world: 'A', policy: first, ...evaluationOf('first') })
  expect(session.send(trained)).toEqual([])
  expect(session.send(opened)).toEqual([{ type: 'evaluate-policy', job: 2, world: 'A', policy: second }])
})

test('a policy that is replaced while it is evaluated leaves nothing behind', () => {
  const session = drive(inA, trained)
  expect(session.send(opened)).toEqual([
    { type: 'end', job: 1 },
    { type: 'evaluate-policy', job: 2, world: 'A', policy: second },
  ])
  session.send({ type: 'evaluated', job: 1, evaluation: evaluationOf('first') })
  expect(session.state.own).toBeNull()
  expect(session.send({ ...trained, source: { kind: 'shipped' } })).toEqual([{ type: 'end', job: 2 }])
  expect(session.state.evaluating.policy).toBeNull()
})

test('a policy whose world is left is not evaluated on another world’s prompts', () => {
  const session = drive(inA, trained)
  expect(session.send(inB)).toEqual([{ type: 'end', job: 1 }])
  session.send({ type: 'evaluated', job: 1, evaluation: evaluationOf('first') })
  expect([session.state.own, session.state.evaluating.policy]).toEqual([null, null])
})

test('of a world that ships an evaluation that one is shown, and nothing is worked out', () => {
  const session = drive(inShipped)
  expect(session.commands).toEqual([{ type: 'fetch-evaluation', job: 1, world: 'A' }])
  expect(session.send(references)).toEqual([])
  session.send({ type: 'fetched', job: 1, evaluation: evaluationOf('A') })
  expect(session.state.references).toMatchObject({ world: 'A', origin: 'shipped', notes: [] })
  expect(session.send(references)).toEqual([])
  expect(session.send(trained)).toEqual([{ type: 'evaluate-policy', job: 2, world: 'A', policy: first }])
})

test('where the shipped evaluation cannot be used, its routers are evaluated here once they are wanted, and why is kept', () => {
  const session = drive(inShipped)
  expect(session.send({ type: 'failed', job: 1, messages: why })).toEqual([])
  expect(session.send(references)).toEqual([{ type: 'evaluate-references', job: 2, world: 'A' }])
  session.send({ type: 'evaluated', job: 2, evaluation: evaluationOf('A') })
  expect(session.state.references).toMatchObject({ world: 'A', origin: 'here', notes: why })
})

test('routers that are wanted while the shipped evaluation is on its way are evaluated when it fails', () => {
  const session = drive(inShipped, references)
  expect(session.send({ type: 'failed', job: 1, messages: why })).toEqual([
    { type: 'evaluate-references', job: 2, world: 'A' },
  ])
})

test('a shipped evaluation that comes after its world was left is another world’s', () => {
  const session = drive(inShipped)
  expect(session.send(inB)).toEqual([{ type: 'end', job: 1 }])
  session.send({ type: 'fetched', job: 1, evaluation: evaluationOf('A') })
  expect(session.state).toMatchObject({ world: 'B', references: null, known: [] })
})
