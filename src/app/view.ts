/** The one way in for whatever sets the page: a control, a link, Back, a file. And the way out: the link. */
import { message } from '../core/messages/message.ts'
import type { TrainingChange, TrainingState } from '../core/session/training/state.ts'
import { acceptView, DEFAULT_VIEW, keptBy, type PartialView, type View } from '../core/view/view.ts'
import { writeLink } from '../share/link.ts'
import type { EncoderStore } from '../store/encoder.ts'
import type { PageStore } from '../store/page.ts'
import type { Playground, PlaygroundState } from '../store/playground.ts'
import type { TrainingStore } from '../store/training.ts'
import { arriveAtSection } from '../ui/sections/arriveAtSection.ts'
import { type AddressBar, createAddress } from './address.ts'
import type { Encoding } from './encoding.ts'
import type { Training } from './training.ts'
import type { Worlds } from './worlds.ts'

export interface PageView {
  /**
   * Sets what is given and leaves the rest: at once, unless it names another world; that one is shown first, since settings
   * are clamped to what it has.
   * @returns whether all of it stands: not when the world or the prompt failed, or another change overtook this one
   */
  apply(change: PartialView): Promise<boolean>
  /** Follows the page's address; what of it cannot be read is said. */
  followAddress(): Promise<boolean>
  /** Copies a link to what is shown; a typed prompt is not in it. */
  copyLink(): Promise<void>
  /** Keeps address and view together; returns how to stop. */
  start(): () => void
}

export interface PageViewParts {
  readonly playground: Playground
  readonly encoder: EncoderStore
  readonly training: TrainingStore
  readonly page: PageStore
  readonly worlds: Worlds
  readonly encoding: Encoding
  readonly trainer: Training
  readonly addressBar?: AddressBar
  /** Brings a section into view, if there is one of that id. */
  readonly goTo?: (section: string) => void
}

export function createPageView(parts: PageViewParts): PageView {
  const { playground, encoder, training, page, worlds, goTo = arriveAtSection } = parts
  const address = createAddress(
    {
      current: () => (isSettled() ? current() : null),
      apply: set,
      onProblems: problems => playground.getState().tell([message('link-not-followed', { problems })]),
    },
    parts.addressBar,
  )

  function apply(change: PartialView): Promise<boolean> {
    // What was set before belongs to the step of the history that is left now.
    address.settle()
    return set(change)
  }

  async function set(asked: PartialView): Promise<boolean> {
    const { view: change, refused } = acceptView(asked)
    if (refused.length > 0) playground.getState().tell(refused)
    if (change.wc !== undefined) playground.getState().setCost(change.wc)
    if (change.encoder !== undefined) parts.encoding.prefer(change.encoder)
    page.setState(keptBy('page', change))
    const { world, prompt } = change
    if (world !== undefined && world !== playground.getState().loaded?.world.id) {
      const shown = await worlds.open(world, prompt ?? '')
      if (shown) parts.trainer.apply(trainingChange(change))
      return shown
    }
    // The shown world is not fetched again: a run in it goes on.
    if (world !== undefined || prompt !== undefined) worlds.stay()
    parts.trainer.apply(trainingChange(change))
    return prompt === undefined || prompt === shownExample() ? true : worlds.showPrompt(prompt)
  }

  /** Name of the example that is routed, or '' where the person's own words are, or stand in the box. */
  function shownExample(): string {
    if (encoder.getState().draft !== null) return DEFAULT_VIEW.prompt
    const prompt = playground.getState().routing?.prompt
    return prompt?.kind === 'example' ? prompt.name : DEFAULT_VIEW.prompt
  }

  /** Whether a world is shown, and no other is on its way. */
  function isSettled(): boolean {
    const { loaded, loading } = playground.getState()
    return loaded !== null && loading?.kind !== 'busy'
  }

  function current(): View {
    const { loaded, w } = playground.getState()
    const { settings, seed, start, speed, backendPreference, trainWhileHidden, peek } = training.getState()
    return {
      world: loaded?.world.id ?? DEFAULT_VIEW.world,
      prompt: shownExample(),
      wc: w.cost,
      encoder: encoder.getState().preference,
      ...settings,
      ...page.getState(),
      seed,
      start,
      speed,
      backendPreference,
      trainWhileHidden,
      peek,
    }
  }

  async function follow(): Promise<boolean> {
    const before = page.getState().open
    const stands = await address.follow()
    const { open } = page.getState()
    // The browser itself scrolls back to where a step was left; a section that is named anew is gone to.
    if (stands && open.length > 0 && open.join() !== before.join()) goTo(open[0])
    return stands
  }

  return {
    apply,
    followAddress: follow,
    async copyLink() {
      const link = writeLink(current())
      const inAddress = address.write()
      try {
        await navigator.clipboard.writeText(new URL(link, location.href).href)
        playground.getState().tell([message('link-copied', {})])
      } catch {
        const why = inAddress
          ? message('link-not-copied', {})
          : message('link-neither-copied-nor-shown', { link: new URL(link, location.href).href })
        playground.getState().tell([why])
      }
    },
    start() {
      const onStep = () => void follow()
      window.addEventListener('popstate', onStep)
      const stops = [
        playground.subscribe((state, before) => {
          if (entersElsewhere(state, before)) address.settle()
          else if (state.w !== before.w || state.loading !== before.loading) address.moved()
        }),
        training.subscribe((state, before) => {
          if (setsOther(state, before)) address.moved()
        }),
        encoder.subscribe((state, before) => {
          // The example that the words take the place of is left; what takes theirs is shown in a moment.
          if (state.draft !== null && before.draft === null) address.settle()
          else if (state.preference !== before.preference || state.draft === null) address.moved()
        }),
        page.subscribe((state, before) => {
          if (state.open !== before.open) address.settle()
          else address.moved()
        }),
      ]
      return () => {
        for (const stop of stops) stop()
        window.removeEventListener('popstate', onStep)
        address.stop()
      }
    },
  }
}

/** Another world or prompt is shown: Back is to lead here, however soon the next one is. */
function entersElsewhere(state: PlaygroundState, before: PlaygroundState): boolean {
  return (
    state.loaded?.world.id !== before.loaded?.world.id || state.routing?.prompt !== before.routing?.prompt
  )
}

/** Whether other settings are in force: ten reports a second of a run are not looked at any closer. */
function setsOther(state: TrainingState, before: TrainingState): boolean {
  return (
    state.settings !== before.settings ||
    state.seed !== before.seed ||
    state.start !== before.start ||
    state.speed !== before.speed ||
    state.backendPreference !== before.backendPreference ||
    state.peek !== before.peek
  )
}

/** What of a view is the training session's. */
function trainingChange(view: PartialView): TrainingChange {
  return { ...keptBy('training', view), settings: keptBy('settings', view) }
}
