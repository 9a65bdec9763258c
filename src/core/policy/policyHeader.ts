/** The header of a policy file: everything about a trained policy but its parameters, which follow as float32. */
import { HEADS } from '../experiment/options.ts'
import type { TrainingSettings } from '../experiment/training.ts'
import { EMBEDDING_SIZE } from '../world/world.ts'
import { createPolicy, type Policy } from './policy.ts'
import { layoutOf, type PolicyShape } from './shape.ts'

export const POLICY_FORMAT = 'barp-policy-1'

/** One point of the curve a policy was trained along. */
export interface CurvePoint {
  readonly step: number
  /** Mean reward of the pulled arms since the point before. */
  readonly reward: number
  /** Mean entropy since the point before, nats. */
  readonly entropy: number
  /** Mean reward over the dial of the argmax choices on the validation split. */
  readonly validation: number
}

export interface PolicyHeader {
  readonly format: typeof POLICY_FORMAT
  readonly world: string
  /** LLM ids in the order of the logits. */
  readonly roster: readonly string[]
  readonly shape: PolicyShape
  readonly settings: TrainingSettings
  readonly seed: number
  /** TensorFlow.js backend it was trained on; another may differ in the last bits. */
  readonly backend: string
  /** The update whose parameters are kept: the best validation reward. */
  readonly bestStep: number
  readonly curve: readonly CurvePoint[]
  /** Of the parameter bytes. */
  readonly sha256: string
}

/**
 * A policy from its header and parameter bytes (little-endian float32).
 * @throws Error when the format, the roster, the length or a number is not what the world needs
 */
export function decodePolicy(header: PolicyHeader, bytes: ArrayBuffer, roster: readonly string[]): Policy {
  if (header.format !== POLICY_FORMAT) {
    throw new Error(`Policy format ${String(header.format)} is not ${POLICY_FORMAT}.`)
  }
  if (header.roster.join() !== roster.join()) {
    throw new Error('The policy was trained for another roster of LLMs.')
  }
  if (header.shape.arms !== roster.length || header.shape.embedding !== EMBEDDING_SIZE) {
    throw new Error('The policy’s shape does not fit: it needs one logit for each LLM and 384 inputs.')
  }
  if (!HEADS.includes(header.shape.head)) {
    throw new Error(`The policy’s decision head ${String(header.shape.head)} is not known.`)
  }
  const { preferenceHidden, preference, head, hidden } = header.shape
  if ((preferenceHidden === 0 && preference !== 2) || (head === 'mlp') !== hidden > 0) {
    throw new Error('The policy’s shape contradicts itself.')
  }
  const expected = layoutOf(header.shape).size * 4
  if (bytes.byteLength !== expected) {
    throw new Error(`The policy file has ${bytes.byteLength} bytes of parameters, ${expected} expected.`)
  }
  const parameters = new Float32Array(bytes)
  if (!parameters.every(Number.isFinite))
    throw new Error('The policy file holds a number that is not finite.')
  return createPolicy(header.shape, parameters)
}
