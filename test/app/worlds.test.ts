/** Which world is shown when several are asked for, when one fails, and when one goes. */
import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import type { LogWorld } from '../../src/app/log/service.ts'
import { createWorlds } from '../../src/app/worlds.ts'
import { DEFAULT_TRAINING } from '../../src/core/experiment/training.ts'
import { problem } from '../../src/core/messages/message.ts'
import { encodeCompact } from '../../src/core/policy/compact.ts'
import { initialisePolicy } from '../../src/core/policy/policy.ts'
import { shapeOf } from '../../src/core/policy/shape.ts'
import { encodeWorld } from '../../src/core/world/columns.ts'
import type { CatalogueEntry } from '../../src/core/world/manifest.ts'
import { restrictWorld } from '../../src/core/world/measured.ts'
import { promptName, type World } from '../../src/core/world/world.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const TINY = tinyWorld()
const ROSTER = TINY.llms.map(({ id }) => id)
/** Of the gallery, and of the whole world alone. */
const NEAR = 'sums/2'
const FAR = 'law/3'

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const entryOf = ({ id, title, size }: World): CatalogueEntry => {
  return { id, title, provenance: 'measured', prompts: size, roster: ROSTER }
}
const named = (id: string): World => ({ ...TINY, id, title: id })
const galleryOf = (world: World) => restrictWorld(world, [0, 1, 2, 3, 4, 5], {})

/** A world's files as the page ships them, and its line in the manifest. @param opening row of the example shipped by itself */
function shipped(id: string, opening: number | null) {
  const files: Record<string, string | Uint8Array<ArrayBuffer>> = {}
  const add = (path: string, content: string | Uint8Array) => {
    files[`worlds/${path}`] = typeof content === 'string' ? content : Uint8Array.from(content)
    return { path, bytes: content.length, sha256: sha256(content) }
  }
  const addWorld = (name: string, world: World) => {
    const { header, columns } = encodeWorld(world)
    return { header: add(`${name}.json`, JSON.stringify(header)), columns: add(`${name}.bin`, columns) }
  }
  const world = named(id)
  const shape = shapeOf(DEFAULT_TRAINING, ROSTER.length)
  const parameters = encodeCompact(initialisePolicy(shape, 1))
  files[`policies/${id}.bin`] = parameters
  files[`policies/${id}.json`] = JSON.stringify({
    format: 'barp-policy-1',
    world: id,
    roster: ROSTER,
    shape,
    settings: DEFAULT_TRAINING,
    seed: 1,
    backend: 'cpu',
    bestStep: 1,
    curve: [],
    sha256: sha256(parameters),
  })
  const gallery = addWorld(`${id}.gallery`, galleryOf(world))
  const first =
    opening === null
      ? null
      : {
          prompt: promptName(world, opening),
          ...addWorld(`${id}.first`, restrictWorld(world, [opening], {})),
        }
  return { files, entry: { ...entryOf(world), first, gallery, whole: addWorld(id, world) } }
}

const [A, B, C] = [shipped('a', null), shipped('b', null), shipped('c', 4)]
const OWN = named('own')

function setUp() {
  const files: Record<string, string | Uint8Array<ArrayBuffer>> = {
    ...A.files,
    ...B.files,
    ...C.files,
    'worlds/manifest.json': JSON.stringify({ worlds: [A.entry, B.entry, C.entry] }),
  }
  const asked: string[] = []
  const gates = new Map<string, Promise<void>>()
  // It heeds no signal: a late answer must be dropped by whoever asked.
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    await gates.get(path)
    return Object.hasOwn(files, path) ? new Response(files[path]) : new Response(null, { status: 404 })
  })
  const playground = createPlayground()
  const own: CatalogueEntry[] = []
  let forgotten = 0
  const worlds = createWorlds({
    playground,
    ownLogs: async () => own,
    async loadOwn(id): Promise<LogWorld> {
      if (!own.some(entry => entry.id === id)) throw problem('saved-log-gone', {})
      return { gallery: galleryOf(OWN), whole: OWN }
    },
    forgetDraft: () => forgotten++,
  })
  return {
    worlds,
    files,
    own,
    asked,
    state: playground.getState,
    forgotten: () => forgotten,
    shown: () => playground.getState().loaded?.world.id,
    example() {
      const prompt = playground.getState().routing?.prompt
      return prompt?.kind === 'example' ? prompt.name : null
    },
    told: () => playground.getState().notice.map(({ message }) => message.code),
    /** Every world that was ever shown, in order. */
    follow() {
      const seen: string[] = []
      playground.subscribe(({ loaded }, before) => {
        if (loaded && loaded.world.id !== before.loaded?.world.id) seen.push(loaded.world.id)
      })
      return seen
    },
    /** Holds a file back until it is let through. */
    hold(path: string): () => void {
      let open = () => {}
      gates.set(
        path,
        new Promise(resolve => {
          open = resolve
        }),
      )
      return open
    },
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a world opens by its gallery, with its policy and an example', async () => {
  const { worlds, state, example, asked } = setUp()
  expect(await worlds.open('b', '')).toBe(true)
  expect(state().loaded).toMatchObject({ world: { id: 'b' }, source: { kind: 'shipped' }, part: 'gallery' })
  expect(example()).not.toBeNull()
  expect(state().loading).toBeNull()
  expect(asked).not.toContain('worlds/b.bin')
})

