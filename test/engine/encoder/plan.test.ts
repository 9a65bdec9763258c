import { expect, test } from 'vitest'
import { message, problem } from '../../../src/core/messages/message.ts'
import { RUNTIMES, TOKENIZER, WEIGHTS } from '../../../src/engine/encoder/files.ts'
import { filesOf, planFor } from '../../../src/engine/encoder/plan.ts'

const NONE = { kind: 'none', reason: message('webgpu-not-offered', {}) } as const
const SOFTWARE = { kind: 'software', reason: message('webgpu-in-software', { name: 'it' }) } as const
const GPU = { kind: 'gpu', name: 'acme one', f16: true } as const

test('without a real GPU, auto is 8-bit weights on the smaller runtime, with the reason', () => {
  for (const probe of [NONE, SOFTWARE]) {
    const plan = planFor('auto', probe)
    expect(filesOf(plan)).toEqual([RUNTIMES.plain, TOKENIZER, WEIGHTS.q8])
    expect(plan.why).toEqual(message('encoder-wasm-because', { why: [probe.reason] }))
  }
})

test('with a real GPU, auto lets it compete, in 16 bits where its shaders can', () => {
  expect(filesOf(planFor('auto', GPU))).toEqual([RUNTIMES.webgpu, TOKENIZER, WEIGHTS.q8, WEIGHTS.fp16])
  expect(planFor('auto', { ...GPU, f16: false }).candidates[1].format).toBe('fp32')
})

test('WebAssembly on demand never asks for a GPU', () => {
  expect(planFor('wasm', GPU).candidates).toEqual([{ backend: 'wasm', format: 'q8' }])
})

test('WebGPU on demand is allowed in software, and without any it fails and names the way out', () => {
  expect(planFor('webgpu', SOFTWARE).candidates).toEqual([{ backend: 'webgpu', format: 'fp32' }])
  expect(planFor('webgpu', GPU).candidates).toEqual([{ backend: 'webgpu', format: 'fp16' }])
  expect(() => planFor('webgpu', NONE)).toThrow(problem('webgpu-cannot-encode', { why: [NONE.reason] }))
})

test('8-bit weights never run on WebGPU', () => {
  for (const preference of ['auto', 'webgpu'] as const) {
    for (const { backend, format } of planFor(preference, GPU).candidates) {
      if (backend === 'webgpu') expect(format).not.toBe('q8')
    }
  }
})
