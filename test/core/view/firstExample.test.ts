/** Which prompt of a world the page opens with. */
import { expect, test } from 'vitest'
import { gridProbabilities } from '../../../src/core/policy/dial.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { firstExample } from '../../../src/core/view/firstExample.ts'
import { embeddingOf, type World } from '../../../src/core/world/world.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const TINY = tinyWorld()
const policy = initialisePolicy(defaultShape(TINY.llms.length), 1)

/** All prompts alike, for the policy and in their outcomes, but for the scores that are given by row. */
function uniformWorld(scores: Readonly<Record<number, readonly number[]>>): World {
  const k = TINY.llms.length
  const first = embeddingOf(TINY, 0)
  return {
    ...TINY,
    embeddings: Float32Array.from(TINY.embeddings, (_, i) => first[i % first.length]),
    costUsd: Float32Array.from(TINY.costUsd, (_, i) => 0.001 * (1 + (i % k))),
    score: Float32Array.from(TINY.score, (_, i) => scores[Math.floor(i / k)]?.[i % k] ?? 0.5),
  }
}

/** The LLM that the policy chooses for quality alone, which all prompts of a uniform world share. */
const [atQuality] = gridProbabilities(policy, embeddingOf(TINY, 0))
const chosen = atQuality.indexOf(Math.max(...atQuality))
const right = TINY.llms.map((_, arm) => (arm === chosen ? 1 : 0))
const wrong = right.map(score => 1 - score)

const rowOf = (unseen: boolean, skip: number) =>
  Array.from(TINY.family.keys()).filter(row => TINY.families[TINY.family[row]].outOfDistribution === unseen)[
    skip
  ]

test('of prompts that the policy routes alike it is one where the policy is right', () => {
  const row = rowOf(false, 7)
  const others = Object.fromEntries(Array.from(TINY.family.keys(), other => [other, wrong]))
  expect(firstExample(uniformWorld({ ...others, [row]: right }), policy)).toBe(row)
})

test('it is of a family that was trained on, though the policy does a little better on one kept out', () => {
  const nearly = right.map(score => (score === 1 ? 0.5 : 0.55))
  const [seen, unseen] = [rowOf(false, 5), rowOf(true, 2)]
  const others = Object.fromEntries(Array.from(TINY.family.keys(), other => [other, wrong]))
  expect(firstExample(uniformWorld({ ...others, [unseen]: right }), policy)).toBe(unseen)
  expect(firstExample(uniformWorld({ ...others, [unseen]: right, [seen]: nearly }), policy)).toBe(seen)
})
