import { expect, test } from 'vitest'
import {
  createStream,
  hashFraction,
  type RandomStream,
  resumeStream,
  sampleCategorical,
  shuffle,
} from '../../../src/core/math/random.ts'
import { correlation, mean } from '../../../src/core/math/statistics.ts'
import { expectAllClose } from '../../close.ts'

const N = 20_000
const draw = (n: number, value: () => number) => Array.from({ length: n }, value)
const uniforms = (stream: RandomStream, n: number) => draw(n, stream.uniform)

test('the same seed and name give the same draws', () => {
  const again = uniforms(createStream(7, 'training/arms'), 100)
  expect(uniforms(createStream(7, 'training/arms'), 100)).toEqual(again)
})

test('another name or another seed gives uncorrelated draws', () => {
  const base = uniforms(createStream(7, 'training/arms'), N)
  for (const other of [createStream(7, 'training/prompts'), createStream(8, 'training/arms')]) {
    expectAllClose([correlation(base, uniforms(other, N))], [0], { atol: 4 / Math.sqrt(N) })
  }
})

test('drawing from one stream does not shift another', () => {
  const expected = uniforms(createStream(1, 'b'), 10)
  const [a, b] = [createStream(1, 'a'), createStream(1, 'b')]
  uniforms(a, 13)
  expect(uniforms(b, 10)).toEqual(expected)
})

test('a resumed stream goes on exactly where the saved one stopped', () => {
  const stream = createStream(2, 'saved')
  for (let i = 0; i < 17; i++) stream.normal()
  const resumed = resumeStream(stream.state())
  expect(resumed.state()).toEqual(stream.state())
  expect(uniforms(resumed, 50)).toEqual(uniforms(stream, 50))
})

test('uniform draws stay in [0, 1) with mean a half and variance a twelfth', () => {
  const draws = uniforms(createStream(3, 'uniform'), N)
  expect(draws.every(x => x >= 0 && x < 1)).toBe(true)
  expectAllClose([mean(draws), mean(draws.map(x => (x - 0.5) ** 2))], [1 / 2, 1 / 12], { atol: 0.008 })
})

test('normal draws have the moments of a standard normal', () => {
  const draws = draw(N, createStream(4, 'normal').normal)
  const moments = [1, 2, 3, 4].map(power => mean(draws.map(x => x ** power)))
  expectAllClose(moments, [0, 1, 0, 3], { atol: 0.16 })
  expectAllClose(moments.slice(0, 2), [0, 1], { atol: 0.04 })
})

test('integers cover [0, n) evenly', () => {
  const stream = createStream(5, 'integer')
  const counts = [0, 0, 0, 0, 0]
  for (let i = 0; i < N; i++) counts[stream.integer(5)]++
  expect(counts).toHaveLength(5)
  expectAllClose(
    counts.map(c => c / N),
    [0.2, 0.2, 0.2, 0.2, 0.2],
    { atol: 0.02 },
  )
})

test('categorical draws come as often as their probabilities say', () => {
  const stream = createStream(6, 'categorical')
  const probabilities = Float32Array.from([0.1, 0, 0.6, 0.3])
  const counts = [0, 0, 0, 0]
  for (let i = 0; i < N; i++) counts[sampleCategorical(probabilities, stream)]++
  expect(counts[1]).toBe(0)
  expectAllClose(
    counts.map(c => c / N),
    probabilities,
    { atol: 0.015 },
  )
})

test('a certain arm is always drawn, and rounding below 1 never leads outside', () => {
  const stream = createStream(6, 'edge')
  for (let i = 0; i < 200; i++) {
    expect(sampleCategorical([1], stream)).toBe(0)
    expect(sampleCategorical([1, 0, 0], stream)).toBe(0)
    expect(sampleCategorical([0, 0, 1], stream)).toBe(2)
    expect([0, 1]).toContain(sampleCategorical([0.01, 0.01], stream))
  }
})

test('shuffling keeps every item and puts each in every place equally often', () => {
  const stream = createStream(9, 'shuffle')
  const places = [0, 0, 0, 0]
  for (let i = 0; i < 8000; i++) {
    const items = shuffle([0, 1, 2, 3], stream)
    places[items.indexOf(0)]++
    expect([...items].sort()).toEqual([0, 1, 2, 3])
  }
  expectAllClose(
    places.map(c => c / 8000),
    [0.25, 0.25, 0.25, 0.25],
    { atol: 0.02 },
  )
})

test('hashes spread texts evenly over [0, 1)', () => {
  const places = Array.from({ length: 4000 }, (_, i) => hashFraction(`text ${i}`))
  const shares = [0, 1, 2, 3].map(q => places.filter(p => Math.floor(p * 4) === q).length / places.length)
  expectAllClose(shares, [0.25, 0.25, 0.25, 0.25], { atol: 0.03 })
})

test('jitter is uniform with the given half width, and adds to what is there', () => {
  const values = new Float32Array(20_000).fill(3)
  createStream(1, 'jitter').jitter(values, 0.5)
  const shifts = Array.from(values, x => x - 3)
  expect(Math.min(...shifts)).toBeGreaterThanOrEqual(-0.5)
  expect(Math.max(...shifts)).toBeLessThan(0.5)
  expectAllClose(
    [mean(shifts), mean(shifts.map(x => x * x)), mean(shifts.map(x => x ** 4))],
    [0, 1 / 12, 1 / 80],
    {
      atol: 0.004,
    },
  )
  // Neighbours share a draw, but not their values.
  expectAllClose([mean(shifts.map((x, i) => x * shifts[(i + 1) % shifts.length]))], [0], { atol: 0.002 })
})

test('two elements of a jitter take one draw of the stream', () => {
  const [jittered, drawn] = [createStream(2, 'jitter'), createStream(2, 'jitter')]
  jittered.jitter(new Float32Array(10), 1)
  for (let i = 0; i < 5; i++) drawn.uniform()
  expect(jittered.state()).toEqual(drawn.state())
  jittered.jitter(new Float32Array(3), 1)
  for (let i = 0; i < 2; i++) drawn.uniform()
  expect(jittered.state()).toEqual(drawn.state())
})
