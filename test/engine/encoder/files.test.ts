import { statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { message } from '../../../src/core/messages/message.ts'
import { type EncoderFile, findDamage, RUNTIMES, WEIGHTS } from '../../../src/engine/encoder/files.ts'

const FILE: EncoderFile = {
  path: 'abc',
  label: 'letters',
  bytes: 3,
  sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
}
const letters = (text: string) => new TextEncoder().encode(text)

test('a file as it was pinned is accepted', async () => {
  expect(await findDamage(FILE, letters('abc'))).toBeNull()
})

test('one flipped byte, one missing byte and one byte too many are refused', async () => {
  expect(await findDamage(FILE, letters('abb'))).toEqual(message('checksum-wrong', {}))
  expect(await findDamage(FILE, letters('ab'))).toEqual(
    message('bytes-miscounted', { bytes: 2, expected: 3 }),
  )
  expect(await findDamage(FILE, letters('abcd'))).toEqual(
    message('bytes-miscounted', { bytes: 4, expected: 3 }),
  )
})

test('weights that are not pinned must at least be there', async () => {
  expect(await findDamage(WEIGHTS.fp16, letters('x'))).toBeNull()
  expect(await findDamage(WEIGHTS.fp16, letters(''))).toEqual(message('bytes-empty', {}))
})

test('the pinned runtimes are the installed ones', async () => {
  const { resolve } = createRequire(import.meta.url)
  for (const file of Object.values(RUNTIMES)) {
    const installed = resolve(`onnxruntime-web/${file.path}`)
    expect(statSync(installed).size).toBe(file.bytes)
    expect(await findDamage(file, new Uint8Array(await readFile(installed)))).toBeNull()
  }
})
