/** From a served log to a policy and to what the log says of it. */
import { PREFERENCE_GRID } from '../bandit/preference.ts'
import { scheduleFactor } from '../learning/schedule.ts'
import type { Multiply } from '../network/matrix.ts'
import { policyRule } from '../policy/dial.ts'
import { initialisePolicy, type Policy } from '../policy/policy.ts'
import { shapeOf } from '../policy/shape.ts'
import { bestArm } from '../routers/dialOf.ts'
import { type CrossFit, fitOutcomes } from './crossFit.ts'
import { DISTILLING, Distiller, type Distilling } from './distiller.ts'
import type { Choices } from './judge.ts'
import type { OutcomeModel } from './outcomeModel.ts'
import { embeddingOfAnswer, type ServedLog, scaledCosts } from './servedLog.ts'

const STEPS = PREFERENCE_GRID.length

/**
 * The policy that a model teaches, on the prompts of some answers.
 * @param answers at least one
 */
export async function distil(
  log: ServedLog,
  answers: Uint32Array,
  model: OutcomeModel,
  seed: number,
  multiply: Multiply,
  how: Distilling = DISTILLING,
): Promise<Policy> {
  const embedding = (i: number) => embeddingOfAnswer(log, answers[i])
  const predicted = model.predict(answers.length, embedding)
  const policy = initialisePolicy(shapeOf(how, log.arms), seed)
  const distiller = new Distiller(policy, seed, multiply, how)
  const { steps } = how
  for (let step = 0; step < steps; step++) {
    const factor = scheduleFactor({ schedule: 'cosine', steps }, step)
    await distiller.step(answers.length, embedding, predicted, factor)
  }
  return distiller.averaged
}

/** The policy learnt from all answers: what is saved and routed with. */
export function learnFromAll(
  log: ServedLog,
  { features, weight }: CrossFit,
  seed: number,
  multiply: Multiply,
  how: Distilling = DISTILLING,
): Promise<Policy> {
  const answers = Uint32Array.from({ length: log.size }, (_, i) => i)
  return distil(log, answers, fitOutcomes(log, answers, features, weight), seed, multiply, how)
}

/**
 * What a policy that is learnt without a prompt chooses for it, for every answer: the policy of each fold on what it holds out.
 * Judged by these the way of learning is judged, not one policy on answers it was taught by.
 */
export async function heldOutChoices(
  log: ServedLog,
  { folds, models }: CrossFit,
  seed: number,
  multiply: Multiply,
  how: Distilling = DISTILLING,
): Promise<Choices> {
  const choices = new Uint8Array(log.size * STEPS)
  for (const [f, { learnt, held }] of folds.entries()) {
    const rule = policyRule(await distil(log, learnt, models[f], seed, multiply, how))
    for (const answer of held) choices.set(rule(embeddingOfAnswer(log, answer)), answer * STEPS)
  }
  return choices
}

/** The best LLM at each w by the plain means of the log, learnt fold by fold too: what one would route with blindly. */
export function plainMeansChoices(log: ServedLog, { folds }: CrossFit): Choices {
  const choices = new Uint8Array(log.size * STEPS)
  const costs = scaledCosts(log)
  for (const { learnt, held } of folds) {
    const [count, quality, cost] = [0, 1, 2].map(() => new Float64Array(log.arms))
    for (const i of learnt) {
      const arm = log.arm[i]
      count[arm]++
      quality[arm] += (log.quality[i] - quality[arm]) / count[arm]
      cost[arm] += (costs[i] - cost[arm]) / count[arm]
    }
    for (let arm = 0; arm < log.arms; arm++) if (count[arm] === 0) cost[arm] = Number.POSITIVE_INFINITY
    const dial = PREFERENCE_GRID.map(w => bestArm(quality, cost, log.arms, w))
    for (const answer of held) choices.set(dial, answer * STEPS)
  }
  return choices
}

/** One LLM whatever is asked. */
export function singleChoices(log: Pick<ServedLog, 'size'>, arm: number): Choices {
  return new Uint8Array(log.size * STEPS).fill(arm)
}
