import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Header } from '../../src/schema/policyHeader.ts'
import { readJson } from '../../src/schema/read.ts'
import { ManifestFile, ShippedWorldHeader } from '../../src/schema/world.ts'
import { ROOT } from '../arch/sources.ts'

const textOf = (path: string) => readFileSync(join(ROOT, 'public', path), 'utf8')
const manifest = readJson(ManifestFile, textOf('worlds/manifest.json')).value

test('the manifest that ships is read whole', () => {
  expect(readJson(ManifestFile, textOf('worlds/manifest.json')).notes).toEqual([])
  expect(manifest.worlds.length).toBeGreaterThan(1)
})

test.each(
  manifest.worlds.flatMap(({ first, gallery, whole }) =>
    [first ?? gallery, gallery, whole].map(({ header }) => header.path),
  ),
)('the header %s is read whole', path => {
  const json = textOf(`worlds/${path}`)
  expect(readJson(ShippedWorldHeader, json)).toEqual({ value: JSON.parse(json), notes: [] })
})

test.each(manifest.worlds.map(({ id }) => `${id}.json`))(
  'the header of the shipped policy %s is read whole',
  name => {
    const json = textOf(`policies/${name}`)
    expect(readJson(Header, json)).toEqual({ value: JSON.parse(json), notes: [] })
  },
)

const [world] = manifest.worlds
const header: object = JSON.parse(textOf(`worlds/${world.gallery.header.path}`))

test.each([
  [{ size: -1 }],
  [{ size: 1e9 }],
  [{ tauUsd: 0 }],
  [{ tauUsd: null }],
  [{ llms: [] }],
  [{ llms: [{ id: 'a', name: 'a' }] }],
  [{ families: 'all' }],
  [{ card: {} }],
  [{ texts: { 'sums/1': 7 } }],
  [{ format: 'barp-world-2' }],
])('a world header with %j is refused', change => {
  expect(() => readJson(ShippedWorldHeader, JSON.stringify({ ...header, ...change }))).toThrow()
})

test.each([
  [{ worlds: [] }],
  [{ worlds: [{ ...world, gallery: null }] }],
  [
    {
      worlds: [{ ...world, whole: { ...world.whole, header: { path: '../../etc', bytes: 1, sha256: '' } } }],
    },
  ],
  ['<html>a start page</html>'],
])('a manifest of %j is refused', given => {
  expect(() => readJson(ManifestFile, typeof given === 'string' ? given : JSON.stringify(given))).toThrow()
})
