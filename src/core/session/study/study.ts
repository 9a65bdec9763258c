/** Studies and evaluations: at most one study a slot; evaluations of the shown world alone. */
import type { StudyPlan } from '../../evaluation/study.ts'
import { message } from '../../messages/message.ts'
import { type Session, stay } from '../session.ts'
import { evaluatePolicy, evaluateReferences, showWorld, takeAnswer } from './evaluations.ts'
import {
  EMPTY_SLOT,
  STUDY_SLOTS,
  type StudyAnswer,
  type StudyCommand,
  type StudyEvent,
  type StudySlot,
  type StudySlotName,
  type StudyState,
  type StudyStep,
} from './state.ts'

export const studySession: Session<StudyState, StudyEvent, StudyCommand> = (state, event) => {
  switch (event.type) {
    case 'run':
      return run(state, event.slot, event.plan)
    case 'cancel':
      return state[event.slot].job === null
        ? stay(state)
        : replaceSlot(state, event.slot, { ...state[event.slot], status: 'cancelled', job: null })
    case 'restore':
      return replaceSlot(
        state,
        event.slot,
        event.study ? { ...EMPTY_SLOT, ...event.study, status: 'done' } : EMPTY_SLOT,
      )
    case 'world':
      return showWorld(state, event.world, event.ships)
    case 'evaluate-references':
      return evaluateReferences(state)
    case 'evaluate-policy':
      return evaluatePolicy(state, event.policy, event.source)
    case 'progress':
    case 'finished':
    case 'evaluated':
    case 'fetched':
    case 'failed': {
      const slot = STUDY_SLOTS.find(name => state[name].job === event.job)
      if (!slot) return takeAnswer(state, event)
      return stay({ ...state, [slot]: takeStudy(state[slot], event) })
    }
  }
}

function run(state: StudyState, slot: StudySlotName, plan: StudyPlan): StudyStep {
  const { world } = state
  const asked = { ...EMPTY_SLOT, plan, world }
  if (world === null) {
    return replaceSlot(state, slot, { ...asked, status: 'failed', messages: [message('no-world-shown', {})] })
  }
  const job = state.jobs + 1
  const replaced = replaceSlot({ ...state, jobs: job }, slot, { ...asked, status: 'starting', job })
  return {
    state: replaced.state,
    commands: [...replaced.commands, { type: 'run', job, slot, world, plan }],
  }
}

/** What was under way in the slot is ended. */
function replaceSlot(state: StudyState, name: StudySlotName, slot: StudySlot): StudyStep {
  const { job } = state[name]
  return {
    state: { ...state, [name]: slot },
    commands: job === null ? [] : [{ type: 'end', job }],
  }
}

function takeStudy(slot: StudySlot, answer: StudyAnswer): StudySlot {
  switch (answer.type) {
    case 'progress':
      return { ...slot, status: 'running', progress: answer.progress }
    case 'finished':
      return { ...slot, status: 'done', job: null }
    case 'failed':
      return { ...slot, status: 'failed', job: null, messages: answer.messages }
    case 'evaluated':
    case 'fetched':
      return slot
  }
}
