import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearDuplicateGroups, splitOfText } from '../../../src/core/world/split.ts'
import { expectAllClose } from '../../close.ts'
import { unitVectors } from '../../fixtures/worlds.ts'

test('case and white space do not move a text to another split', () => {
  const word = fc.stringMatching(/^[a-z0-9?.,']{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), words => {
      const split = splitOfText(words.join(' '))
      expect(splitOfText(` ${words.join(' \n\t').toUpperCase()}\n`)).toBe(split)
    }),
  )
})

test('the split of a text is a matter of the text alone', () => {
  const texts = Array.from({ length: 50 }, (_, i) => `Question ${i}?`)
  const forwards = texts.map(splitOfText)
  const backwards = [...texts].reverse().map(splitOfText).reverse()
  expect(backwards).toEqual(forwards)
})

test('seven texts in ten are trained on, one validates and two test', () => {
  const splits = Array.from({ length: 20_000 }, (_, i) => splitOfText(`What is ${i} times ${i % 7}?`))
  const shares = ['train', 'validation', 'test'].map(s => splits.filter(x => x === s).length / splits.length)
  expectAllClose(shares, [0.7, 0.1, 0.2], { atol: 0.015 })
})

/** Vectors in the plane of the first two coordinates, at the given angles in degrees. */
function atAngles(degrees: readonly number[]): Float32Array {
  const vectors = new Float32Array(degrees.length * 384)
  degrees.forEach((angle, i) => {
    vectors[i * 384] = Math.cos((angle * Math.PI) / 180)
    vectors[i * 384 + 1] = Math.sin((angle * Math.PI) / 180)
  })
  return vectors
}

test('near-duplicates group under the first of them, also through others', () => {
  const limit = Math.cos((12 * Math.PI) / 180)
  // 0 and 20 meet only through 10; 90 stands alone; 185 and 180 pair up.
  expect([...nearDuplicateGroups(atAngles([0, 90, 20, 185, 10, 180]), limit)]).toEqual([0, 1, 0, 3, 0, 3])
})

test('two groups that a later prompt joins become one', () => {
  const limit = Math.cos((12 * Math.PI) / 180)
  expect([...nearDuplicateGroups(atAngles([40, 0, 50, 10, 20, 30]), limit)]).toEqual([0, 0, 0, 0, 0, 0])
})

test('unlike prompts stay apart', () => {
  expect([...nearDuplicateGroups(unitVectors(6, 1), 0.95)]).toEqual([0, 1, 2, 3, 4, 5])
})
