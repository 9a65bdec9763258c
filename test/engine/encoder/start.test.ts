import { expect, test } from 'vitest'
import { norm } from '../../../src/core/math/vectors.ts'
import { pool } from '../../../src/engine/encoder/pooling.ts'
import reference from '../../../src/engine/encoder/reference.json'
import { checkReference, packVector, unpackVector } from '../../../src/engine/encoder/referenceCheck.ts'
import { gpuWins, measure } from '../../../src/engine/encoder/selfBenchmark.ts'
import { expectAllClose } from '../../close.ts'

test('pooling is the mean over tokens at norm 1', () => {
  expectAllClose(pool(new Float32Array([1, 0, 5, 8]), 2), [0.6, 0.8])
})

test('states that are all zero or not finite are an error', () => {
  expect(() => pool(new Float32Array(8), 4)).toThrow('embedding-without-direction')
  expect(() => pool(new Float32Array([1, Number.NaN]), 2)).toThrow('embedding-without-direction')
  expect(() => pool(new Float32Array([1, Number.POSITIVE_INFINITY]), 2)).toThrow(
    'embedding-without-direction',
  )
})

test('a packed vector comes back within rounding', () => {
  const vector = new Float32Array([-1, -0.25, 0, 0.1, 1])
  expectAllClose(unpackVector(packVector(vector)), vector, { atol: 2e-5 })
})

test('the stored reference vectors have norm 1', () => {
  for (const vector of [reference.q8, reference.fp32]) {
    expect(norm(unpackVector(vector))).toBeCloseTo(1, 3)
  }
})

test('a device that computes the right reference passes, one that computes another fails', () => {
  const q8 = unpackVector(reference.q8)
  const fp32 = unpackVector(reference.fp32)
  expect(() => checkReference('q8', q8)).not.toThrow()
  expect(() => checkReference('fp32', fp32)).not.toThrow()
  expect(() => checkReference('fp16', fp32)).not.toThrow()
  expect(() => checkReference('fp32', q8)).toThrow('embeddings-wrong')
  expect(() => checkReference('q8', q8.toReversed())).toThrow('embeddings-wrong')
})

test('the benchmark is a median, and one run of a slow device is enough', async () => {
  const model = {
    encode: async () => ({ embedding: new Float32Array(384), tokens: 32, unknown: 0, truncated: false }),
  }
  const clock = (times: number[]) => () => times.shift() ?? 0
  expect(await measure(model, { runs: 3, budgetMs: 500, now: clock([0, 0, 9, 9, 10, 11, 11, 13, 16]) })).toBe(
    3,
  )
  expect(await measure(model, { runs: 3, budgetMs: 500, now: clock([0, 0, 900, 900]) })).toBe(900)
})

test('a GPU wins only when it is a fifth faster', () => {
  expect(gpuWins(100, 80)).toBe(true)
  expect(gpuWins(100, 81)).toBe(false)
})
