/** What to load for a preference on this machine. Pure: the probe is an argument. */
import type { EncoderPreference } from '../../core/experiment/options.ts'
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
  /** Why these, as a sentence. */
  readonly why: string
}

const WASM: Candidate = { backend: 'wasm', format: 'q8' }

/** @throws Error when WebGPU is demanded and there is none */
export function planFor(preference: EncoderPreference, probe: WebGpuProbe): EncoderPlan {
  if (preference === 'wasm') {
    return { runtime: 'plain', candidates: [WASM], why: 'WebAssembly was chosen in the settings.' }
  }
  if (preference === 'webgpu') {
    if (probe.kind === 'none') throw webGpuError(probe.reason)
    return { runtime: 'webgpu', candidates: [onGpu(probe)], why: 'WebGPU was chosen in the settings.' }
  }
  if (probe.kind !== 'gpu') {
    return { runtime: 'plain', candidates: [WASM], why: `WebAssembly, because ${probe.reason}.` }
  }
  return {
    runtime: 'webgpu',
    candidates: [WASM, onGpu(probe)],
    why: `${probe.name} competes with WebAssembly.`,
  }
}

function onGpu(probe: WebGpuProbe): Candidate {
  return { backend: 'webgpu', format: probe.kind === 'gpu' && probe.f16 ? 'fp16' : 'fp32' }
}

/** The error of a WebGPU that was demanded; it names the way out. */
export function webGpuError(reason: string, cause?: unknown): Error {
  return new Error(`WebGPU cannot run the encoder: ${reason}. Choose WebAssembly instead.`, { cause })
}

/** Everything a plan downloads, the certain parts first. */
export function filesOf({ runtime, candidates }: EncoderPlan): EncoderFile[] {
  return [RUNTIMES[runtime], TOKENIZER, ...candidates.map(({ format }) => WEIGHTS[format])]
}
