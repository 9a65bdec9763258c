/** Studies and evaluations under events in any order: what must never happen, whatever a person and the workers do. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  INITIAL_STUDY,
  STUDY_SLOTS,
  type StudyCommand,
  type StudyEvent,
  type StudyState,
} from '../../../../src/core/session/study/state.ts'
import { studySession } from '../../../../src/core/session/study/study.ts'
import { evaluationOf, plan, policies, progress, why } from './support.ts'

type Work = Exclude<StudyCommand, { readonly type: 'end' }>

const SOURCES = [
  { kind: 'shipped' },
  { kind: 'untrained' },
  { kind: 'run', step: 3 },
  { kind: 'file', name: 'x' },
] as const

const slot = fc.constantFrom(...STUDY_SLOTS)
const asked: fc.Arbitrary<StudyEvent> = fc.oneof(
  fc.record({
    type: fc.constant('world' as const),
    world: fc.constantFrom('A', 'B', 'C', null),
    ships: fc.boolean(),
  }),
  fc.record({ type: fc.constant('run' as const), slot, plan: fc.constant(plan) }),
  fc.record({ type: fc.constant('cancel' as const), slot }),
  fc.record({
    type: fc.constant('restore' as const),
    slot,
    study: fc.constantFrom({ world: 'A', plan, progress }, null),
  }),
  fc.constant({ type: 'evaluate-references' as const }),
  fc.record({
    type: fc.constant('evaluate-policy' as const),
    policy: fc.constantFrom(...policies),
    source: fc.constantFrom(...SOURCES),
  }),
)
/** What a piece of work says; `at` picks one of all that were ever begun, ended ones too. */
const answered = fc.record({
  at: fc.nat(),
  says: fc.constantFrom('progress' as const, 'done' as const, 'failed' as const),
})
const happenings = fc.array(fc.oneof(asked, answered), { maxLength: 60, size: 'max' })

/** The workers' side: which work is under way. */
function createPage() {
  let state: StudyState = INITIAL_STUDY
  const begun: Work[] = []
  const live = new Map<number, Work>()

  function send(event: StudyEvent) {
    const before = state
    const step = studySession(state, event)
    state = step.state
    for (const command of step.commands) {
      if (command.type === 'end') {
        expect(live.delete(command.job), 'only work under way is ended').toBe(true)
        continue
      }
      begun.push(command)
      live.set(command.job, command)
      const places = [...live.values()].map(work => (work.type === 'run' ? work.slot : work.type))
      expect(new Set(places).size, 'one piece of work a place').toBe(places.length)
      expect(command.world, 'work on the shown world').toBe(state.world)
    }
    check(state, live)
    return before
  }

  function answer(work: Work, says: 'progress' | 'done' | 'failed') {
    const { job, type } = work
    const isOver = !live.has(job)
    const ends = says === 'failed' || says === 'done'
    if (ends) live.delete(job)
    const before = send(
      says === 'failed'
        ? { type: 'failed', job, messages: why }
        : says === 'progress'
          ? { type: 'progress', job, progress }
          : type === 'run'
            ? { type: 'finished', job }
            : {
                type: type === 'fetch-evaluation' ? 'fetched' : 'evaluated',
                job,
                evaluation: evaluationOf(work.world),
              },
    )
    if (isOver) expect(state, 'what is over changes nothing').toBe(before)
  }

  return {
    send,
    answer,
    begun,
    live,
    get state() {
      return state
    },
  }
}

/** What the page can show, and what must hold between state and work. */
function check(state: StudyState, live: ReadonlyMap<number, Work>) {
  for (const name of STUDY_SLOTS) {
    const { status, job, plan, progress, messages } = state[name]
    const busy = status === 'starting' || status === 'running'
    const work = job === null ? undefined : live.get(job)
    expect(work?.type === 'run' && work.slot === name, 'a slot is busy as long as its work').toBe(busy)
    expect(job !== null).toBe(busy)
    expect(plan === null).toBe(status === 'idle')
    expect(messages.length > 0, 'a failure says why').toBe(status === 'failed')
    if (status === 'running') expect(progress).not.toBeNull()
  }
  const { references, policy } = state.evaluating
  for (const [evaluating, type] of [
    [references, 'evaluate-references'],
    [policy, 'evaluate-policy'],
  ] as const) {
    const work = [...live.values()].find(other => other.type === type)
    expect(work?.job ?? null).toBe(evaluating?.status === 'busy' ? evaluating.job : null)
    if (work) expect(work.world, 'evaluated is the shown world').toBe(state.world)
    if (evaluating?.status === 'failed') expect(evaluating.messages.length).toBeGreaterThan(0)
  }
  const fetch = [...live.values()].find(({ type }) => type === 'fetch-evaluation')
  expect(state.fetching, 'a fetch is under way as long as its work').toBe(fetch?.job ?? null)
  if (state.references) {
    expect(state.references.world).toBe(state.world)
    expect(references === null && fetch !== undefined, 'what is there is not fetched').toBe(false)
  }
  for (const known of state.known) expect(known.evaluations).toEqual(evaluationOf(known.world).evaluations)
  // Never "not evaluated yet" for ever: once wanted, a world has its figures, is fetched or evaluated, or has failed.
  if (state.wanted && state.world !== null)
    expect(state.references ?? references ?? state.fetching).not.toBeNull()
}

test('whatever happens in whatever order, nothing runs twice, nothing is left waiting, nothing stale is shown', () => {
  fc.assert(
    fc.property(happenings, events => {
      const page = createPage()
      for (const event of events) {
        if ('at' in event) {
          const work = page.begun[event.at % Math.max(1, page.begun.length)]
          if (work) page.answer(work, event.says)
        } else page.send(event)
      }
      for (const work of [...page.live.values()]) page.answer(work, 'done')
      const { race, compare, evaluating } = page.state
      const busy = [race, compare].some(({ job }) => job !== null)
      expect(page.state.fetching).toBeNull()
      expect([busy, evaluating.references?.status, evaluating.policy?.status]).not.toContain('busy')
      expect(busy).toBe(false)
    }),
    { numRuns: 200 },
  )
})

test('a world that was evaluated has its figures whenever it is shown again', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('A', 'B', 'C'), { maxLength: 20, size: 'max' }), worlds => {
      const page = createPage()
      page.send({ type: 'evaluate-references' })
      const seen = new Set<string>()
      for (const world of worlds) {
        page.send({ type: 'world', world, ships: world === 'B' })
        expect(page.state.references?.world ?? null).toBe(seen.has(world) ? world : null)
        for (const work of [...page.live.values()]) page.answer(work, 'done')
        seen.add(world)
      }
      expect(page.begun).toHaveLength(seen.size)
    }),
  )
})
