/** Learners by name, each on the same stream of prompts and preferences. */

import type { DialRule } from '../../core/bandit/dialRule.ts'
import { type BanditEnvironment, createEnvironment } from '../../core/bandit/environment.ts'
import { createRounds } from '../../core/bandit/rounds.ts'
import type { StudyEntry } from '../../core/evaluation/study.ts'
import { policyRule } from '../../core/policy/dial.ts'
import { createPolicy, initialisePolicy } from '../../core/policy/policy.ts'
import { shapeOf } from '../../core/policy/shape.ts'
import { contextProjection } from '../../core/routers/contexts.ts'
import { createEpsilonGreedy } from '../../core/routers/epsilonGreedy.ts'
import { knnRule } from '../../core/routers/knn.ts'
import type { LearnerName, StudyLearner } from '../../core/routers/learner.ts'
import type { LinearBanditParts } from '../../core/routers/linearBandit.ts'
import { createLinThompson } from '../../core/routers/linThompson.ts'
import { createLinUcb } from '../../core/routers/linUcb.ts'
import { readTable } from '../../core/routers/table.ts'
import type { World } from '../../core/world/world.ts'
import { Trainer } from '../trainer/trainer.ts'
import { MlpFullInformation } from './mlpFullInformation.ts'

/** A learner at its start, or a rule for a router that needs no training. */
export type Candidate =
  | { readonly kind: 'learner'; readonly learner: StudyLearner }
  | { readonly kind: 'rule'; readonly rule: DialRule }

/**
 * Bandit learners get an environment, and the training prompts' embeddings at most; only those of FULL_INFORMATION get a table.
 * @param rows training prompts
 */
export function createCandidate(
  world: World,
  rows: Uint32Array,
  { learner, settings }: Pick<StudyEntry, 'learner' | 'settings'>,
  seed: number,
): Candidate {
  const environment = createEnvironment(world, rows, seed)
  const tauUsd = world.tauUsd * settings.tauScale
  const rounds = () => createRounds(environment.size, settings, seed)
  const table = () => readTable(world, rows, tauUsd)
  const linear = (): LinearBanditParts => ({
    environment,
    tauUsd,
    rounds: rounds(),
    batchSize: settings.batchSize,
    projection: contextProjection(world, rows),
  })
  const learnerBy: Record<Exclude<LearnerName, 'knn'>, () => StudyLearner> = {
    policy: () => policyLearner(environment, { learner, settings }, seed),
    linucb: () => createLinUcb(linear()),
    'lin-thompson': () => createLinThompson(linear(), seed),
    'epsilon-greedy': () => createEpsilonGreedy(linear(), seed),
    mlp: () =>
      new MlpFullInformation({ environment, table: table(), rounds: rounds(), settings, tauUsd }, seed),
  }
  if (learner === 'knn') return { kind: 'rule', rule: knnRule(table()) }
  return { kind: 'learner', learner: learnerBy[learner]() }
}

/** REINFORCE from a fresh initialisation; its averaged parameters route. */
function policyLearner(
  environment: BanditEnvironment,
  { settings }: Pick<StudyEntry, 'learner' | 'settings'>,
  seed: number,
): StudyLearner {
  const policy = initialisePolicy(shapeOf(settings, environment.arms), seed)
  const trainer = new Trainer(environment, policy, settings, seed)
  return {
    step: () => trainer.step(),
    route: (embedding, w) => trainer.route(embedding, w),
    freeze: () => policyRule(createPolicy(policy.shape, trainer.averaged.parameters.slice())),
  }
}
