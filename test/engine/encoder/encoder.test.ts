import { beforeAll, expect, test } from 'vitest'
import { ENCODER_FOLDER, ensureEncoder } from '../../../src/cli/encoder/ensureEncoder.ts'
import { MAX_PROMPT_CHARS } from '../../../src/core/experiment/limits.ts'
import { cosine, norm } from '../../../src/core/math/vectors.ts'
import { problem } from '../../../src/core/messages/message.ts'
import { Encoder } from '../../../src/engine/encoder/encoder.ts'
import reference from '../../../src/engine/encoder/reference.json'
import { REFERENCE_SENTENCE, unpackVector } from '../../../src/engine/encoder/referenceCheck.ts'
import { BENCHMARK_PROMPT } from '../../../src/engine/encoder/selfBenchmark.ts'

const encoder = new Encoder()
const PROMPT = 'Which of these two loans costs me less over ten years?'

beforeAll(async () => {
  const lines: string[] = []
  if (!(await ensureEncoder({ say: line => lines.push(line) }))) throw new Error(lines.join('\n'))
  const state = await encoder.load({ folder: ENCODER_FOLDER })
  expect(state).toMatchObject({ backend: 'cpu', format: 'q8' })
  expect(state.msPerPrompt).toBeGreaterThan(0)
}, 600_000)

test('an embedding has 384 numbers of norm 1', async () => {
  const [{ embedding, tokens, truncated }] = await encoder.encode([PROMPT])
  expect(embedding.length).toBe(384)
  expect(norm(embedding)).toBeCloseTo(1, 5)
  expect(tokens).toBe(encoder.countTokens(PROMPT))
  expect(truncated).toBe(false)
})

test('an embedding is the same every time and does not depend on its neighbours', async () => {
  const [alone] = await encoder.encode([PROMPT])
  const [, between] = await encoder.encode(['Hi', PROMPT, 'word '.repeat(200)])
  expect(between.embedding).toEqual(alone.embedding)
})

test('what a prompt means decides which prompts are near', async () => {
  const [a, b, c] = await encoder.encode([
    PROMPT,
    'Compare the cost of two loans.',
    'My hens stopped laying eggs.',
  ])
  expect(cosine(a.embedding, b.embedding)).toBeGreaterThan(cosine(a.embedding, c.embedding) + 0.3)
})

test('of a prompt over 256 tokens the rest is cut off, and that is said', async () => {
  const full = 'word '.repeat(254)
  const [exact, longer, other] = await encoder.encode([full, `${full} alpha`, `${full} zebra and beta`])
  expect(exact).toMatchObject({ tokens: 256, truncated: false })
  expect(longer).toMatchObject({ tokens: 257, truncated: true })
  expect(other.truncated).toBe(true)
  expect(longer.embedding).toEqual(exact.embedding)
  expect(other.embedding).toEqual(exact.embedding)
})

test('a log’s text is read to its end: two that differ there alone differ, and a short one is as when it is typed', async () => {
  const start = 'word '.repeat(600)
  const [one, other] = [
    await encoder.encodeWhole(`${start} alpha`),
    await encoder.encodeWhole(`${start} hens`),
  ]
  expect(cosine(one.embedding, other.embedding)).toBeLessThan(0.9999)
  expect(norm(one.embedding)).toBeCloseTo(1, 5)
  expect(one.truncated).toBe(false)
  const [typed] = await encoder.encode([PROMPT])
  expect((await encoder.encodeWhole(PROMPT)).embedding).toEqual(typed.embedding)
  expect((await encoder.encodeWhole('word '.repeat(4000))).truncated).toBe(true)
})

test('8-bit weights stay near the 32-bit ones', async () => {
  const [{ embedding }] = await encoder.encode([REFERENCE_SENTENCE])
  expect(cosine(embedding, unpackVector(reference.fp32))).toBeGreaterThanOrEqual(0.97)
  expect(cosine(embedding, unpackVector(reference.q8))).toBeGreaterThanOrEqual(0.999)
})

test('the benchmark prompt has 32 tokens', () => {
  expect(encoder.countTokens(BENCHMARK_PROMPT)).toBe(32)
})

test('an empty prompt and one over 4,000 characters are refused', async () => {
  await expect(encoder.encode([' \n'])).rejects.toThrow(problem('prompt-empty', {}))
  await expect(encoder.encode(['a'.repeat(MAX_PROMPT_CHARS + 1)])).rejects.toThrow(
    problem('prompt-too-long', { chars: MAX_PROMPT_CHARS + 1, most: MAX_PROMPT_CHARS }),
  )
  await expect(encoder.encode(['a'.repeat(MAX_PROMPT_CHARS)])).resolves.toHaveLength(1)
})

test('an aborted signal stops before the next prompt', async () => {
  await expect(encoder.encode([PROMPT], AbortSignal.abort())).rejects.toThrow('abort')
})

test('an encoder that is not loaded says so', async () => {
  await expect(new Encoder().encode([PROMPT])).rejects.toThrow(problem('encoder-not-loaded', {}))
})

test('a folder without the files is an error', async () => {
  await expect(new Encoder().load({ folder: '/nowhere/' })).rejects.toThrow('/nowhere/')
})
