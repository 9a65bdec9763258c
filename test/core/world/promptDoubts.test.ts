import { expect, test } from 'vitest'
import { type PromptDoubt, promptDoubts, type Reading } from '../../../src/core/world/promptDoubts.ts'
import { unitVectors } from '../../fixtures/worlds.ts'

const embedding = unitVectors(1, 1)
const plain: Reading = { tokens: 9, unknown: 0, truncated: false }

function kinds(text: string, reading: Partial<Reading> = {}): PromptDoubt['kind'][] {
  return promptDoubts(text, embedding, { ...plain, ...reading }, null).map(({ kind }) => kind)
}

test.each([
  'Why is the sky blue?',
  'hello',
  'Summarise this mail for my boss.',
  '2 + 2',
  'Sort [3, 1, 2] ascending.',
])('there is no doubt about: %s', text => expect(kinds(text)).toEqual([]))

test.each([
  'Warum ist der Himmel blau? Erkläre es einem Kind.',
  'Pourquoi le ciel est-il bleu ?',
  '¿Por qué el cielo es azul?',
  'Waarom is de lucht blauw?',
  'asdf qwer zxcv uiop hjkl',
])('no common English word is in: %s', text => expect(kinds(text)).toEqual(['language']))

test.each(['Почему небо голубое?', '为什么天空是蓝色的？', 'लाल रंग: red'])(
  'most letters are not Latin in: %s',
  text => expect(kinds(text)).toEqual(['script']),
)

test('of a text that the encoder knows nothing of, that alone is said', () => {
  expect(kinds('ท้องฟ้าทำไมถึงเป็นสีฟ้า', { tokens: 3, unknown: 1 })).toEqual(['unknown'])
  expect(kinds('😀😀😀', { tokens: 3, unknown: 1 })).toEqual(['unknown'])
})

test('some unknown tokens among many are no doubt, from half of them on they are one', () => {
  expect(kinds('Why is the sky 😀?', { tokens: 9, unknown: 1 })).toEqual([])
  expect(kinds('What is 😀 🎉?', { tokens: 6, unknown: 2 })).toEqual(['unknown'])
})

test('a text that was cut says how much of it was read', () => {
  const [doubt] = promptDoubts(
    'The story of it',
    embedding,
    { tokens: 400, unknown: 0, truncated: true },
    null,
  )
  expect(doubt).toEqual({ kind: 'cut', read: 256, tokens: 400 })
})

test('a text far from the training prompts says how far, and how few lie so far', () => {
  const training = embedding.map(x => -x)
  const familiarity = { training, heldOut: [0.5, 0.6], threshold: 0.5 }
  const [doubt, ...others] = promptDoubts('Why is it so?', embedding, plain, familiarity)
  expect(others).toEqual([])
  expect(doubt).toMatchObject({ kind: 'unlike', share: 0, heldOut: 2 })
  expect(promptDoubts('Why is it so?', training, plain, familiarity)).toEqual([])
})
