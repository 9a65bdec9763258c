import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ENCODER_FOLDER, ensureEncoder } from '../../../src/cli/encoder/ensureEncoder.ts'
import { folderSource } from '../../../src/cli/encoder/folder.ts'
import { hubSource } from '../../../src/cli/encoder/hub.ts'
import type { EncoderSource } from '../../../src/cli/encoder/source.ts'
import { MODEL_ID, TOKENIZER, WEIGHTS } from '../../../src/engine/encoder/files.ts'

const REAL = join(ENCODER_FOLDER, MODEL_ID)
let folder = ''
const lines: string[] = []
const say = (line: string) => lines.push(line)

beforeAll(async () => {
  if (!(await ensureEncoder({ say }))) throw new Error(lines.join('\n'))
}, 600_000)
beforeEach(async () => {
  lines.length = 0
  folder = await mkdtemp(join(tmpdir(), 'barp-test-'))
})
afterEach(async () => {
  vi.unstubAllGlobals()
  await rm(folder, { recursive: true })
})

const unreachable: EncoderSource = {
  name: 'far away',
  read: () => Promise.reject(new Error('out of reach')),
}

/** Has everything, with one byte flipped. */
const damaged: EncoderSource = {
  name: 'damaged copy',
  async read(file) {
    const bytes = await folderSource(REAL).read(file)
    bytes[1000] ^= 1
    return bytes
  },
}

test('sources are asked in order until one has the file intact', async () => {
  const sources = [unreachable, damaged, folderSource(REAL)]
  expect(await ensureEncoder({ folder, sources, say })).toBe(true)
  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toContain(`from ${REAL}`)
  const copy = await readFile(join(folder, MODEL_ID, WEIGHTS.q8.path))
  expect(copy.equals(await readFile(join(REAL, WEIGHTS.q8.path)))).toBe(true)
  expect(existsSync(join(folder, MODEL_ID, 'config.json'))).toBe(true)
  expect(existsSync(join(folder, MODEL_ID, WEIGHTS.fp32.path))).toBe(false)
})

test('with no source left it returns false and says in one line what failed and what to do', async () => {
  expect(await ensureEncoder({ folder, sources: [unreachable, damaged], say })).toBe(false)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(
    'far away: out of reach; damaged copy: tokenizer.json: it has the wrong checksum',
  )
  expect(lines[0]).toContain('BARP_ENCODER_DIR')
  expect(existsSync(join(folder, MODEL_ID, TOKENIZER.path))).toBe(false)
})

test('what is there and intact is not fetched again, what is damaged is', async () => {
  await ensureEncoder({ folder, sources: [folderSource(REAL)], say })
  const read = vi.fn(folderSource(REAL).read)
  expect(await ensureEncoder({ folder, sources: [{ name: 'spy', read }], say })).toBe(true)
  expect(read).not.toHaveBeenCalled()
  await writeFile(join(folder, MODEL_ID, TOKENIZER.path), '{}')
  expect(await ensureEncoder({ folder, sources: [{ name: 'spy', read }], say })).toBe(true)
  expect(read.mock.calls).toEqual([[TOKENIZER]])
})

test('a folder may hold its files side by side', async () => {
  await writeFile(join(folder, 'model.onnx'), 'weights')
  expect(new TextDecoder().decode(await folderSource(folder).read(WEIGHTS.fp32))).toBe('weights')
  await expect(folderSource(folder).read(TOKENIZER)).rejects.toThrow('has no tokenizer.json')
})

test('the hub is given up when no answer starts in time', async () => {
  const never = (_: string, { signal }: { signal: AbortSignal }) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  vi.stubGlobal('fetch', never)
  await expect(hubSource(20).read(TOKENIZER)).rejects.toThrow('no answer within 0.02 s')
})

test('a download that has started may take its time', async () => {
  vi.useFakeTimers()
  try {
    // As fetch does: the signal ends the body, too.
    vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
      const slow = new ReadableStream({
        async start(controller) {
          signal.addEventListener('abort', () => controller.error(signal.reason))
          await new Promise(resolve => setTimeout(resolve, 60_000))
          controller.enqueue(new Uint8Array([7]))
          controller.close()
        },
      })
      return new Response(slow)
    })
    const read = hubSource(5000).read(TOKENIZER)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(await read).toEqual(new Uint8Array([7]))
  } finally {
    vi.useRealTimers()
  }
})
