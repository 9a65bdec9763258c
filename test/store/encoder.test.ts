import { expect, test } from 'vitest'
import { DEFAULT_VIEW } from '../../src/core/experiment/view.ts'
import { createEncoderStore, type EncoderStatus } from '../../src/store/encoder.ts'

const READY: EncoderStatus = {
  kind: 'ready',
  backend: 'wasm',
  format: 'q8',
  why: 'a test says so',
  msPerPrompt: 4,
  cacheNote: null,
}

test('nothing is fetched, typed or wrong at first', () => {
  expect(createEncoderStore().getState()).toMatchObject({
    preference: DEFAULT_VIEW.encoder,
    status: { kind: 'absent', bytes: null },
    draft: null,
    draftProblem: null,
    encoding: false,
  })
})

test('the encoder goes from absent through loading to ready, and the draft stays', () => {
  const store = createEncoderStore()
  store.getState().setDraft('What is one and one?')
  const loading = { kind: 'loading', loadedBytes: 1, totalBytes: 2, stage: 'download' } as const
  for (const status of [{ kind: 'absent', bytes: 9 } as const, loading, READY]) {
    store.getState().setStatus(status)
    expect(store.getState().status).toEqual(status)
    expect(store.getState().draft).toBe('What is one and one?')
  }
})

test('a failed start can be followed by another', () => {
  const store = createEncoderStore()
  store.getState().setStatus({ kind: 'failed', why: 'offline' })
  expect(store.getState().status).toEqual({ kind: 'failed', why: 'offline' })
  store.getState().setStatus(READY)
  expect(store.getState().status).toEqual(READY)
})

test('a changed draft clears what was wrong with the one before', () => {
  const store = createEncoderStore()
  store.getState().setDraftProblem('It is too long.')
  expect(store.getState().draftProblem).toBe('It is too long.')
  store.getState().setDraft('short')
  expect([store.getState().draft, store.getState().draftProblem]).toEqual(['short', null])
})

test('preference and encoding change by themselves', () => {
  const store = createEncoderStore()
  store.getState().setPreference('webgpu')
  store.getState().setEncoding(true)
  expect(store.getState()).toMatchObject({ preference: 'webgpu', encoding: true, draft: null })
})

test('two stores share nothing', () => {
  const [a, b] = [createEncoderStore(), createEncoderStore()]
  a.getState().setDraft('mine')
  expect(b.getState().draft).toBeNull()
})
