/** Routers that need no training here, and the person's own policy, on the held-out prompts of the shown world. */
import type { Policy } from '../../policy/policy.ts'
import type { PolicySource } from '../../policy/source.ts'
import { andThen, stay } from '../session.ts'
import type {
  EvaluatedReferences,
  Evaluating,
  StudyAnswer,
  StudyCommand,
  StudyState,
  StudyStep,
} from './state.ts'

/** Worlds whose references are kept. */
const KEPT_WORLDS = 8

/**
 * Ends what is under way for the world before; what is known of this one is there at once. Otherwise its shipped evaluation is
 * fetched, and only where there is none is anything worked out, once it is wanted.
 */
export function showWorld(state: StudyState, world: string | null, ships: boolean): StudyStep {
  if (world === state.world) return stay(state)
  const { fetching } = state
  const { references, policy } = state.evaluating
  const shown: StudyState = {
    ...state,
    world,
    fetching: null,
    unshipped: [],
    references: state.known.find(known => known.world === world) ?? null,
    evaluating: { references: null, policy: null },
  }
  const ended: StudyStep = {
    state: shown,
    commands: [
      ...(fetching === null ? [] : [{ type: 'end', job: fetching } as const]),
      ...endOf(references),
      ...endOf(policy),
    ],
  }
  if (world === null || shown.references !== null) return ended
  if (ships) return andThen(ended, fetchEvaluation)
  return state.wanted ? andThen(ended, evaluateReferences) : ended
}

function fetchEvaluation(state: StudyState): StudyStep {
  const { world } = state
  if (world === null) return stay(state)
  const job = state.jobs + 1
  return {
    state: { ...state, jobs: job, fetching: job },
    commands: [{ type: 'fetch-evaluation', job, world }],
  }
}

export function evaluateReferences(state: StudyState): StudyStep {
  const { world, references, evaluating, fetching } = state
  const isThere = references !== null && references.missing.length === 0
  const asked = state.wanted ? state : { ...state, wanted: true }
  if (world === null || isThere || fetching !== null || evaluating.references?.status === 'busy') {
    return stay(asked)
  }
  const job = state.jobs + 1
  return {
    state: {
      ...asked,
      jobs: job,
      evaluating: { ...evaluating, references: { status: 'busy', job, subject: world } },
    },
    commands: [{ type: 'evaluate-references', job, world }],
  }
}

/** A policy that a run trained or a file brought; the shipped one is among the references. */
export function evaluatePolicy(state: StudyState, policy: Policy, { kind }: PolicySource): StudyStep {
  const { world, own, evaluating } = state
  const before = evaluating.policy
  if (before?.status === 'busy' && before.subject === policy) return stay(state)
  const isOwn = kind === 'run' || kind === 'file'
  if (world === null || !isOwn || (own?.policy === policy && own.world === world)) {
    const quiet = before === null ? state : { ...state, evaluating: { ...evaluating, policy: null } }
    return { state: quiet, commands: endOf(before) }
  }
  const job = state.jobs + 1
  return {
    state: {
      ...state,
      jobs: job,
      evaluating: { ...evaluating, policy: { status: 'busy', job, subject: policy } },
    },
    commands: [...endOf(before), { type: 'evaluate-policy', job, world, policy }],
  }
}

/** What came of a fetch or an evaluation. */
export function takeAnswer(state: StudyState, answer: StudyAnswer): StudyStep {
  const { world } = state
  if (world === null || answer.job !== state.fetching) return stay(takeEvaluation(state, answer))
  if (answer.type === 'fetched') {
    const shipped = { world, origin: 'shipped', notes: [], ...answer.evaluation } as const
    return stay({ ...keep(state, shipped), fetching: null })
  }
  if (answer.type !== 'failed') return stay(state)
  const without = { ...state, fetching: null, unshipped: answer.messages }
  return state.wanted ? evaluateReferences(without) : stay(without)
}

/** Of the shown world, from now on known. */
function keep(state: StudyState, references: EvaluatedReferences): StudyState {
  const others = state.known.filter(known => known.world !== references.world)
  return { ...state, references, known: [...others, references].slice(-KEPT_WORLDS) }
}

/** A failure of one leaves what is known of the others. */
function takeEvaluation(state: StudyState, answer: StudyAnswer): StudyState {
  const { evaluating, world } = state
  const { references, policy } = evaluating
  if (references?.status === 'busy' && references.job === answer.job) {
    if (answer.type === 'failed') {
      const failed = { status: 'failed', messages: answer.messages } as const
      return { ...state, evaluating: { ...evaluating, references: failed } }
    }
    if (answer.type !== 'evaluated') return state
    const evaluated = {
      world: references.subject,
      origin: 'here',
      notes: state.unshipped,
      ...answer.evaluation,
    } as const
    return { ...keep(state, evaluated), evaluating: { ...evaluating, references: null } }
  }
  if (world === null || policy?.status !== 'busy' || policy.job !== answer.job) return state
  if (answer.type === 'failed') {
    const failed = { status: 'failed', messages: answer.messages } as const
    return { ...state, evaluating: { ...evaluating, policy: failed } }
  }
  if (answer.type !== 'evaluated') return state
  const own = { world, policy: policy.subject, ...answer.evaluation }
  return { ...state, own, evaluating: { ...evaluating, policy: null } }
}

function endOf(work: Evaluating<unknown> | null): StudyCommand[] {
  return work?.status === 'busy' ? [{ type: 'end', job: work.job }] : []
}
