/** Principal components of a cloud of vectors, whitened: the short context that linear bandits learn from. */

import { createStream } from './random.ts'
import { strideSample } from './strideSample.ts'
import { dot, norm } from './vectors.ts'

/** An affine map from `input` to `output` numbers; on the vectors it was fitted to, each output has mean 0 and variance 1. */
export interface Projection {
  readonly input: number
  readonly output: number
  /** `input` numbers. */
  readonly mean: Float64Array
  /** Row-major, output x input: a unit direction divided by the standard deviation along it. */
  readonly directions: Float64Array
}

/** Vectors that the covariance is taken from, at most: evenly spaced ones. */
const SAMPLE = 2048
const ITERATIONS = 25
/** Directions along which the cloud spreads less than this share of its widest are dropped (they project to 0). */
const FLAT = 1e-6

/**
 * The first `output` principal components of some vectors, by subspace iteration from a fixed start: no labels, no chance.
 * @param vectors n x input, row-major
 */
export function principalComponents(
  vectors: Float32Array,
  rows: Uint32Array,
  input: number,
  output: number,
): Projection {
  const sample = strideSample(rows, SAMPLE)
  const mean = new Float64Array(input)
  for (const row of sample) {
    for (let j = 0; j < input; j++) mean[j] += vectors[row * input + j] / sample.length
  }
  const covariance = covarianceOf(vectors, sample, mean)
  const stream = createStream(0, 'math/principal')
  const basis = Array.from({ length: output }, () =>
    Float64Array.from({ length: input }, () => stream.normal()),
  )
  for (let i = 0; i < ITERATIONS; i++) {
    orthonormalise(basis)
    for (const direction of basis) direction.set(product(covariance, direction))
  }
  const variances = basis.map(norm) // |C v| of a unit eigenvector is its eigenvalue
  orthonormalise(basis)
  const widest = Math.max(...variances)
  const directions = new Float64Array(output * input)
  basis.forEach((direction, c) => {
    const scale = variances[c] > FLAT * widest ? 1 / Math.sqrt(variances[c]) : 0
    for (let j = 0; j < input; j++) directions[c * input + j] = direction[j] * scale
  })
  return { input, output, mean, directions }
}

/** Writes the projection of `vector` to `out`, from `offset` on. */
export function project(
  { input, output, mean, directions }: Projection,
  vector: ArrayLike<number>,
  out: Float64Array,
  offset = 0,
): void {
  for (let c = 0; c < output; c++) {
    let sum = 0
    for (let j = 0; j < input; j++) sum += directions[c * input + j] * (vector[j] - mean[j])
    out[offset + c] = sum
  }
}

/** Covariance of the chosen vectors, input x input. */
function covarianceOf(vectors: Float32Array, rows: Uint32Array, mean: Float64Array): Float64Array {
  const input = mean.length
  const covariance = new Float64Array(input * input)
  const centred = new Float64Array(input)
  for (const row of rows) {
    for (let j = 0; j < input; j++) centred[j] = vectors[row * input + j] - mean[j]
    for (let i = 0; i < input; i++) {
      const x = centred[i] / rows.length
      for (let j = 0; j <= i; j++) covariance[i * input + j] += x * centred[j]
    }
  }
  for (let i = 0; i < input; i++) {
    for (let j = 0; j < i; j++) covariance[j * input + i] = covariance[i * input + j]
  }
  return covariance
}

function product(matrix: Float64Array, vector: Float64Array): Float64Array {
  return vector.map((_, i) => dot(matrix, vector, vector.length, i * vector.length))
}

/** Gram-Schmidt in place; a direction that the ones before it already span becomes zero. */
function orthonormalise(basis: readonly Float64Array[]): void {
  basis.forEach((direction, c) => {
    const before = norm(direction)
    for (let pass = 0; pass < 2; pass++) {
      for (let other = 0; other < c; other++) {
        const share = dot(direction, basis[other])
        for (let j = 0; j < direction.length; j++) direction[j] -= share * basis[other][j]
      }
    }
    const length = norm(direction)
    const scale = length > 1e-9 * before ? 1 / length : 0
    for (let j = 0; j < direction.length; j++) direction[j] *= scale
  })
}
