/**
 * The registry of learners. One more is a file here with its entry, and a line in the list: plans, files, race, ablations,
 * comparison and `evaluate -- --log` go by it.
 */
import { createEnvironment } from '../bandit/environment.ts'
import { createRounds } from '../bandit/rounds.ts'
import type { TrainingSettings } from '../experiment/training.ts'
import type { Multiply } from '../network/matrix.ts'
import type { World } from '../world/world.ts'
import { contextProjection } from './contexts.ts'
import { EPSILON_GREEDY } from './epsilonGreedy.ts'
import { KNN } from './knn.ts'
import type { Learner, LearnerEntry, LearnerParts } from './learner.ts'
import { LIN_THOMPSON } from './linThompson.ts'
import { LIN_UCB } from './linUcb.ts'
import { MLP } from './mlp.ts'
import { POLICY } from './reinforce.ts'
import { readTable } from './table.ts'

/** In the order in which they are listed to a person. */
export const LEARNERS = [POLICY, LIN_UCB, LIN_THOMPSON, EPSILON_GREEDY, MLP, KNN] as const

export type LearnerName = (typeof LEARNERS)[number]['id']
export const LEARNER_NAMES: readonly LearnerName[] = LEARNERS.map(({ id }) => id)

/** The learner of that name, or null where there is none. */
export function findLearner(name: string): LearnerEntry | null {
  return LEARNERS.find(({ id }) => id === name) ?? null
}

/**
 * A learner at its start. Only a full-information reference can reach the table.
 * @param rows training prompts, at least one
 * @param multiply where large matrix products are taken
 * @throws RangeError where there is no learner of that name
 */
export function createLearner(
  name: LearnerName,
  world: World,
  rows: Uint32Array,
  settings: TrainingSettings,
  seed: number,
  multiply: Multiply,
): Learner {
  const entry = findLearner(name)
  if (entry === null) throw new RangeError(`There is no learner ${name}.`)
  const tauUsd = world.tauUsd * settings.tauScale
  const parts: LearnerParts = {
    environment: createEnvironment(world, rows, seed),
    rounds: createRounds(rows.length, settings, seed),
    settings,
    tauUsd,
    seed,
    multiply,
    projection: () => contextProjection(world, rows),
  }
  return entry.information === 'full'
    ? entry.create({ ...parts, table: () => readTable(world, rows, tauUsd) })
    : entry.create(parts)
}