test('a world whose opening example ships by itself shows that before its gallery has come', async () => {
  const { worlds, hold, state, example } = setUp()
  const letThrough = hold('worlds/c.gallery.bin')
  expect(await worlds.open('c', '')).toBe(true)
  expect(state().loaded).toMatchObject({ world: { id: 'c', size: 1 }, part: 'first' })
  expect(example()).toBe(promptName(named('c'), 4))
  const { routing } = state()
  letThrough()
  await vi.waitFor(() => expect(state().loaded?.part).toBe('gallery'))
  expect(state().loaded?.world.size).toBe(6)
  expect(state().routing).toBe(routing)
})

test('a gallery that cannot be had is said, and an example is brought with all prompts', async () => {
  const { worlds, files, state, told, example } = setUp()
  files['worlds/c.gallery.bin'] = 'damaged'
  await worlds.open('c', '')
  await vi.waitFor(() => expect(told()).toEqual(['asset-damaged']))
  expect(state().loading).toBeNull()
  expect(await worlds.showPrompt(NEAR)).toBe(true)
  expect(example()).toBe(NEAR)
})

test('a link to the opening example itself opens as the bare world does', async () => {
  const { worlds, hold, state, example } = setUp()
  hold('worlds/c.gallery.bin')
  const name = promptName(named('c'), 4)
  expect(await worlds.open('c', name)).toBe(true)
  expect(state().loaded?.part).toBe('first')
  expect(example()).toBe(name)
})

test('a link to an example opens by the gallery, the opening example being another', async () => {
  const { worlds, state, example } = setUp()
  expect(await worlds.open('c', NEAR)).toBe(true)
  expect(state().loaded?.part).toBe('gallery')
  expect(example()).toBe(NEAR)
})

test('of two worlds asked for quickly the second alone is shown, whichever comes first', async () => {
  const { worlds, hold, follow, shown } = setUp()
  await worlds.open('a', '')
  const seen = follow()
  const letThrough = hold('worlds/b.gallery.bin')
  const overtaken = worlds.open('b', '')
  const second = worlds.open('a', '')
  expect(await second).toBe(true)
  letThrough()
  expect(await overtaken).toBe(false)
  expect(shown()).toBe('a')
  expect(seen).toEqual([])
})

test('a world that was overtaken while it was looked for says nothing', async () => {
  const { worlds, told, shown } = setUp()
  await worlds.open('a', '')
  const overtaken = worlds.open('nowhere', '')
  await worlds.open('b', '')
  expect(await overtaken).toBe(false)
  expect(shown()).toBe('b')
  expect(told()).toEqual([])
})

test('a world that fails says so, the shown one stays, and a later one works', async () => {
  const { worlds, files, state, shown } = setUp()
  await worlds.open('a', '')
  const damaged = files['worlds/b.gallery.bin']
  files['worlds/b.gallery.bin'] = 'damaged'
  expect(await worlds.open('b', '')).toBe(false)
  expect(state().loading).toMatchObject({ kind: 'failed', why: [{ code: 'asset-damaged' }] })
  expect(shown()).toBe('a')
  files['worlds/b.gallery.bin'] = damaged
  expect(await worlds.open('b', '')).toBe(true)
  expect(state().loading).toBeNull()
  expect(shown()).toBe('b')
})

test('a manifest that fails is fetched again, and own worlds listed meanwhile stay in the catalogue', async () => {
  const { worlds, files, own, state } = setUp()
  const manifest = files['worlds/manifest.json']
  delete files['worlds/manifest.json']
  expect(await worlds.open('a', '')).toBe(false)
  own.push(entryOf(OWN))
  worlds.setOwn(own)
  files['worlds/manifest.json'] = manifest
  expect(await worlds.open('a', '')).toBe(true)
  expect(state().catalogue.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'own'])
})

test('to stay drops what is on its way', async () => {
  const { worlds, hold, shown, state } = setUp()
  await worlds.open('a', '')
  const letThrough = hold('worlds/b.gallery.bin')
  const dropped = worlds.open('b', '')
  expect(state().loading).toMatchObject({ kind: 'busy' })
  worlds.stay()
  expect(state().loading).toBeNull()
  letThrough()
  expect(await dropped).toBe(false)
  expect(shown()).toBe('a')
})

test('before any world is shown there is nothing to stay at: the first one comes', async () => {
  const { worlds, shown, state } = setUp()
  const first = worlds.open('a', '')
  worlds.stay()
  expect(await first).toBe(true)
  expect(shown()).toBe('a')
  expect(state().loading).toBeNull()
})

