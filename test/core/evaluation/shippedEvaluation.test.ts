import { expect, test } from 'vitest'
import type { FamilyRow } from '../../../src/core/evaluation/families.ts'
import type { HeldOutEvaluation } from '../../../src/core/evaluation/heldOut.ts'
import { decodeEvaluation, encodeEvaluation } from '../../../src/core/evaluation/shippedEvaluation.ts'
import { message } from '../../../src/core/messages/message.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { defaultShape } from '../../../src/core/policy/shape.ts'
import { evaluateReferences } from '../../../src/engine/study/references.ts'
import { EvaluationSchema } from '../../../src/schema/evaluation.ts'
import { read } from '../../../src/schema/read.ts'
import { keyOf } from '../../fixtures/recordedRuns.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const world = tinyWorld()
const { arms: _, ...files } = keyOf(world.id)
const evaluated = () => evaluateReferences(world, initialisePolicy(defaultShape(3), 4))

/** Families in an order that does not hang on the walks in which they were evaluated; figures as the file has them. */
function comparable({ evaluations, families, ...rest }: HeldOutEvaluation) {
  const rounded = (_: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(8)) : value
  const name = ({ split, family, router }: FamilyRow) => `${split} ${family} ${router}`
  const sorted = families.toSorted((a, b) => (name(a) < name(b) ? -1 : 1))
  return JSON.parse(JSON.stringify({ evaluations, families: sorted, ...rest }, rounded))
}

test('an evaluation comes back from its file with every figure to eight digits', async () => {
  const evaluation = await evaluated()
  const json = JSON.stringify(encodeEvaluation(evaluation, files))
  const file = read(EvaluationSchema, JSON.parse(json)).value
  expect(comparable(decodeEvaluation(file))).toEqual(comparable(evaluation))
  expect(file).toMatchObject(files)
})

test('half an evaluation is not shipped', async () => {
  const evaluation = await evaluated()
  const missing = [message('router-not-evaluated', { router: 'knn', why: [] })]
  expect(() => encodeEvaluation({ ...evaluation, missing }, files)).toThrow(RangeError)
})

test('a file whose columns are too short is refused', async () => {
  const file = encodeEvaluation(await evaluated(), files)
  const [split, ...others] = file.splits
  const [router, ...routers] = split.routers
  const cut = { ...split, routers: [{ ...router, quality: router.quality.slice(1) }, ...routers] }
  expect(() => read(EvaluationSchema, { ...file, splits: [cut, ...others] })).toThrow('splits[0]')
  const [family, ...families] = split.families
  const narrow = { ...split, families: [{ ...family, reward: family.reward.slice(1) }, ...families] }
  expect(() => read(EvaluationSchema, { ...file, splits: [narrow, ...others] })).toThrow('splits[0]')
})
