import { NEAREST } from '../../core/world/familiarity.ts'
import type { PromptDoubt } from '../../core/world/promptDoubts.ts'
import { formatCount, formatPercent, formatScore } from '../format.ts'

/** Why a route of somebody's own words may be no more than a guess, in a sentence. */
export function doubtSentence(doubt: PromptDoubt): string {
  switch (doubt.kind) {
    case 'unknown':
      return doubt.unknown === doubt.tokens
        ? 'The encoder knows none of it: to the policy all such prompts look the same.'
        : `The encoder does not know ${formatCount(doubt.unknown)} of its ${formatCount(doubt.tokens)} tokens.`
    case 'script':
      return 'Most of it is not in Latin letters, and the encoder was trained on English.'
    case 'language':
      return 'It holds none of the commonest English words, and the encoder was trained on English.'
    case 'unlike':
      return `Unlike the training prompts of this world: the nearest ${NEAREST} lie at a mean cosine of ${formatScore(doubt.cosine)}, and ${soFar(doubt)} lie so far.`
    case 'cut':
      return `Only its first ${formatCount(doubt.read)} of ${formatCount(doubt.tokens)} tokens were read.`
  }
}

function soFar({ share, heldOut }: Extract<PromptDoubt, { kind: 'unlike' }>): string {
  return share === 0
    ? `none of ${formatCount(heldOut)} prompts held out from training`
    : `${formatPercent(share)} of ${formatCount(heldOut)} prompts held out from training`
}

/** The same in as few words as will do; '' where there is no doubt. A prompt that was cut is no guess: it was read as far as it was. */
export function shortDoubts(doubts: readonly PromptDoubt[]): string {
  const guesses = doubts.filter(({ kind }) => kind !== 'cut')
  const cut = doubts.length > guesses.length ? ['Its end was not read.'] : []
  const guess = guesses.length > 0 ? [`A guess: ${guesses.map(inShort).join(', ')}.`] : []
  return [...guess, ...cut].join(' ')
}

function inShort(doubt: PromptDoubt): string {
  switch (doubt.kind) {
    case 'unknown':
      return doubt.unknown === doubt.tokens
        ? 'the encoder knows none of it'
        : 'the encoder knows little of it'
    case 'script':
      return 'not in Latin letters'
    case 'language':
      return 'no common English word in it'
    case 'unlike':
      return 'unlike the training prompts'
    case 'cut':
      return 'cut'
  }
}
