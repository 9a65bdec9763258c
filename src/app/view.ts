/** The one way in for whatever sets the page: a control, a link, Back, a file. And the way out: the link. */
import { message } from '../core/messages/message.ts'
import type { TrainingChange } from '../core/session/training/state.ts'
import { acceptView, DEFAULT_VIEW, type PartialView, trainingOf } from '../core/view/view.ts'
import { readLink, writeLink } from '../share/link.ts'
import type { EncoderStore } from '../store/encoder.ts'
import type { PageState, PageStore } from '../store/page.ts'
import type { Playground } from '../store/playground.ts'
import type { TrainingStore } from '../store/training.ts'
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
}

export interface PageViewParts {
  readonly playground: Playground
  readonly encoder: EncoderStore
  readonly training: TrainingStore
  readonly page: PageStore
  readonly worlds: Worlds
  readonly encoding: Encoding
  readonly trainer: Training
}

export function createPageView(parts: PageViewParts): PageView {
  const { playground, worlds } = parts

  function apply(asked: PartialView): Promise<boolean> {
    const { view: change, refused } = acceptView(asked)
    if (refused.length > 0) playground.getState().tell(refused)
    if (change.wc !== undefined) playground.getState().setCost(change.wc)
    if (change.encoder !== undefined) parts.encoding.prefer(change.encoder)
    parts.page.setState(pageChange(change))
    const { world, prompt = '' } = change
    if (world !== undefined && world !== playground.getState().loaded?.world.id) return open(world, change)
    // The shown world is not fetched again: a run in it goes on.
    if (world !== undefined || prompt !== '') worlds.stay()
    parts.trainer.apply(trainingChange(change))
    if (prompt === '' || prompt === shownExample()) return Promise.resolve(true)
    return worlds.showPrompt(prompt)
  }

  async function open(world: string, change: PartialView): Promise<boolean> {
    const shown = await worlds.open(world, change.prompt ?? '')
    if (shown) parts.trainer.apply(trainingChange(change))
    return shown
  }

  /** Name of the example that is routed, or '' where the person's own words are, or stand in the box. */
  function shownExample(): string {
    if (parts.encoder.getState().draft !== null) return DEFAULT_VIEW.prompt
    const prompt = playground.getState().routing?.prompt
    return prompt?.kind === 'example' ? prompt.name : DEFAULT_VIEW.prompt
  }

  function current(): PartialView {
    const { loaded, w } = playground.getState()
    const { settings, seed, start, speed, backendPreference, peek } = parts.training.getState()
    return {
      world: loaded?.world.id ?? DEFAULT_VIEW.world,
      prompt: shownExample(),
      wc: w.cost,
      encoder: parts.encoder.getState().preference,
      ...settings,
      ...parts.page.getState(),
      seed,
      start,
      speed,
      backend: backendPreference,
      peek,
    }
  }

  return {
    apply,
    followAddress() {
      const { view, problems } = readLink(location.hash)
      if (problems.length > 0) {
        playground.getState().tell([message('link-not-followed', { problems })])
      }
      return apply(view)
    },
    async copyLink() {
      const link = new URL(writeLink(current()), location.href).href
      history.replaceState(null, '', link)
      try {
        await navigator.clipboard.writeText(link)
        playground.getState().tell([message('link-copied', {})])
      } catch {
        playground.getState().tell([message('link-not-copied', {})])
      }
    },
  }
}

/** What of a view is the training session's. */
function trainingChange(view: PartialView): TrainingChange {
  const { seed, start, speed, backend, trainWhileHidden, peek } = view
  return {
    settings: trainingOf(view),
    ...(seed !== undefined && { seed }),
    ...(start !== undefined && { start }),
    ...(speed !== undefined && { speed }),
    ...(backend !== undefined && { backendPreference: backend }),
    ...(trainWhileHidden !== undefined && { trainWhileHidden }),
    ...(peek !== undefined && { peek }),
  }
}

/** What of a view is the page's own. */
function pageChange({ open, hidden, locked, presenter }: PartialView): Partial<PageState> {
  return {
    ...(open !== undefined && { open }),
    ...(hidden !== undefined && { hidden }),
    ...(locked !== undefined && { locked }),
    ...(presenter !== undefined && { presenter }),
  }
}
