import { expect, test } from 'vitest'
import { doubtSentence, shortDoubts } from '../../../src/ui/route/doubtWords.ts'

const UNLIKE = { kind: 'unlike', unlike: true, cosine: 0.205, share: 0.005, heldOut: 400 } as const

test('how far a prompt lies is told with its numbers and what they are of', () => {
  expect(doubtSentence(UNLIKE)).toBe(
    'Unlike the training prompts of this world: the nearest 5 lie at a mean cosine of .21, and 1 % of 400 prompts held out from training lie so far.',
  )
  expect(doubtSentence({ ...UNLIKE, share: 0 })).toContain(
    'none of 400 prompts held out from training lie so far',
  )
})

test('what the encoder does not know is told, all of it or how much', () => {
  expect(doubtSentence({ kind: 'unknown', unknown: 1, tokens: 1 })).toContain('knows none of it')
  expect(doubtSentence({ kind: 'unknown', unknown: 6, tokens: 10 })).toBe(
    'The encoder does not know 6 of its 10 tokens.',
  )
})

test('in short: what makes it a guess, in a few words', () => {
  expect(shortDoubts([])).toBe('')
  expect(shortDoubts([{ kind: 'language' }, UNLIKE])).toBe(
    'A guess: no common English word in it, unlike the training prompts.',
  )
  expect(shortDoubts([{ kind: 'unknown', unknown: 1, tokens: 1 }])).toBe(
    'A guess: the encoder knows none of it.',
  )
})

test('a prompt that was only cut is no guess', () => {
  const cut = { kind: 'cut', read: 256, tokens: 1400 } as const
  expect(doubtSentence(cut)).toBe('Only its first 256 of 1,400 tokens were read.')
  expect(shortDoubts([cut])).toBe('Its end was not read.')
  expect(shortDoubts([{ kind: 'script' }, cut])).toBe('A guess: not in Latin letters. Its end was not read.')
})
