import { answersOfArms, type ServedLog } from './servedLog.ts'

/**
 * 95th percentile of the served costs, dollars, every LLM counting alike: the reward's tau of a log in which LLMs were served
 * unevenly, as near as it tells to that of a table with every outcome.
 */
export function servedTau(log: Pick<ServedLog, 'arms' | 'arm' | 'costUsd'>): number {
  const answers = answersOfArms(log)
  const served = answers.filter(count => count > 0).length
  const order = Array.from(log.costUsd.keys()).sort((a, b) => log.costUsd[a] - log.costUsd[b])
  let share = 0
  for (const i of order) {
    share += 1 / (served * answers[log.arm[i]])
    if (share >= 0.95) return log.costUsd[i]
  }
  return log.costUsd[order[order.length - 1]]
}
