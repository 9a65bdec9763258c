/** The routing decision in words: what stands at rest, and what is behind it. */
import type { Preference } from '../../core/bandit/preference.ts'
import type { Explanation } from '../../core/policy/explain.ts'
import type { Llm } from '../../core/world/world.ts'
import {
  formatDecimals,
  formatPercent,
  formatPreference,
  formatRatio,
  formatReward,
  formatScore,
  formatUsdPerThousand,
} from '../format.ts'

export interface AnswerWords {
  /** What is expected of the routed LLM, to follow its name. */
  readonly expected: string
  /** What more money would buy, and what is most worth knowing of the choice: two sentences at most. */
  readonly rest: readonly string[]
  /** Why: rewards, probabilities, and where the dial changes the choice. */
  readonly why: readonly string[]
}

export interface AnswerFacts {
  readonly explanation: Explanation
  readonly probabilities: Float32Array
  readonly llms: readonly Llm[]
  readonly w: Preference
  /** Whether the outcomes are estimates from similar prompts. */
  readonly estimated: boolean
}

export function answerWords(facts: AnswerFacts): AnswerWords {
  const { explanation, llms, w, estimated } = facts
  const { quality, costUsd } = explanation.outcome
  const about = estimated ? 'about ' : ''
  const saving = savingSentence(facts)
  const flips = flipSentence(explanation, llms)
  // The gravest first: a better choice that was missed, a choice that holds where a cheaper one was to be had, the flips.
  const lead = leadSentence(explanation, llms)
  const [most, ...others] = [missedSentence(facts), saving, flips].filter(text => text !== '')
  return {
    expected: `score ${about}${formatScore(quality)}, ${about}${formatUsdPerThousand(costUsd)} per 1,000 prompts.`,
    rest: [betterSentence(explanation, llms), most].filter(text => text !== undefined && text !== ''),
    why: [`At ${formatPreference(w)}: ${rewardSentence(facts)}`, lead, ...others].filter(text => text !== ''),
  }
}

function betterSentence({ better, missed, flips, held }: Explanation, llms: readonly Llm[]): string {
  if (better && better.arm === missed?.arm) return ''
  if (!better) return 'No LLM is expected to score more than .01 higher.'
  const taken =
    flips.quality?.arm === better.arm
      ? `; it takes over at ${qualityAt(flips.quality.wc)}`
      : held.quality
        ? `; not even 100 % quality routes to it${held.quality.nearTie ? ', a near tie' : ''}`
        : ''
  return `${llms[better.arm].name} would add ${formatScore(better.gain)} ${priceOf(better.costRatio)}${taken}.`
}

function priceOf(costRatio: number | null): string {
  if (costRatio === null) return 'for money, where this one is free'
  if (costRatio >= 1.05) return `for ${formatRatio(costRatio)} the money`
  return costRatio > 0.95 ? 'for the same money' : 'for less money'
}

/** Why not even all saving routes to the LLM that is cheapest here, and by how much. */
function savingSentence({ explanation: { held, missed }, llms, estimated }: AnswerFacts): string {
  if (!held.saving || held.saving.arm === missed?.arm) return ''
  const { arm, savedUsd, gain, nearTie } = held.saving
  const saved = `${estimated ? 'about ' : ''}${formatUsdPerThousand(savedUsd)} per 1,000 prompts`
  const reward = gain < 0.0005 ? 'under .001' : formatDecimals(gain, 3)
  return `Even 100 % saving stays with it${nearTie ? ', a near tie' : '; the policy has not learnt better'}: ${llms[arm].name} would save ${saved}, ${reward} of reward.`
}

/** By how much the policy prefers the routed LLM at the saving end. */
function leadSentence({ held, missed }: Explanation, llms: readonly Llm[]): string {
  if (!held.saving || held.saving.arm === missed?.arm) return ''
  const { arm, lead } = held.saving
  return `At 100 % saving the policy’s probability for it is ${pointsOf(lead)} above that for ${llms[arm].name}.`
}

/** A difference of probabilities. */
function pointsOf(difference: number): string {
  const points = Math.round(100 * difference)
  return points === 0
    ? 'less than a percentage point'
    : `${points} percentage point${points === 1 ? '' : 's'}`
}

function flipSentence({ flips, better }: Explanation, llms: readonly Llm[]): string {
  const parts: string[] = []
  if (flips.saving)
    parts.push(`towards saving, ${llms[flips.saving.arm].name} from ${savingAt(flips.saving.wc)}`)
  if (flips.quality && flips.quality.arm !== better?.arm) {
    parts.push(`towards quality, ${llms[flips.quality.arm].name} from ${qualityAt(flips.quality.wc)}`)
  }
  if (parts.length === 0) return flips.quality ? '' : 'The choice holds over the whole dial.'
  const text = parts.join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function missedSentence({ explanation: { missed }, llms, estimated }: AnswerFacts): string {
  if (!missed) return ''
  const more = `${llms[missed.arm].name} would earn ${formatScore(missed.gain)} more reward`
  return estimated
    ? `By this estimate ${more}.`
    : `By these figures ${more}: the policy has not learnt this one.`
}

/** The routed LLM's reward and probability beside those of the next best by reward. */
function rewardSentence({ explanation: { arm, rewards }, probabilities, llms }: AnswerFacts): string {
  const next = rewards.reduce((best, x, i) => (i !== arm && (best < 0 || x > rewards[best]) ? i : best), -1)
  const told = (i: number) => `${formatReward(rewards[i])} (probability ${formatPercent(probabilities[i])})`
  const own = `${llms[arm].name} is expected to earn a reward of ${told(arm)}`
  return next < 0 ? `${own}.` : `${own}, the best other, ${llms[next].name}, ${told(next)}.`
}

function qualityAt(wc: number): string {
  return `${Math.round((1 - wc) * 100)} % quality`
}

function savingAt(wc: number): string {
  return `${Math.round(wc * 100)} % saving`
}
