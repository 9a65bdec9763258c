import { createStream, type RandomStream } from '../math/random.ts'
import { argmax } from '../math/statistics.ts'
import type { BanditEntry } from './learner.ts'
import { type Exploration, expectedValue, LinearBandit } from './linearBandit.ts'

/** Share of the rounds that are spent on exploring: the usual constant. */
const EPSILON = 0.1

/** Epsilon-greedy (Sutton and Barto, Reinforcement Learning, 2nd ed., Sec. 2.2): with probability epsilon any arm, else the best so far. */
export function greedyBut(epsilon: number, stream: RandomStream): Exploration {
  return (models, context, w) =>
    stream.uniform() < epsilon
      ? stream.integer(models.length)
      : argmax(models.map(model => expectedValue(model, context, w)))
}

/** Draws from the stream `epsilon-greedy/exploration`. */
export const EPSILON_GREEDY = {
  id: 'epsilon-greedy',
  label: 'ε-greedy',
  information: 'bandit',
  trains: true,
  create(parts) {
    const stream = createStream(parts.seed, 'epsilon-greedy/exploration')
    return new LinearBandit(parts, greedyBut(EPSILON, stream))
  },
} as const satisfies BanditEntry
