/**
 * What a run could have earned: looks at whole rows of the table, beside the learner and never on its behalf.
 * All outcomes are expected ones: a training pull of a simulated world draws around them.
 */
import { type Preference, preferenceOfCost } from '../bandit/preference.ts'
import { type Outcome, reward } from '../bandit/reward.ts'
import type { TrainingSettings } from '../experiment/training.ts'
import type { StepRecord } from '../learning/record.ts'
import { mean } from '../math/statistics.ts'
import { strideSample } from '../math/strideSample.ts'
import { expectedOutcome } from '../world/expectation.ts'
import { promptName, type World } from '../world/world.ts'
import type { ReferenceLines, RoundView } from './curve.ts'

export interface RegretMeter {
  /** What the run is measured against; constant over the run. */
  readonly references: ReferenceLines
  /** Mean expected reward given up in a batch against the best arm of each round, >= 0. */
  regret(record: StepRecord): number
  /** One round of a batch with the outcomes hidden from the learner, for the eye. */
  view(record: StepRecord, round: number): RoundView
}

/** Prompts behind the reference lines, at most; more are sampled evenly. */
const REFERENCE_PROMPTS = 2000

/**
 * @param rows of the world, as the learner's environment numbers them
 * @param tauUsd the run's tau in dollars
 */
export function createRegretMeter(
  world: World,
  rows: Uint32Array,
  tauUsd: number,
  settings: Pick<TrainingSettings, 'preferences' | 'fixedCost'>,
): RegretMeter {
  const k = world.llms.length
  const outcomesOf = (row: number) => Array.from({ length: k }, (_, arm) => expectedOutcome(world, row, arm))
  const rewardsOf = (outcomes: readonly Outcome[], w: Preference) =>
    outcomes.map(outcome => reward(w, outcome, tauUsd))
  return {
    references: referenceLines(),
    regret(record) {
      let sum = 0
      record.preferences.forEach((w, i) => {
        const rewards = rewardsOf(outcomesOf(rows[record.prompts[i]]), w)
        sum += Math.max(...rewards) - rewards[record.arms[i]]
      })
      return sum / record.preferences.length
    },
    view(record, round) {
      const row = rows[record.prompts[round]]
      const name = promptName(world, row)
      const w = record.preferences[round]
      const outcomes = outcomesOf(row)
      const rewards = rewardsOf(outcomes, w)
      return {
        prompt: name,
        text: world.texts[name] ?? null,
        wc: w.cost,
        arm: record.arms[round],
        ...record.outcomes[round],
        probabilities: Array.from(record.probabilities.subarray(round * k, (round + 1) * k)),
        reward: record.rewards[round],
        advantage: record.advantages[round],
        hidden: outcomes.map((outcome, arm) => ({ ...outcome, reward: rewards[arm] })),
      }
    },
  }

  function referenceLines(): ReferenceLines {
    const table = Array.from(strideSample(rows, REFERENCE_PROMPTS), outcomesOf)
    const lines = preferencesOf(settings).map(w => {
      const rewards = table.map(outcomes => rewardsOf(outcomes, w))
      return {
        random: mean(rewards.map(mean)),
        bestFixed: Math.max(...world.llms.map((_, arm) => mean(rewards.map(row => row[arm])))),
        oracle: mean(rewards.map(row => Math.max(...row))),
      }
    })
    return {
      random: mean(lines.map(line => line.random)),
      bestFixed: mean(lines.map(line => line.bestFixed)),
      oracle: mean(lines.map(line => line.oracle)),
    }
  }
}

/** Preferences that stand for how a run draws them: evenly spread, the fixed one, or both corners. */
function preferencesOf({
  preferences,
  fixedCost,
}: Pick<TrainingSettings, 'preferences' | 'fixedCost'>): Preference[] {
  switch (preferences) {
    case 'uniform':
      return Array.from({ length: 20 }, (_, i) => preferenceOfCost((i + 0.5) / 20))
    case 'fixed':
      return [preferenceOfCost(fixedCost)]
    case 'corners':
      return [preferenceOfCost(0), preferenceOfCost(1)]
  }
}
