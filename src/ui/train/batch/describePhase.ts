/** One round of a batch in words, phase by phase. */
import type { RoundView } from '../../../core/evaluation/curve.ts'
import { PHASES, type Phase } from '../../../core/experiment/pace.ts'
import { formatPercent, formatReward, formatScore, formatSigned, formatUsdPerThousand } from '../../format.ts'

export interface PhaseDescription {
  readonly title: string
  /** The value in a few characters. */
  readonly short: string
  /** What happens, with its numbers. */
  readonly sentence: string
  /** The formula with the numbers in it, or ''. */
  readonly formula: string
}

export interface RunFacts {
  /** Names of the LLMs, cheapest first. */
  readonly names: readonly string[]
  readonly tauUsd: number
  /** B, rounds in the batch. */
  readonly batchSize: number
}

/** Whether `phase` comes after `now`, and so is not to be told yet. */
export function isAhead(phase: Phase, now: Phase): boolean {
  return PHASES.indexOf(phase) > PHASES.indexOf(now)
}

export function describePhase(phase: Phase, round: RoundView, facts: RunFacts): PhaseDescription {
  const { names, tauUsd, batchSize } = facts
  const name = names[round.arm]
  const chance = formatPercent(round.probabilities[round.arm])
  const [wq, wc] = [formatScore(1 - round.wc), formatScore(round.wc)]
  const [q, r] = [formatScore(round.quality), formatReward(round.reward)]
  const scaled = formatScore(Math.min(round.costUsd / tauUsd, 1))
  const c = `${formatUsdPerThousand(round.costUsd)} per 1,000`
  const tau = `${formatUsdPerThousand(tauUsd)} per 1,000 prompts`
  const b = formatReward(round.reward - round.advantage)
  switch (phase) {
    case 'prompt':
      return {
        title: 'Prompt',
        short: round.prompt,
        sentence: `A training prompt is drawn: ${round.text ?? `${round.prompt} (no text)`}`,
        formula: 'x',
      }
    case 'preference':
      return {
        title: 'Preference',
        short: `${wq} / ${wc}`,
        sentence: `A preference is drawn for this round: quality weighs ${wq}, saving ${wc}.`,
        formula: `w = (${wq}, ${wc})`,
      }
    case 'probabilities':
      return {
        title: 'Probabilities',
        short: `π of ${names.length}`,
        sentence: 'The policy gives every LLM a probability for this prompt and preference.',
        formula: 'π(· | x, w) = softmax(o)',
      }
    case 'pull':
      return {
        title: 'Pulled LLM',
        short: name,
        sentence: `Chance picks one by those probabilities: ${name}, which had ${chance}.`,
        formula: 'a ~ π(· | x, w)',
      }
    case 'outcome':
      return {
        title: 'Outcome',
        short: `${q} · ${c}`,
        sentence: `${name} answers: score ${q}, cost ${c} prompts. What the others would have done stays unknown.`,
        formula: `q = ${q}, c = ${c}`,
      }
    case 'reward':
      return {
        title: 'Reward',
        short: r,
        sentence: `The preference turns score and cost into one number. The cost is ${scaled} of τ = ${tau}${round.costUsd > tauUsd ? ', where it is capped' : ''}.`,
        formula: `r = ${wq} × ${q} − ${wc} × ${scaled} = ${r}`,
      }
    case 'advantage':
      return {
        title: 'Advantage',
        short: formatSigned(round.advantage),
        sentence: `A baseline b expected ${b}; this round did ${round.advantage >= 0 ? 'better' : 'worse'}.`,
        formula: `r − b = ${r} − ${b} = ${formatSigned(round.advantage)}`.replace('− −', '+ '),
      }
    case 'update':
      return {
        title: 'Update',
        short: round.advantage >= 0 ? 'likelier' : 'less likely',
        sentence: `${name} becomes ${round.advantage >= 0 ? 'likelier' : 'less likely'} where prompt and preference are like these. All ${batchSize} rounds of the batch move the parameters at once.`,
        formula: `∇ mean[ (${formatSigned(round.advantage)}) log π(a | x, w) + β H(π) ]`,
      }
  }
}
