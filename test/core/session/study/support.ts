import type { HeldOutEvaluation } from '../../../../src/core/evaluation/heldOut.ts'
import type { StudyPlan, StudyProgress } from '../../../../src/core/evaluation/study.ts'
import { type Messages, message } from '../../../../src/core/messages/message.ts'
import { initialisePolicy } from '../../../../src/core/policy/policy.ts'
import {
  INITIAL_STUDY,
  type StudyCommand,
  type StudyEvent,
  type StudyState,
} from '../../../../src/core/session/study/state.ts'
import { studySession } from '../../../../src/core/session/study/study.ts'
import { TINY_SHAPE } from '../../../fixtures/policies.ts'

export const plan: StudyPlan = { entries: [], seeds: [1], splits: ['test'] }
export const progress: StudyProgress = {
  seed: 1,
  seedsDone: 0,
  step: 5,
  steps: 9,
  curves: [],
  result: { rows: [], aiq: [], fits: [] },
}
export const policies = [1, 2].map(seed => initialisePolicy(TINY_SHAPE, seed))
export const why = [message('foreign', { detail: 'No network.' })]

/** An evaluation that can be told from those of other worlds and policies. */
export function evaluationOf(subject: string, missing: Messages = []): HeldOutEvaluation {
  const aiq = [{ world: subject, split: 'test', router: 'zero', aiq: 0.5 }] as const
  return { evaluations: [{ rows: [], aiq }], families: [], trainingPrompts: 3, missing }
}

/** Drives the session; `commands` are those of the last event. */
export function drive(...events: readonly StudyEvent[]) {
  let state: StudyState = INITIAL_STUDY
  let commands: readonly StudyCommand[] = []
  const send = (...more: readonly StudyEvent[]) => {
    for (const event of more) ({ state, commands } = studySession(state, event))
    return commands
  }
  send(...events)
  return {
    send,
    get state() {
      return state
    },
    get commands() {
      return commands
    },
  }
}
