import { afterEach, expect, test, vi } from 'vitest'
import { message } from '../../../src/core/messages/message.ts'
import { download } from '../../../src/engine/encoder/download.ts'
import { FileLoader } from '../../../src/engine/encoder/fileLoader.ts'
import type { EncoderFile } from '../../../src/engine/encoder/files.ts'

const FILE: EncoderFile = {
  path: 'abc',
  label: 'letters',
  bytes: 3,
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
}
const NEAR = 'https://near.example/abc'
const FAR = 'https://far.example/abc'

/** A network that answers each address with the given body. */
function stubNetwork(answers: Readonly<Record<string, () => Response>>) {
  const fetch = vi.fn(async (url: string) => answers[url]?.() ?? new Response(null, { status: 404 }))
  vi.stubGlobal('fetch', fetch)
  return fetch
}

afterEach(() => vi.unstubAllGlobals())

test('the first address that has the file is the only one asked', async () => {
  const fetch = stubNetwork({ [NEAR]: () => new Response('abc') })
  expect(await download(FILE, [NEAR, FAR])).toEqual(new TextEncoder().encode('abc'))
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('a start page instead of the file, a flipped byte and too many bytes fall through to the next address', async () => {
  const page = new Response('abc', { headers: { 'content-type': 'text/html; charset=utf-8' } })
  for (const bad of [page, new Response('abd'), new Response('abcabcabc')]) {
    stubNetwork({ [NEAR]: () => bad, [FAR]: () => new Response('abc') })
    expect(await download(FILE, [NEAR, FAR])).toHaveLength(3)
  }
})

test('when no address will do, the error names each and why', async () => {
  stubNetwork({ [FAR]: () => new Response('abd') })
  await expect(download(FILE, [NEAR, FAR])).rejects.toMatchObject({
    said: [
      message('encoder-file-missing', {
        label: 'letters',
        failures: [
          { host: 'near.example', why: [message('http-status', { status: 404 })] },
          { host: 'far.example', why: [message('checksum-wrong', {})] },
        ],
      }),
    ],
  })
})

test('aborting ends a download and asks no other address', async () => {
  const abort = new AbortController()
  const fetch = vi.fn(async () => {
    abort.abort()
    throw abort.signal.reason
  })
  vi.stubGlobal('fetch', fetch)
  await expect(download(FILE, [NEAR, FAR], { signal: abort.signal })).rejects.toThrow('abort')
  expect(fetch).toHaveBeenCalledTimes(1)
})

test('progress is one sum over all files, and a missing storage is a note', async () => {
  stubNetwork({ [NEAR]: () => new Response('abc') })
  const other = { ...FILE, path: 'other', bytes: 7 }
  const sums: string[] = []
  const loader = await FileLoader.open(
    'https://near.example/',
    [FILE, other],
    ({ loadedBytes, totalBytes }) => sums.push(`${loadedBytes}/${totalBytes}`),
  )
  await loader.load(FILE, [NEAR])
  expect(sums[0]).toBe('0/10')
  expect(sums.at(-1)).toBe('3/10')
  expect(loader.cache.note).toEqual(message('encoder-files-not-kept', {}))
})
