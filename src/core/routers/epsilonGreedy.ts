import { createStream, type RandomStream } from '../math/random.ts'
import { argmax } from '../math/statistics.ts'
import { type Exploration, expectedValue, LinearBandit, type LinearBanditParts } from './linearBandit.ts'

/** Share of the rounds that are spent on exploring: the usual constant. */
export const EPSILON = 0.1

/** Epsilon-greedy (Sutton and Barto, Reinforcement Learning, 2nd ed., Sec. 2.2): with probability epsilon any arm, else the best so far. */
export function greedyBut(epsilon: number, stream: RandomStream): Exploration {
  return (models, context, w) =>
    stream.uniform() < epsilon
      ? stream.integer(models.length)
      : argmax(models.map(model => expectedValue(model, context, w)))
}

/** @param seed of the stream `epsilon-greedy/exploration` */
export function createEpsilonGreedy(parts: LinearBanditParts, seed: number): LinearBandit {
  return new LinearBandit(parts, greedyBut(EPSILON, createStream(seed, 'epsilon-greedy/exploration')))
}
