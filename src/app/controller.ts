/** The page's effects: fetches worlds, runs the encoder, keeps the address. Everything it learns goes into the stores. */
import { DEFAULT_TRAINING } from '../core/experiment/training.ts'
import { message, messagesOf, problem } from '../core/messages/message.ts'
import { initialisePolicy, type Policy } from '../core/policy/policy.ts'
import { defaultShape } from '../core/policy/shape.ts'
import { DEFAULT_VIEW, type PartialView, trainingOf, type View } from '../core/view/view.ts'
import type { CatalogueEntry, ManifestEntry } from '../core/world/manifest.ts'
import { findPrompt, type World } from '../core/world/world.ts'
import { loadManifest, loadPolicy, loadWorld } from '../engine/assets/load.ts'
import { readLink, writeLink } from '../share/link.ts'
import { createEncoderStore } from '../store/encoder.ts'
import { createLogStore } from '../store/log.ts'
import { createPlayground } from '../store/playground.ts'
import { createStudyStore, STUDY_SLOTS } from '../store/study.ts'
import { createTrainingStore } from '../store/training.ts'
import { createVersionStore } from '../store/version.ts'
import type { Actions } from '../ui/actions/actions.ts'
import type { Parts } from '../ui/context.ts'
import { hintAtDial } from './dialHint.ts'
import { createEncoding } from './encoding.ts'
import { createFiles } from './files.ts'
import { createLogs } from './log.ts'
import { createOffline } from './offline.ts'
import { examplePrompt, firstExample } from './prompts.ts'
import { createStudies } from './study.ts'
import { createTraining } from './training.ts'

/** The policy of a world that ships none: fresh parameters of this seed. */
const UNTRAINED_SEED = 1

export interface Controller {
  readonly parts: Parts
  /** Reads the link and loads the first world; returns how to stop. */
  start(): () => void
}

