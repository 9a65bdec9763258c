import type { EncoderPreference } from '../../core/experiment/options.ts'
import { type Message, message, messagesOf } from '../../core/messages/message.ts'
import type { EncoderProgress } from '../../core/session/encoding.ts'
import { probeWebGpu } from '../backend/probe.ts'
import { type RuntimeUrls, setRuntime, withModelFiles } from './browserFiles.ts'
import { FileLoader } from './fileLoader.ts'
import { RUNTIMES, TOKENIZER, WEIGHTS } from './files.ts'
import { EncoderModel } from './model.ts'
import { type Candidate, filesOf, planFor, webGpuProblem } from './plan.ts'
import { gpuWins } from './selfBenchmark.ts'
import { type RatedModel, rate } from './start.ts'

export interface BrowserOptions {
  readonly preference: EncoderPreference
  /** The page's folder; the model's files may lie in `encoder/` below it. */
  readonly baseUrl: string
  readonly runtime: RuntimeUrls
}

export interface LoadedEncoder extends RatedModel {
  /** Why this backend. */
  readonly why: Message
  /** Why the files are not kept for the next visit; null when they are. */
  readonly cacheNote: Message | null
}

/** Fetches, starts, checks and measures what the preference asks for; of two candidates the faster one stays. */
export async function loadInBrowser(
  { preference, baseUrl, runtime }: BrowserOptions,
  onProgress: (progress: EncoderProgress) => void,
  signal?: AbortSignal,
): Promise<LoadedEncoder> {
  const plan = planFor(preference, await probeWebGpu())
  const loader = await FileLoader.open(baseUrl, filesOf(plan), onProgress, signal)
  const binary = await loader.load(RUNTIMES[plan.runtime], [runtime[plan.runtime].binary])
  setRuntime(binary, plan.runtime === 'plain' ? runtime.plain.module : null)

  const [first, rival] = plan.candidates
  const rated = await startWith(loader, first).catch(error => {
    signal?.throwIfAborted()
    throw first.backend === 'webgpu' ? webGpuProblem(messagesOf(error), error) : error
  })
  const chosen =
    rival === undefined ? { ...rated, why: plan.why } : await compete(loader, rated, rival, signal)
  return { ...chosen, cacheNote: loader.cache.note }
}

async function startWith(loader: FileLoader, candidate: Candidate): Promise<RatedModel> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  for (const file of [TOKENIZER, WEIGHTS[candidate.format]]) {
    files.set(file.path, await loader.loadModelFile(file))
  }
  loader.enter('start')
  const model = await withModelFiles(files, () => EncoderModel.load(candidate))
  loader.enter('measure')
  return rate(model)
}

/** The GPU against WebAssembly. A GPU that fails loses. */
async function compete(
  loader: FileLoader,
  wasm: RatedModel,
  rival: Candidate,
  signal: AbortSignal | undefined,
): Promise<RatedModel & { readonly why: Message }> {
  const gpu = await startWith(loader, rival).catch((error: unknown) => messagesOf(error))
  signal?.throwIfAborted()
  if (!('model' in gpu)) return { ...wasm, why: message('encoder-gpu-failed', { why: gpu }) }
  const [winner, loser] = gpuWins(wasm.msPerPrompt, gpu.msPerPrompt) ? [gpu, wasm] : [wasm, gpu]
  await loser.model.dispose()
  return { ...winner, why: message('encoder-measured', { gpuMs: gpu.msPerPrompt, wasmMs: wasm.msPerPrompt }) }
}
