/**
 * A policy's parameters in a quarter of the bytes, for the ones that ship with the page: every weight as a signed byte, times
 * a scale that its column shares; biases as they are.
 *
 *     weight = byte * scale[column],  scale[column] = max |weights of the column| / 127
 *
 * Little-endian: all scales and biases (float32) in the layout's order, then all bytes.
 */
import { problem } from '../messages/message.ts'
import { createPolicy, type Policy } from './policy.ts'
import { layoutOf, type PolicyLayout, type PolicyShape, type TensorSlot } from './shape.ts'

const MOST = 127

/** Each weight is off by half a scale at most: less than .4 % of its column's largest. */
export function encodeCompact({ layout, parameters }: Policy): Uint8Array<ArrayBuffer> {
  const { floats, weights } = countsOf(layout)
  const bytes = new Uint8Array(4 * floats + weights)
  const numbers = new Float32Array(bytes.buffer, 0, floats)
  const whole = new Int8Array(bytes.buffer, 4 * floats)
  let [number, weight] = [0, 0]
  for (const { offset, rows, columns } of tensorsOf(layout)) {
    const tensor = parameters.subarray(offset, offset + rows * columns)
    const scales = isWeights(rows) ? scalesOf(tensor, columns) : tensor
    numbers.set(scales, number)
    number += scales.length
    if (!isWeights(rows)) continue
    tensor.forEach((value, i) => {
      const scale = scales[i % columns]
      whole[weight + i] = scale > 0 ? Math.round(value / scale) : 0
    })
    weight += tensor.length
  }
  return bytes
}

/** @throws Problem when the bytes are not as many as the shape asks for */
export function decodeCompact(shape: PolicyShape, bytes: ArrayBuffer): Policy {
  const layout = layoutOf(shape)
  const { floats, weights } = countsOf(layout)
  const expected = 4 * floats + weights
  if (bytes.byteLength !== expected) {
    throw problem('parameters-of-other-length', { bytes: bytes.byteLength, expected })
  }
  const numbers = new Float32Array(bytes, 0, floats)
  const whole = new Int8Array(bytes, 4 * floats)
  const parameters = new Float32Array(layout.size)
  let [number, weight] = [0, 0]
  for (const { offset, rows, columns } of tensorsOf(layout)) {
    const scales = numbers.subarray(number, number + columns)
    number += columns
    if (!isWeights(rows)) {
      parameters.set(scales, offset)
      continue
    }
    for (let i = 0; i < rows * columns; i++) parameters[offset + i] = whole[weight + i] * scales[i % columns]
    weight += rows * columns
  }
  return createPolicy(shape, parameters)
}

/** Every tensor that is not empty. */
function tensorsOf(layout: PolicyLayout): TensorSlot[] {
  const { phi1, phi1Bias, phi2, phi2Bias, head1, head1Bias, head2, head2Bias } = layout
  const tensors = [phi1, phi1Bias, phi2, phi2Bias, head1, head1Bias, head2, head2Bias]
  return tensors.filter(({ rows, columns }) => rows * columns > 0)
}

function isWeights(rows: number): boolean {
  return rows > 1
}

/** Numbers that are kept as float32, one a column of every tensor, and weights. */
function countsOf(layout: PolicyLayout): { readonly floats: number; readonly weights: number } {
  const tensors = tensorsOf(layout)
  const floats = tensors.reduce((sum, { columns }) => sum + columns, 0)
  const weights = tensors.reduce((sum, { rows, columns }) => sum + (isWeights(rows) ? rows * columns : 0), 0)
  return { floats, weights }
}

function scalesOf(tensor: Float32Array, columns: number): Float32Array {
  const scales = new Float32Array(columns)
  tensor.forEach((value, i) => {
    const column = i % columns
    scales[column] = Math.max(scales[column], Math.abs(value) / MOST)
  })
  return scales
}
