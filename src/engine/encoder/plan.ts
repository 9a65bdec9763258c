/** What to load for a preference on this machine. Pure: the probe is an argument. */
import type { EncoderPreference } from '../../core/experiment/options.ts'
import { type Message, type Messages, message, type Problem, problem } from '../../core/messages/message.ts'
import type { WebGpuProbe } from '../backend/probe.ts'
import { type EncoderFile, RUNTIMES, type RuntimeKind, TOKENIZER, WEIGHTS } from './files.ts'

/**
 * Weights and the device they run on. 8-bit weights never run on WebGPU, where their results are silently wrong;
 * `cpu` is Node's.
 */
export type Candidate =
  | { readonly backend: 'wasm'; readonly format: 'q8' }
  | { readonly backend: 'webgpu'; readonly format: 'fp16' | 'fp32' }
  | { readonly backend: 'cpu'; readonly format: 'q8' | 'fp32' }

export interface EncoderPlan {
  readonly runtime: RuntimeKind
  /** One, or two that compete. */
  readonly candidates: readonly Candidate[]
  /** Why these. */
  readonly why: Message
}

const WASM: Candidate = { backend: 'wasm', format: 'q8' }

/** @throws Problem when WebGPU is demanded and there is none */
export function planFor(preference: EncoderPreference, probe: WebGpuProbe): EncoderPlan {
  if (preference === 'wasm') {
    return { runtime: 'plain', candidates: [WASM], why: message('encoder-wasm-chosen', {}) }
  }
  if (preference === 'webgpu') {
    if (probe.kind === 'none') throw webGpuProblem([probe.reason])
    return { runtime: 'webgpu', candidates: [onGpu(probe)], why: message('encoder-webgpu-chosen', {}) }
  }
  if (probe.kind !== 'gpu') {
    return {
      runtime: 'plain',
      candidates: [WASM],
      why: message('encoder-wasm-because', { why: [probe.reason] }),
    }
  }
  return {
    runtime: 'webgpu',
    candidates: [WASM, onGpu(probe)],
    why: message('encoder-gpu-competes', { name: probe.name }),
  }
}

function onGpu(probe: WebGpuProbe): Candidate {
  return { backend: 'webgpu', format: probe.kind === 'gpu' && probe.f16 ? 'fp16' : 'fp32' }
}

/** A WebGPU that was demanded will not do; the words name the way out. */
export function webGpuProblem(why: Messages, cause?: unknown): Problem {
  return problem('webgpu-cannot-encode', { why }, { cause })
}

/** Everything a plan downloads, the certain parts first. */
export function filesOf({ runtime, candidates }: EncoderPlan): EncoderFile[] {
  return [RUNTIMES[runtime], TOKENIZER, ...candidates.map(({ format }) => WEIGHTS[format])]
}
