/** Routers that need no training here, and the person's own policy, on the held-out prompts of the shown world. */
import type { Policy } from '../../policy/policy.ts'
import type { PolicySource } from '../../policy/source.ts'
import { andThen, stay } from '../session.ts'
import type { Evaluating, StudyAnswer, StudyCommand, StudyState, StudyStep } from './state.ts'

/** Worlds whose references are kept. */
const KEPT_WORLDS = 8

/** Ends what is under way for the world before; what is known of this one is there at once. */
export function showWorld(state: StudyState, world: string | null): StudyStep {
  if (world === state.world) return stay(state)
  const { references, policy } = state.evaluating
  const shown: StudyState = {
    ...state,
    world,
    references: state.known.find(known => known.world === world) ?? null,
    evaluating: { references: null, policy: null },
  }
  const ended: StudyStep = { state: shown, commands: [...endOf(references), ...endOf(policy)] }
  return state.wanted && shown.references === null ? andThen(ended, evaluateReferences) : ended
}

export function evaluateReferences(state: StudyState): StudyStep {
  const { world, references, evaluating } = state
  const isThere = references !== null && references.missing.length === 0
  const asked = state.wanted ? state : { ...state, wanted: true }
  if (world === null || isThere || evaluating.references?.status === 'busy') {
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

/** A failure of one leaves what is known of the others. */
export function takeEvaluation(state: StudyState, answer: StudyAnswer): StudyState {
  const { evaluating, world } = state
  const { references, policy } = evaluating
  if (references?.status === 'busy' && references.job === answer.job) {
    if (answer.type === 'failed') {
      const failed = { status: 'failed', messages: answer.messages } as const
      return { ...state, evaluating: { ...evaluating, references: failed } }
    }
    if (answer.type !== 'evaluated') return state
    const evaluated = { world: references.subject, ...answer.evaluation }
    const others = state.known.filter(known => known.world !== evaluated.world)
    return {
      ...state,
      references: evaluated,
      known: [...others, evaluated].slice(-KEPT_WORLDS),
      evaluating: { ...evaluating, references: null },
    }
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
