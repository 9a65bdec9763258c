import { Trainer } from '../learning/trainer.ts'
import { initialisePolicy } from '../policy/policy.ts'
import { shapeOf } from '../policy/shape.ts'
import type { BanditEntry } from './learner.ts'

/** The policy, by REINFORCE from a fresh initialisation (BaRP, Algorithm 1); its averaged parameters route. */
export const POLICY = {
  id: 'policy',
  label: 'REINFORCE',
  information: 'bandit',
  trains: true,
  create({ environment, settings, seed, multiply }) {
    const policy = initialisePolicy(shapeOf(settings, environment.arms), seed)
    return new Trainer(environment, policy, settings, seed, multiply)
  },
} as const satisfies BanditEntry