export function createController(): Controller {
  const playground = createPlayground()
  const encoder = createEncoderStore()
  const training = createTrainingStore()
  const study = createStudyStore()
  const log = createLogStore()
  const version = createVersionStore()
  const offline = createOffline(version)
  const { getState } = playground
  const encoding = createEncoding({ playground, encoder, wholeWorld })
  const trainingDriver = createTraining({ training, playground, wholeWorld })
  const logs = createLogs({
    log,
    onWorlds(own) {
      const catalogue = [...shipped, ...own]
      getState().setCatalogue(catalogue)
      const shown = getState().loaded?.world.id
      if (shown && !catalogue.some(({ id }) => id === shown))
        void openWorld(shipped[0].id, DEFAULT_VIEW.prompt)
    },
    show: id => void openWorld(id, DEFAULT_VIEW.prompt),
  })
  let shipped: readonly ManifestEntry[] = []
  let loading = new AbortController()
  let whole: { id: string; world: Promise<World> } | null = null

  async function start(signal: AbortSignal) {
    const { view: linked, problems } = readLink(location.hash)
    const view = { ...DEFAULT_VIEW, ...linked }
    if (problems.length > 0) {
      getState().setNotice([message('link-not-followed', { problems })])
    }
    getState().setCost(view.wc)
    if (training.getState().status === 'idle') {
      training.getState().set({ settings: { ...DEFAULT_TRAINING, ...trainingOf(view) }, seed: view.seed })
    }
    encoding.prefer(view.encoder)
    await attempt(null, signal, async () => {
      const { worlds } = await loadManifest(signal)
      if (signal.aborted) return
      shipped = worlds
      getState().setCatalogue(worlds)
      const own = logs.worlds()
      const named = ({ id }: CatalogueEntry) => id === view.world
      const entry = worlds.find(named) ?? (await own).find(named)
      if (signal.aborted) return
      if (!entry) getState().setNotice([message('no-such-world', { world: view.world })])
      await open(entry ?? worlds[0], view, signal)
      if (!signal.aborted && location.hash === '') hintAtDial(playground)
    })
    encoding.sayDownloadSize()
  }

  /** A world's gallery with the policy to show it by: the shipped one, or a fresh one for a log of the person's own. */
  async function firstScreen(entry: CatalogueEntry, signal: AbortSignal) {
    const files = shipped.find(({ id }) => id === entry.id)
    if (files) {
      const loads = [loadWorld(files.gallery, signal), loadPolicy(entry.id, entry.roster, signal)] as const
      const [gallery, { policy }] = await Promise.all(loads)
      return { gallery, policy, source: { kind: 'shipped' } as const }
    }
    const { gallery } = await logs.load(entry.id)
    const policy = initialisePolicy(defaultShape(gallery.llms.length), UNTRAINED_SEED)
    return { gallery, policy, source: { kind: 'untrained' } as const }
  }

  /** All prompts of a world of the catalogue. */
  async function fetchWhole(entry: CatalogueEntry, signal: AbortSignal): Promise<World> {
    const files = shipped.find(({ id }) => id === entry.id)
    return files ? loadWorld(files.whole, signal) : (await logs.load(entry.id)).whole
  }

  /** Shows a world's gallery with its policy, at the prompt the view names. */
  async function open(entry: CatalogueEntry, view: Pick<View, 'prompt'>, signal: AbortSignal) {
    const { gallery, policy, source } = await firstScreen(entry, signal)
    if (signal.aborted) return
    encoding.forget()
    if (source.kind === 'untrained')
      getState().setNotice([message('policy-untrained', { seed: UNTRAINED_SEED })])
    const inGallery = (row: number) =>
      getState().showWorld({ world: gallery, policy, source, part: 'gallery' }, examplePrompt(gallery, row))
    const row = view.prompt === '' ? firstExample(gallery, policy) : findPrompt(gallery, view.prompt)
    if (row >= 0) {
      inGallery(row)
      return
    }
    const world = await fetchWhole(entry, signal)
    if (signal.aborted) return
    const found = findPrompt(world, view.prompt)
    if (found >= 0) {
      getState().showWorld({ world, policy, source, part: 'whole' }, examplePrompt(world, found))
      return
    }
    getState().setNotice([message('no-such-prompt', { prompt: view.prompt })])
    inGallery(firstExample(gallery, policy))
  }

  /** All prompts of the shown world, fetched once: what an estimate for a new prompt needs. */
  function wholeWorld(): Promise<World> {
    const { loaded, catalogue } = getState()
    const entry = catalogue.find(({ id }) => id === loaded?.world.id)
    if (!loaded || !entry) return Promise.reject(problem('no-world-shown', {}))
    if (loaded.part === 'whole') return Promise.resolve(loaded.world)
    if (whole?.id !== entry.id) {
      const world = fetchWhole(entry, new AbortController().signal)
      whole = { id: entry.id, world }
      world.then(getState().completeWorld, () => {
        whole = null
      })
    }
    return whole.world
  }

  /** The policy that ships with a world; null for a log of the person's own. */
  async function shippedPolicy(id: string): Promise<Policy | null> {
    const files = shipped.find(entry => entry.id === id)
    if (!files) return null
    return (await loadPolicy(id, files.roster, new AbortController().signal)).policy
  }

  /** Runs a load, showing that it is under way, and what happened if it fails. */
  async function attempt(title: string | null, signal: AbortSignal, work: () => Promise<void>) {
    getState().setLoading({ kind: 'busy', title })
    try {
      await work()
    } catch (error) {
      if (signal.aborted) return
      getState().setLoading({ kind: 'failed', why: messagesOf(error) })
    }
  }

  /** Shows a world of the catalogue at an example. @returns whether it is shown now */
  async function openWorld(id: string, prompt: string): Promise<boolean> {
    const entry = getState().catalogue.find(world => world.id === id)
    if (!entry) return getState().loaded?.world.id === id
    loading.abort()
    loading = new AbortController()
    const { signal } = loading
    await attempt(entry.title, signal, () => open(entry, { prompt }, signal))
    return !signal.aborted && getState().loading === null
  }

  /** Ends what trains or studies. */
  function halt(): void {
    actions.training.reset()
    for (const slot of STUDY_SLOTS) actions.study.cancel(slot)
  }

  const actions: Actions = {
    showWorld: id => void openWorld(id, DEFAULT_VIEW.prompt),
    showExample(name) {
      const { loaded } = getState()
      if (!loaded) return
      encoding.forget()
      getState().routePrompt(examplePrompt(loaded.world, findPrompt(loaded.world, name)))
    },
    type: encoding.type,
    loadEncoder: encoding.load,
    cancelEncoder: encoding.cancel,
    preferEncoder: encoding.prefer,
    training: trainingDriver.actions,
    study: createStudies({ study, playground, wholeWorld, shippedPolicy }),
    log: logs.actions,
    reload: offline.reload,
    files: createFiles({ playground, training, study, trainer: trainingDriver, halt, openWorld }),
    async copyLink() {
      const link = new URL(writeLink(currentView()), location.href).href
      history.replaceState(null, '', link)
      try {
        await navigator.clipboard.writeText(link)
        getState().setNotice([message('link-copied', {})])
      } catch {
        getState().setNotice([message('link-not-copied', {})])
      }
    },
  }

  function currentView(): PartialView {
    const { loaded, routing, w } = getState()
    return {
      world: loaded?.world.id ?? DEFAULT_VIEW.world,
      prompt: routing?.prompt.kind === 'example' ? routing.prompt.name : DEFAULT_VIEW.prompt,
      wc: w.cost,
      encoder: encoder.getState().preference,
      ...training.getState().settings,
      seed: training.getState().seed,
    }
  }

  return {
    parts: { playground, encoder, training, study, log, version, actions },
    start() {
      const run = () => {
        loading.abort()
        loading = new AbortController()
        void start(loading.signal)
      }
      const stopTraining = trainingDriver.start()
      offline.start()
      run()
      window.addEventListener('hashchange', run)
      return () => {
        stopTraining()
        window.removeEventListener('hashchange', run)
        loading.abort()
        encoding.cancel()
      }
    },
  }
}
