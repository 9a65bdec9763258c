/** What ships under public/: sizes, checksums, and that every policy fits its world. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openingOf } from '../../../src/cli/support/opening.ts'
import { readManifest, readPolicy, readWorld, sha256 } from '../../../src/cli/support/worldFiles.ts'
import { firstExample } from '../../../src/core/view/firstExample.ts'
import { decodeWorld } from '../../../src/core/world/columns.ts'
import { promptName, SPLITS } from '../../../src/core/world/world.ts'

const WORLDS = new URL('../../../public/worlds/', import.meta.url)
const POLICIES = new URL('../../../public/policies/', import.meta.url)
const { worlds } = readManifest()
const bytesIn = (folder: URL, name: string) => statSync(new URL(name, folder)).size

test('three worlds ship, the simulated one first', () => {
  expect(worlds.map(world => world.id)).toEqual(['routerbench-11', 'judged-4', 'exam-13'])
  expect(worlds.map(world => world.provenance)).toEqual(['simulated', 'measured', 'measured'])
})

test('all worlds together take at most 4,000,000 bytes', () => {
  const sizes = readdirSync(WORLDS).map(name => bytesIn(WORLDS, name))
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(4_000_000)
})

test('nothing lies beside the notice that the manifest does not name', () => {
  const named = worlds.flatMap(({ first, gallery, whole }) =>
    [first ?? gallery, gallery, whole].flatMap(files => [files.header.path, files.columns.path]),
  )
  expect(readdirSync(WORLDS).sort()).toEqual([...named, 'manifest.json', 'NOTICE.txt'].sort())
})

test.each(worlds)('$id: the example it opens with takes at most 6 kB, the others at most 300', worldFiles => {
  const { first, gallery } = worldFiles
  expect((first?.header.bytes ?? Number.POSITIVE_INFINITY) + (first?.columns.bytes ?? 0)).toBeLessThanOrEqual(
    6000,
  )
  expect(gallery.header.bytes + gallery.columns.bytes).toBeLessThanOrEqual(300_000)
})

test.each(worlds)('$id: lengths and checksums in the manifest are right', ({ first, gallery, whole }) => {
  for (const entry of [first ?? gallery, gallery, whole].flatMap(({ header, columns }) => [
    header,
    columns,
  ])) {
    const bytes = readFileSync(new URL(entry.path, WORLDS))
    expect({ ...entry, bytes: bytes.length, sha256: sha256(bytes) }).toEqual(entry)
  }
})

test.each(worlds)(
  '$id: the manifest tells of the world as it is',
  ({ id, title, provenance, prompts, roster }) => {
    const world = readWorld(id)
    expect([world.id, world.title, world.card.provenance, world.size]).toEqual([
      id,
      title,
      provenance,
      prompts,
    ])
    expect(world.llms.map(llm => llm.id)).toEqual(roster)
  },
)

test.each(worlds)('$id: the gallery is a part of the world without training prompts', ({ id, gallery }) => {
  const world = readWorld(id)
  const header = JSON.parse(readFileSync(new URL(gallery.header.path, WORLDS), 'utf8'))
  const columns = Uint8Array.from(readFileSync(new URL(gallery.columns.path, WORLDS))).buffer
  const part = decodeWorld(header, columns)
  const names = new Map(Array.from({ length: world.size }, (_, row) => [promptName(world, row), row]))
  for (let i = 0; i < part.size; i++) {
    const row = names.get(promptName(part, i)) ?? -1
    expect(part.split[i]).toBe(world.split[row])
    expect(part.split[i]).not.toBe(SPLITS.indexOf('train'))
    const k = world.llms.length
    expect(part.score.slice(i * k, i * k + k)).toEqual(world.score.slice(row * k, row * k + k))
  }
  expect([part.tauUsd, part.llms]).toEqual([world.tauUsd, world.llms])
})

test.each(worlds)(
  '$id: the example that ships by itself is the one its policy picks, as the gallery has it',
  ({ id, first }) => {
    const [opening, gallery] = [readWorld(`${id}.first`), readWorld(`${id}.gallery`)]
    expect(opening).toEqual(openingOf(gallery, firstExample(gallery, readPolicy(gallery))))
    expect(first?.prompt).toBe(promptName(opening, 0))
  },
)

test.each(worlds)('$id: its policy fits it, in at most 700 kB', ({ id }) => {
  expect(bytesIn(POLICIES, `${id}.bin`) + bytesIn(POLICIES, `${id}.json`)).toBeLessThanOrEqual(700_000)
  const header = JSON.parse(readFileSync(new URL(`${id}.json`, POLICIES), 'utf8'))
  expect(sha256(readFileSync(new URL(`${id}.bin`, POLICIES)))).toBe(header.sha256)
  expect(readPolicy(readWorld(id)).shape.arms).toBe(readWorld(id).llms.length)
})

test.each(worlds.filter(world => world.provenance === 'measured'))(
  '$id: carries no texts',
  ({ id, gallery }) => {
    const header = JSON.parse(readFileSync(new URL(gallery.header.path, WORLDS), 'utf8'))
    expect([readWorld(id).texts, header.texts]).toEqual([{}, {}])
  },
)
