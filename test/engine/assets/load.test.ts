import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { messagesOf } from '../../../src/core/messages/message.ts'
import { encodeCompact } from '../../../src/core/policy/compact.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { shapeOf } from '../../../src/core/policy/shape.ts'
import { encodeWorld } from '../../../src/core/world/columns.ts'
import { loadManifest, loadPolicy, loadWorld } from '../../../src/engine/assets/load.ts'
import { createWording } from '../../../src/ui/words/words.ts'
import { tinyWorld } from '../../fixtures/worlds.ts'

const { say } = createWording('en')
const { signal } = new AbortController()
const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')

afterEach(() => {
  vi.unstubAllGlobals()
})

/** Has the network answer with these files, and with 404 for any other. */
function serve(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  vi.stubGlobal('fetch', async (path: string) =>
    Object.hasOwn(files, path) ? new Response(files[path]) : new Response(null, { status: 404 }),
  )
}

/** The words of what a load fails with; '' where it does not. */
async function failure(load: Promise<unknown>): Promise<string> {
  return load.then(
    () => '',
    error => messagesOf(error).map(say).join(' '),
  )
}

test.each([
  ['<html>a start page</html>', /manifest\.json cannot be used: It is not JSON/],
  ['{}', /manifest\.json cannot be used: “worlds” is missing/],
  ['{"worlds":[{"id":"a"}]}', /“worlds\[0\]\.title” is missing/],
])('a manifest of %j is refused, with its name and what is wrong', async (json, words) => {
  serve({ 'worlds/manifest.json': json })
  expect(await failure(loadManifest(signal))).toMatch(words)
})

test('a manifest that is not there is named with the server’s answer', async () => {
  serve({})
  expect(await failure(loadManifest(signal))).toBe('worlds/manifest.json could not be fetched: HTTP 404.')
})

const world = tinyWorld()
const encoded = encodeWorld(world)

/** Fetches the tiny world with its header changed, under checksums that fit. */
function loadChanged(change: object) {
  const json = JSON.stringify({ ...encoded.header, ...change })
  const columns = Uint8Array.from(encoded.columns)
  serve({ 'worlds/tiny.json': json, 'worlds/tiny.bin': columns })
  const entry = (path: string, bytes: string | Uint8Array) => ({
    path,
    bytes: bytes.length,
    sha256: sha256(bytes),
  })
  return loadWorld({ header: entry('tiny.json', json), columns: entry('tiny.bin', columns) }, signal)
}

test('a world is loaded by its header and columns', async () => {
  expect((await loadChanged({})).llms).toEqual(world.llms)
})

test.each([
  [{ size: 1.5 }, /tiny\.json cannot be used: “size” is not a whole number/],
  [{ tauUsd: -1 }, /“tauUsd” is less than/],
  [{ families: [{ id: 'sums' }] }, /“families\[0\]\.name” is missing/],
  [{ size: world.size + 1 }, /tiny\.json cannot be used: .*bytes/],
])('a world whose header says %j is refused, naming the field', async (change, words) => {
  expect(await failure(loadChanged(change))).toMatch(words)
})

test.each([
  [{ settings: { learningRate: 9 } }, /tiny\.json cannot be used: “settings\.learningRate”/],
  [{ seed: null }, /“seed” is not a number/],
  [{ format: 'barp-policy-2' }, /“format”/],
  [{ sha256: sha256('other') }, /tiny\.bin is damaged/],
  [{ roster: ['a', 'b'] }, /tiny\.bin cannot be used: It routes between the 2 LLMs/],
])('a policy whose header says %j is refused', async (change, words) => {
  const roster = world.llms.map(({ id }) => id)
  const policy = initialisePolicy(shapeOf({ preferenceEncoder: 'none', head: 'linear' }, roster.length), 1)
  const { shape } = policy
  const bytes = encodeCompact(policy)
  const header = {
    format: 'barp-policy-1',
    world: 'tiny',
    roster,
    shape,
    settings: DEFAULT_TRAINING,
    seed: 1,
    backend: 'cpu',
    bestStep: 1,
    curve: [],
    sha256: sha256(bytes),
  }
  const load = (given: object) => {
    serve({ 'policies/tiny.json': JSON.stringify(given), 'policies/tiny.bin': bytes })
    return loadPolicy('tiny', roster, signal)
  }
  expect((await load(header)).policy.shape).toEqual(shape)
  expect(await failure(load({ ...header, ...change }))).toMatch(words)
})
