/** Worlds and their policies: fetches them, and shows one at a time. */
import { message, messagesOf, problem } from '../core/messages/message.ts'
import { initialisePolicy, type Policy } from '../core/policy/policy.ts'
import { defaultShape } from '../core/policy/shape.ts'
import type { PolicySource } from '../core/policy/source.ts'
import { notesAbout } from '../core/session/notice.ts'
import { firstExample } from '../core/view/firstExample.ts'
import type { CatalogueEntry, ManifestEntry } from '../core/world/manifest.ts'
import { findPrompt, promptName, type World } from '../core/world/world.ts'
import { loadManifest, loadPolicy, loadWorld } from '../engine/assets/load.ts'
import type { ShippedKey } from '../engine/assets/shippedKey.ts'
import type { Playground } from '../store/playground.ts'
import { whenIdle } from '../ui/whenIdle.ts'
import type { LogWorld } from './log/service.ts'
import { examplePrompt } from './prompts.ts'

/** The policy of a world that ships none: fresh parameters of this seed. */
const UNTRAINED_SEED = 1

export interface Worlds {
  /** The worlds made of own logs are others than before. */
  setOwn(entries: readonly CatalogueEntry[]): void
  /**
   * Shows a world of the catalogue, or its first where it has none of that name, which is then said.
   * @param prompt lasting name of an example; '' for the one that shows most
   * @returns whether a world is shown now: not when it failed, which is said, or was overtaken
   */
  open(id: string, prompt: string): Promise<boolean>
  /**
   * Shows an example of the shown world, by its lasting name; '' for the one that the world opens with.
   * @returns whether it is shown now: not when there is none of that name or all prompts could not be fetched, which is
   * said, or when another example or world was asked for meanwhile
   */
  showPrompt(prompt: string): Promise<boolean>
  /** All prompts of the shown world, fetched once. @throws Problem when none is shown */
  whole(): Promise<World>
  /** The policy that ships with a world; null for a log of the person's own. */
  shippedPolicy(id: string): Promise<Policy | null>
  /** What a world that has been shown ships, by its checksums; null for a log of the person's own. */
  shippedKey(id: string): ShippedKey | null
  /** Drops a world that is on its way: the shown one stays. Where none is shown yet, it comes. */
  stay(): void
}

export interface WorldsParts {
  readonly playground: Playground
  /** Worlds made of own logs: those the device keeps, and those of this visit. */
  readonly ownLogs: () => Promise<readonly CatalogueEntry[]>
  readonly loadOwn: (id: string) => Promise<LogWorld>
  /** What the person typed gives way to an example. */
  readonly forgetDraft: () => void
}

interface FirstScreen {
  readonly world: World
  readonly part: 'first' | 'gallery'
  readonly policy: Policy
  readonly source: PolicySource
}

/** Row of the example to open with. Of a single one it is known, and nothing need be computed. */
function firstRow(world: World, policy: Policy): number {
  return world.size === 1 ? 0 : firstExample(world, policy)
}

