/** Which backend trains: each candidate must first compute the right gradient here, then the fastest wins. */
import type { BackendPreference, TensorBackend } from '../../core/experiment/backend.ts'
import type { BackendReport } from '../../core/experiment/backendReport.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import { type Message, message, messagesOf, Problem, problem } from '../../core/messages/message.ts'
import { probeWebGpu, type WebGpuProbe } from './probe.ts'
import { startTensorFlow, type WasmFiles } from './tensorflow.ts'
import { relativeError, trialGradient, trialSpeed } from './trial.ts'

/** Largest relative distance from the reference gradient that passes. */
const TOLERANCE = 1e-3

/** What a backend needs from outside; tests hand in their own. */
export interface ChoiceParts {
  readonly probe: () => Promise<WebGpuProbe>
  /** The clock, ms. */
  readonly now: () => number
}

/**
 * Tests, times and starts a backend; the winner is the active one afterwards.
 * @param preference one by name, which is then the only candidate, or `auto`
 * @throws Problem that says why the one asked for cannot train here
 */
export async function chooseBackend(
  preference: BackendPreference,
  settings: Partial<TrainingSettings>,
  wasmFiles: WasmFiles,
  { probe, now }: ChoiceParts = { probe: probeWebGpu, now: () => performance.now() },
): Promise<BackendReport> {
  const { candidates, notes } = await candidatesFor(preference, probe)
  await startTensorFlow('cpu', wasmFiles)
  const reference = await trialGradient()
  const passed: { backend: TensorBackend; stepsPerSecond: number; gradientError: number }[] = []
  for (const backend of candidates) {
    try {
      await startTensorFlow(backend, wasmFiles)
      const gradientError = relativeError(await trialGradient(), reference)
      if (gradientError > TOLERANCE) {
        throw problem('gradient-wrong', { error: gradientError })
      }
      passed.push({ backend, gradientError, stepsPerSecond: await trialSpeed(settings, now) })
    } catch (error) {
      notes.push(message('backend-not-used', { backend, why: messagesOf(error) }))
    }
  }
  const best = passed.sort((a, b) => b.stepsPerSecond - a.stepsPerSecond)[0]
  if (!best) throw new Problem(...notes, message('no-backend-left', {}))
  await startTensorFlow(best.backend, wasmFiles)
  const measured = passed.map(({ backend, stepsPerSecond }) => ({ backend, stepsPerSecond }))
  if (measured.length > 1) notes.unshift(message('backend-fastest', { backend: best.backend }))
  return { ...best, measured, why: notes.length > 0 ? notes : [message('backend-as-chosen', {})] }
}

async function candidatesFor(
  preference: BackendPreference,
  probe: ChoiceParts['probe'],
): Promise<{ candidates: TensorBackend[]; notes: Message[] }> {
  if (preference === 'wasm' || preference === 'cpu') return { candidates: [preference], notes: [] }
  const webGpu = await probe()
  if (preference === 'webgpu') {
    if (webGpu.kind === 'none') throw problem('webgpu-cannot-train', { why: [webGpu.reason] })
    return {
      candidates: ['webgpu'],
      notes: webGpu.kind === 'software' ? [message('backend-as-chosen-but', { why: [webGpu.reason] })] : [],
    }
  }
  // Slow everywhere, the plain CPU backend is the last resort: it is timed too, so that it never wins by being left alone.
  if (webGpu.kind === 'gpu') return { candidates: ['webgpu', 'wasm', 'cpu'], notes: [] }
  return { candidates: ['wasm', 'cpu'], notes: [message('webgpu-left-out', { why: [webGpu.reason] })] }
}
