import { expect, test } from 'vitest'
import { noisyEmbeddings } from '../../../src/core/learning/noise.ts'
import { createStream } from '../../../src/core/math/random.ts'
import { mean } from '../../../src/core/math/statistics.ts'
import { expectAllClose } from '../../close.ts'

test('noise has mean 0 and the set standard deviation, stays within its bounds, and draws nothing at 0', () => {
  const environment = { embedding: (prompt: number) => new Float32Array(384).fill(prompt) }
  const stream = createStream(1, 'fixture/noise')
  const before = stream.state()
  expect(noisyEmbeddings(environment, Uint32Array.of(1, 2), 0, stream)).toEqual(
    Float32Array.from({ length: 768 }, (_, i) => (i < 384 ? 1 : 2)),
  )
  expect(stream.state()).toEqual(before)
  const noise = noisyEmbeddings(environment, new Uint32Array(100), 0.06, stream)
  expectAllClose([mean(noise), Math.sqrt(mean(noise.map(x => x * x)))], [0, 0.06], { atol: 1e-3 })
  expect(Math.max(...noise.map(Math.abs))).toBeLessThanOrEqual(Math.fround(0.06 * Math.sqrt(3)))
})