test('an unknown world shows the first, and says so', async () => {
  const { worlds, shown, told } = setUp()
  expect(await worlds.open('nowhere', '')).toBe(true)
  expect(shown()).toBe('a')
  expect(told()).toEqual(['no-such-world'])
})

test('what is told of a world goes when another is shown; what of an example, when another is', async () => {
  const { worlds, told } = setUp()
  await worlds.open('nowhere', 'sums/9000')
  expect(told()).toEqual(['no-such-world', 'no-such-prompt'])
  await worlds.showPrompt(NEAR)
  expect(told()).toEqual(['no-such-world'])
  await worlds.open('b', '')
  expect(told()).toEqual([])
})

test('of a world that is not there and one that fails in its place only the failure is said', async () => {
  const { worlds, files, told, state } = setUp()
  files['worlds/a.gallery.bin'] = 'damaged'
  expect(await worlds.open('nowhere', '')).toBe(false)
  expect([told(), state().loading?.kind]).toEqual([[], 'failed'])
})

test('an unknown example shows another, and says so', async () => {
  const { worlds, shown, told, example } = setUp()
  expect(await worlds.open('a', 'sums/9000')).toBe(true)
  expect(shown()).toBe('a')
  expect(example()).not.toBeNull()
  expect(told()).toEqual(['no-such-prompt'])
})

test('an example that only the whole world has is opened with it', async () => {
  const { worlds, state, example } = setUp()
  expect(await worlds.open('a', FAR)).toBe(true)
  expect(example()).toBe(FAR)
  expect(state().loaded?.part).toBe('whole')
})

test('an own world is found where it is kept, opens with an untrained policy that is named as such, and ships none', async () => {
  const { worlds, own, state, told } = setUp()
  own.push(entryOf(OWN))
  expect(await worlds.open('own', NEAR)).toBe(true)
  expect(state().loaded).toMatchObject({ world: { id: 'own' }, source: { kind: 'untrained' } })
  expect(told()).toEqual(['policy-untrained'])
  expect(await worlds.shippedPolicy('own')).toBeNull()
})

test('an own world that is removed while it is shown gives way to the first', async () => {
  const { worlds, own, shown, state } = setUp()
  own.push(entryOf(OWN))
  worlds.setOwn(own)
  await worlds.open('own', '')
  expect(shown()).toBe('own')
  worlds.setOwn([])
  await vi.waitFor(() => expect(shown()).toBe('a'))
  expect(state().catalogue.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('an example of the gallery is shown at once and takes the draft’s place; one beyond it comes with the whole world', async () => {
  const { worlds, example, forgotten, state } = setUp()
  await worlds.open('a', '')
  const before = forgotten()
  expect(await worlds.showPrompt(NEAR)).toBe(true)
  expect(example()).toBe(NEAR)
  expect(forgotten()).toBe(before + 1)
  expect(await worlds.showPrompt(FAR)).toBe(true)
  expect(example()).toBe(FAR)
  expect(state().loaded?.part).toBe('whole')
})

test('an example that comes late does not take the place of a later one', async () => {
  const { worlds, hold, example } = setUp()
  await worlds.open('a', '')
  const letThrough = hold('worlds/a.bin')
  const late = worlds.showPrompt(FAR)
  await worlds.showPrompt(NEAR)
  letThrough()
  expect(await late).toBe(false)
  expect(example()).toBe(NEAR)
})

test('where all prompts cannot be fetched an example beyond the gallery says so, and can be asked for again', async () => {
  const { worlds, files, told, example } = setUp()
  await worlds.open('a', NEAR)
  const columns = files['worlds/a.bin']
  delete files['worlds/a.bin']
  expect(await worlds.showPrompt(FAR)).toBe(false)
  expect(told()).toEqual(['asset-status'])
  expect(example()).toBe(NEAR)
  files['worlds/a.bin'] = columns
  expect(await worlds.showPrompt(FAR)).toBe(true)
})

test('an example that no prompt has is said, and the shown one stays', async () => {
  const { worlds, told, example } = setUp()
  await worlds.open('a', NEAR)
  expect(await worlds.showPrompt('sums/9000')).toBe(false)
  expect(told()).toEqual(['no-such-prompt'])
  expect(example()).toBe(NEAR)
})

test('all prompts of a world are fetched once, also where those of the world before fail late', async () => {
  const { worlds, files, hold, asked } = setUp()
  await worlds.open('a', '')
  delete files['worlds/a.bin']
  const failLate = hold('worlds/a.bin')
  const lost = worlds.whole()
  await worlds.open('b', '')
  const letThrough = hold('worlds/b.bin')
  const first = worlds.whole()
  failLate()
  await expect(lost).rejects.toThrow()
  const second = worlds.whole()
  letThrough()
  expect((await first).size).toBe(TINY.size)
  expect(await second).toBe(await first)
  expect(asked.filter(path => path === 'worlds/b.bin')).toHaveLength(1)
})
