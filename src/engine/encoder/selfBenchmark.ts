/** How long one prompt takes on this machine, and which of two candidates is worth keeping. */
import { quantile } from '../../core/math/statistics.ts'
import type { EncoderModel } from './model.ts'

/** Exactly 32 tokens: the length of a plain question. */
export const BENCHMARK_PROMPT =
  'My old bicycle chain slips on the two smallest cogs whenever I climb a hill; which part is worn, and can I replace it at home?'

/** A GPU must beat WebAssembly by this share to be worth its download and its memory. */
const MARGIN = 0.2

/** Median milliseconds over up to `runs`; a slow device is stopped after `budgetMs`. Expects a model that has run once. */
export async function measure(
  model: Pick<EncoderModel, 'encode'>,
  { runs = 5, budgetMs = 500, now = () => performance.now() } = {},
): Promise<number> {
  const times: number[] = []
  const start = now()
  while (times.length === 0 || (times.length < runs && now() - start < budgetMs)) {
    const before = now()
    await model.encode(BENCHMARK_PROMPT)
    times.push(now() - before)
  }
  return quantile(times, 0.5)
}

/** Whether the GPU is clearly faster; both in milliseconds a prompt. */
export function gpuWins(wasmMs: number, gpuMs: number): boolean {
  return gpuMs <= wasmMs * (1 - MARGIN)
}
