/** The header of a policy file: everything about a trained policy but its parameters: float32 in a saved one, compact in a shipped one. */
import type { TrainingSettings } from '../experiment/training.ts'
import { problem } from '../messages/message.ts'
import { EMBEDDING_SIZE } from '../world/world.ts'
import { decodeCompact } from './compact.ts'
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

/** Whether these are the same LLMs in the same order. */
export function isSameRoster(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((llm, i) => llm === other[i])
}

/**
 * A saved policy from its header, whose fields are within their bounds, and its parameter bytes (little-endian float32).
 * @throws Problem when the roster, the shape, the length or a number is not what the world needs
 */
export function decodePolicy(header: PolicyHeader, bytes: ArrayBuffer, roster: readonly string[]): Policy {
  requireFit(header, roster)
  return requireFinite(readFloats(header.shape, bytes))
}

/** The same for a shipped policy, whose parameters are compact. */
export function decodeShippedPolicy(
  header: PolicyHeader,
  bytes: ArrayBuffer,
  roster: readonly string[],
): Policy {
  requireFit(header, roster)
  return requireFinite(decodeCompact(header.shape, bytes))
}

function requireFit(header: PolicyHeader, roster: readonly string[]): void {
  const llms = roster.length
  if (!isSameRoster(header.roster, roster)) {
    throw problem('policy-for-other-llms', { world: header.world, llms: header.roster.length })
  }
  if (header.shape.arms !== llms || header.shape.embedding !== EMBEDDING_SIZE) {
    throw problem('shape-for-other-llms', { llms })
  }
  const { preferenceHidden, preference, head, hidden } = header.shape
  if ((preferenceHidden === 0 && preference !== 2) || (head === 'mlp') !== hidden > 0) {
    throw problem('shape-contradictory', {})
  }
}

/** The parameters of a saved policy. */
function readFloats(shape: PolicyShape, bytes: ArrayBuffer): Policy {
  const expected = layoutOf(shape).size * 4
  if (bytes.byteLength !== expected) {
    throw problem('parameters-of-other-length', { bytes: bytes.byteLength, expected })
  }
  return createPolicy(shape, new Float32Array(bytes))
}

function requireFinite(policy: Policy): Policy {
  if (!policy.parameters.every(Number.isFinite)) throw problem('parameters-not-finite', {})
  return policy
}