export function createWorlds({ playground, ownLogs, loadOwn, forgetDraft }: WorldsParts): Worlds {
  const { getState } = playground
  let shipped: readonly ManifestEntry[] = []
  let own: readonly CatalogueEntry[] = []
  let loading = new AbortController()
  /** Number of the newest world or example that was asked for. */
  let newest = 0
  const shippedKeys = new Map<string, ShippedKey>()
  let whole: { readonly id: string; readonly world: Promise<World> } | null = null

  /**
   * As much of a world as `prompt` asks for, at most its gallery, with the policy to show it by: the shipped one, or a fresh
   * one for a log of the person's own.
   */
  async function firstScreen(
    entry: CatalogueEntry,
    prompt: string,
    signal: AbortSignal,
  ): Promise<FirstScreen> {
    const files = shipped.find(({ id }) => id === entry.id)
    if (files) {
      const first = prompt === '' || prompt === files.first?.prompt ? files.first : null
      const loads = [
        loadWorld(first ?? files.gallery, signal),
        loadPolicy(entry.id, entry.roster, signal),
      ] as const
      const [world, { policy, header }] = await Promise.all(loads)
      shippedKeys.set(entry.id, {
        world: entry.id,
        policy: header.sha256,
        header: files.whole.header.sha256,
        columns: files.whole.columns.sha256,
        arms: header.roster.length,
      })
      return { world, policy, source: { kind: 'shipped' }, part: first ? 'first' : 'gallery' }
    }
    const { gallery } = await loadOwn(entry.id)
    const policy = initialisePolicy(defaultShape(gallery.llms.length), UNTRAINED_SEED)
    return { world: gallery, policy, source: { kind: 'untrained' }, part: 'gallery' }
  }

  async function fetchWhole(entry: CatalogueEntry, signal: AbortSignal): Promise<World> {
    const files = shipped.find(({ id }) => id === entry.id)
    return files ? loadWorld(files.whole, signal) : (await loadOwn(entry.id)).whole
  }

  /** Shows the first of a world with its policy, or the whole world where only that has the prompt. @param id asked for */
  async function show(entry: CatalogueEntry, id: string, prompt: string, signal: AbortSignal) {
    const { world, part, policy, source } = await firstScreen(entry, prompt, signal)
    if (signal.aborted) return
    const inGallery = prompt === '' ? firstRow(world, policy) : findPrompt(world, prompt)
    const whole = inGallery < 0 ? await fetchWhole(entry, signal) : null
    if (signal.aborted) return
    const inWhole = whole ? findPrompt(whole, prompt) : -1
    forgetDraft()
    if (whole && inWhole >= 0) {
      getState().showWorld({ world: whole, policy, source, part: 'whole' }, examplePrompt(whole, inWhole))
    } else {
      const row = inGallery < 0 ? firstRow(world, policy) : inGallery
      getState().showWorld({ world, policy, source, part }, examplePrompt(world, row))
    }
    // Told once it is shown: showing a world takes back what was told of the one before.
    const noPrompt = whole && inWhole < 0 ? [message('no-such-prompt', { prompt })] : []
    const untrained =
      source.kind === 'untrained' ? [message('policy-untrained', { seed: UNTRAINED_SEED })] : []
    const noWorld = entry.id === id ? [] : [message('no-such-world', { world: id })]
    const notes = [
      ...notesAbout('world', noWorld),
      ...notesAbout('prompt', noPrompt),
      ...notesAbout('policy', untrained),
    ]
    if (notes.length > 0) getState().tellNotes(notes)
    if (part === 'first') void whenIdle().then(() => fetchGallery(entry))
  }

  /** The other examples. Where they cannot be had, that is said, and whoever asks for one is brought all prompts. */
  async function fetchGallery({ id }: CatalogueEntry): Promise<void> {
    const files = shipped.find(entry => entry.id === id)
    if (!files) return
    try {
      getState().completeWorld(await loadWorld(files.gallery, new AbortController().signal), 'gallery')
    } catch (error) {
      if (getState().loaded?.world.id === id) getState().tell(messagesOf(error), 'world')
    }
  }

  /** The entry of a name, or the first; a log of one's own may still have to be looked for. */
  async function find(id: string): Promise<CatalogueEntry> {
    const named = (entry: CatalogueEntry) => entry.id === id
    return getState().catalogue.find(named) ?? (await ownLogs()).find(named) ?? shipped[0]
  }

  async function open(id: string, prompt: string): Promise<boolean> {
    loading.abort()
    loading = new AbortController()
    newest++
    const { signal } = loading
    const title = getState().catalogue.find(entry => entry.id === id)?.title ?? null
    getState().setLoading({ kind: 'busy', title })
    try {
      if (shipped.length === 0) await loadCatalogue(signal)
      const entry = await find(id)
      if (!signal.aborted) await show(entry, id, prompt, signal)
    } catch (error) {
      if (!signal.aborted) getState().setLoading({ kind: 'failed', why: messagesOf(error) })
    }
    return !signal.aborted && getState().loading === null
  }

  async function loadCatalogue(signal: AbortSignal): Promise<void> {
    const { worlds } = await loadManifest(signal)
    signal.throwIfAborted()
    shipped = worlds
    getState().setCatalogue([...shipped, ...own])
  }

  function fetchShown(): Promise<World> {
    const { loaded, catalogue } = getState()
    const entry = catalogue.find(({ id }) => id === loaded?.world.id)
    if (!loaded || !entry) return Promise.reject(problem('no-world-shown', {}))
    if (loaded.part === 'whole') return Promise.resolve(loaded.world)
    if (whole?.id !== entry.id) {
      const world = fetchWhole(entry, new AbortController().signal)
      whole = { id: entry.id, world }
      world.then(getState().completeWorld, () => {
        if (whole?.world === world) whole = null
      })
    }
    return whole.world
  }

  /** Lasting name of the example that a world opens with. */
  async function openingExample(id: string): Promise<string> {
    const { world, policy } = await firstScreen(await find(id), '', new AbortController().signal)
    return promptName(world, firstRow(world, policy))
  }

  async function showPrompt(name: string): Promise<boolean> {
    const { loaded } = getState()
    if (!loaded) return false
    const asked = ++newest
    try {
      const prompt = name === '' ? await openingExample(loaded.world.id) : name
      if (asked !== newest) return false
      const inShown = findPrompt(loaded.world, prompt)
      const world = inShown < 0 ? await fetchShown() : loaded.world
      if (asked !== newest) return false
      const row = inShown < 0 ? findPrompt(world, prompt) : inShown
      if (row < 0) throw problem('no-such-prompt', { prompt })
      forgetDraft()
      getState().routePrompt(examplePrompt(world, row))
      return true
    } catch (error) {
      if (asked === newest) getState().tell(messagesOf(error), 'prompt')
      return false
    }
  }

  return {
    setOwn(entries) {
      own = entries
      const catalogue = [...shipped, ...own]
      getState().setCatalogue(catalogue)
      const shown = getState().loaded?.world.id
      if (shown && !catalogue.some(({ id }) => id === shown)) void open(shipped[0].id, '')
    },
    open,
    showPrompt,
    whole: fetchShown,
    async shippedPolicy(id) {
      const files = shipped.find(entry => entry.id === id)
      if (!files) return null
      return (await loadPolicy(id, files.roster, new AbortController().signal)).policy
    },
    shippedKey: id => shippedKeys.get(id) ?? null,
    stay() {
      if (getState().loaded === null) return
      loading.abort()
      if (getState().loading?.kind === 'busy') getState().setLoading(null)
    },
  }
}
