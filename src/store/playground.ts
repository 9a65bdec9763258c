/**
 * The page's state. Synchronous: every action leaves a consistent whole, so a component may read any value at any time.
 * What the dial moves (activations, explanation) is computed here, in the action, from core's reference pass.
 */
import { createStore } from 'zustand/vanilla'
import { type Preference, preferenceOfCost } from '../core/bandit/preference.ts'
import type { Outcome } from '../core/bandit/reward.ts'
import type { Message, Messages } from '../core/messages/message.ts'
import { spectrum } from '../core/policy/dial.ts'
import { type Explanation, explain } from '../core/policy/explain.ts'
import { type Activations, activate, promptPreactivation } from '../core/policy/forward.ts'
import type { Policy } from '../core/policy/policy.ts'
import type { PolicySource } from '../core/policy/source.ts'
import { type Notice, notesAbout, noticeAfter, type Subject } from '../core/session/notice.ts'
import { DEFAULT_VIEW } from '../core/view/view.ts'
import type { CatalogueEntry } from '../core/world/manifest.ts'
import type { PromptDoubt } from '../core/world/promptDoubts.ts'
import type { World } from '../core/world/world.ts'

/** The prompt being routed. */
export type Prompt =
  /** One of the world's own, by its lasting name; outcomes are the world's. */
  | { readonly kind: 'example'; readonly name: string; readonly text: string | null }
  /** The person's own words; outcomes are estimates from the nearest prompts of the world. */
  | {
      readonly kind: 'own'
      readonly text: string
      readonly tokens: number
      readonly truncated: boolean
      readonly estimate: { readonly n: number; readonly nearest: number; readonly farthest: number }
      /** Why the route may be no more than a guess. */
      readonly doubts: readonly PromptDoubt[]
    }

/** A prompt with everything the policy and the explanation need. */
export interface PromptInput {
  readonly prompt: Prompt
  /** Unit vector, 384 numbers. */
  readonly embedding: Float32Array
  /** Expected outcome of every LLM. */
  readonly outcomes: readonly Outcome[]
}

/** One prompt routed at the current dial. */
export interface Routing extends PromptInput {
  /** The prompt's preactivation of the hidden layer: what the dial need not recompute. */
  readonly preactivation: Float32Array
  /** pi over the whole dial, 101 rows. */
  readonly spectrum: readonly Float32Array[]
  readonly activations: Activations
  readonly explanation: Explanation
}

/** A world with its policy: they are only ever shown together. */
export interface Loaded {
  readonly world: World
  readonly policy: Policy
  readonly source: PolicySource
  /** The example it opens with, the gallery, or every prompt. */
  readonly part: 'first' | 'gallery' | 'whole'
}

export interface PlaygroundState {
  readonly catalogue: readonly CatalogueEntry[]
  readonly loaded: Loaded | null
  /** What stands between the person and a world: null when one is shown and none is on its way. */
  readonly loading: /** `title` is the world's; null while it is not known yet which. */
    | { readonly kind: 'busy'; readonly title: string | null }
    | { readonly kind: 'failed'; readonly why: readonly Message[] }
    | null
  readonly w: Preference
  readonly routing: Routing | null
  /** The LLM lit everywhere at once, by hover or focus. */
  readonly lit: number | null
  /** True from the first time the person moves the dial. */
  readonly dialTouched: boolean
  /** What the person is told: until they dismiss it, or what it speaks of is gone. */
  readonly notice: Notice

  setCatalogue(catalogue: readonly CatalogueEntry[]): void
  setLoading(loading: PlaygroundState['loading']): void
  /** Shows a world with its policy and routes `input` at once. */
  showWorld(loaded: Loaded, input: PromptInput): void
  /** Swaps what is there of the shown world for more of it; the routing stays. What comes late changes nothing. */
  completeWorld(world: World, part?: 'gallery' | 'whole'): void
  /** Puts another policy in the shown one's place and routes the current prompt with it. */
  setPolicy(policy: Policy, source: PolicySource): void
  routePrompt(input: PromptInput): void
  /** Moves the dial: w_c in [0, 1]. */
  setCost(wc: number): void
  touchDial(): void
  light(arm: number | null): void
  /** Tells this in the place of what was told before. @param about what it speaks of, and goes with */
  tell(messages: Messages, about?: Subject): void
  tellNotes(notice: Notice): void
}

function routeInput({ world, policy }: Loaded, input: PromptInput, w: Preference): Routing {
  const preactivation = promptPreactivation(policy, input.embedding)
  const rows = spectrum(policy, preactivation)
  const activations = activate(policy, preactivation, w)
  return {
    ...input,
    preactivation,
    spectrum: rows,
    activations,
    explanation: explain(activations.probabilities, input.outcomes, rows, w, world.tauUsd),
  }
}

export function createPlayground() {
  return createStore<PlaygroundState>()(set => ({
    catalogue: [],
    loaded: null,
    loading: { kind: 'busy', title: null },
    w: preferenceOfCost(DEFAULT_VIEW.wc),
    routing: null,
    lit: null,
    dialTouched: false,
    notice: [],

    setCatalogue: catalogue => set({ catalogue }),
    setLoading: loading => set({ loading }),
    showWorld: (loaded, input) =>
      set(({ w, notice }) => ({
        loaded,
        loading: null,
        lit: null,
        routing: routeInput(loaded, input, w),
        notice: noticeAfter(notice, 'world'),
      })),
    completeWorld: (world, part = 'whole') =>
      set(({ loaded }) => {
        if (loaded?.world.id !== world.id || (loaded.part === 'whole' && part !== 'whole')) return {}
        return { loaded: { ...loaded, world, part } }
      }),
    setPolicy: (policy, source) =>
      set(({ loaded, routing, w, notice }) => {
        if (!loaded || !routing) return {}
        const changed = { ...loaded, policy, source }
        return {
          loaded: changed,
          routing: routeInput(changed, routing, w),
          notice: noticeAfter(notice, 'policy'),
        }
      }),
    routePrompt: input =>
      set(({ loaded, w, notice }) =>
        loaded ? { routing: routeInput(loaded, input, w), notice: noticeAfter(notice, 'prompt') } : {},
      ),
    setCost: wc =>
      set(({ loaded, routing }) => {
        const w = preferenceOfCost(Math.round(wc * 100) / 100)
        if (!loaded || !routing) return { w }
        const activations = activate(loaded.policy, routing.preactivation, w)
        const { tauUsd } = loaded.world
        const explanation = explain(activations.probabilities, routing.outcomes, routing.spectrum, w, tauUsd)
        return { w, routing: { ...routing, activations, explanation } }
      }),
    touchDial: () => set({ dialTouched: true }),
    light: lit => set({ lit }),
    tell: (messages, about = 'event') => set({ notice: notesAbout(about, messages) }),
    tellNotes: notice => set({ notice }),
  }))
}

export type Playground = ReturnType<typeof createPlayground>
