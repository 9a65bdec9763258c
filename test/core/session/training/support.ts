/** A training session with the world around it: commands are noted, and answered when a test says so. */
import type { TrainingReport } from '../../../../src/core/evaluation/curve.ts'
import { DEFAULT_TRAINING } from '../../../../src/core/experiment/training.ts'
import type { RunSnapshot } from '../../../../src/core/learning/snapshot.ts'
import { initialisePolicy } from '../../../../src/core/policy/policy.ts'
import { shapeOf } from '../../../../src/core/policy/shape.ts'
import {
  INITIAL_TRAINING,
  type RoutedPolicy,
  type TrainingCommand,
  type TrainingEvent,
  type TrainingState,
} from '../../../../src/core/session/training/state.ts'
import { trainingSession } from '../../../../src/core/session/training/training.ts'
import { tinyWorld } from '../../../fixtures/worlds.ts'

export const WORLD = tinyWorld()
/** Small, so that comparing it costs nothing. */
export const SHAPE = shapeOf({ ...DEFAULT_TRAINING, head: 'linear', preferenceEncoder: 'none' }, 3)
export const SHIPPED = initialisePolicy(SHAPE, 9)
export const ROUTED: RoutedPolicy = { policy: SHIPPED, source: { kind: 'shipped' } }

/** A report at an update; it has rounds to tell from the first update on. */
export function reportAt(step: number): TrainingReport {
  const round = {
    prompt: 'sums/0',
    text: null,
    wc: 0.3,
    probabilities: [0.2, 0.3, 0.5],
    arm: 1,
    quality: 1,
    costUsd: 1e-3,
    reward: 0.5,
    advantage: 0.1,
    hidden: [],
  }
  return {
    step,
    keptStep: step,
    stepsPerSecond: null,
    points: [],
    references: { random: 0.1, bestFixed: 0.3, oracle: 0.5 },
    rounds: step > 0 ? [round] : [],
    parameters: SHIPPED.parameters.map(x => x + step),
    shape: SHIPPED.shape,
    tauUsd: 1,
    sweep: null,
  }
}

/** A snapshot told apart from others by its update. */
export function snapshotAt(step: number): RunSnapshot {
  return {
    trainer: {
      step,
      parameters: SHIPPED.parameters,
      averaged: SHIPPED.parameters,
      optimiser: { steps: step, moments: [] },
      baseline: [],
      rounds: { prompts: [1, 2, 3, 4], preferences: [5, 6, 7, 8] },
      arms: [1, 1, 1, 1],
      noise: [2, 2, 2, 2],
      outcomes: [3, 3, 3, 3],
    },
    recorder: { points: [], growing: null, width: 1 },
    validated: null,
    best: null,
  }
}

export interface Stage {
  readonly state: TrainingState
  /** All commands so far, and those since `since()` was called last. */
  readonly commands: readonly TrainingCommand[]
  tell(...events: TrainingEvent[]): void
  since(): readonly TrainingCommand[]
}

/** A session that shows the world already. */
export function stage(): Stage {
  let state = INITIAL_TRAINING
  const commands: TrainingCommand[] = []
  let seen = 0
  const tell = (...events: TrainingEvent[]) => {
    for (const event of events) {
      const step = trainingSession(state, event)
      state = step.state
      commands.push(...step.commands)
    }
  }
  tell({ type: 'world-shown', world: WORLD, routed: ROUTED })
  return {
    get state() {
      return state
    },
    commands,
    tell,
    since() {
      const fresh = commands.slice(seen)
      seen = commands.length
      return fresh
    },
  }
}

/** Play, until the worker has the run and reported it. */
export function started(): Stage {
  const session = stage()
  session.tell({ type: 'play' })
  arrive(session)
  session.since()
  return session
}

/** The world arrives, and the worker's first report of the run that is starting. */
export function arrive({ state, tell }: Pick<Stage, 'state' | 'tell'>): void {
  const { run } = state
  tell({ type: 'world-fetched', run, world: WORLD })
  tell({ type: 'report', run, report: reportAt(0), state: 'paused' })
}

/** Commands by their names. */
export function names(commands: readonly TrainingCommand[]): string[] {
  return commands.map(({ type }) => type)
}
