/** How components reach the state and the actions: read single values, ask for effects by name. */
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { EncoderPreference } from '../core/experiment/view.ts'
import type { EncoderState, EncoderStore } from '../store/encoder.ts'
import type { Playground, PlaygroundState } from '../store/playground.ts'

/** What the page can ask of the world outside: the app layer does it. */
export interface Actions {
  showWorld(id: string): void
  showExample(name: string): void
  /** The person typed: fetches the encoder when it is not there, encodes and routes. */
  type(text: string): void
  loadEncoder(): void
  cancelEncoder(): void
  preferEncoder(preference: EncoderPreference): void
  copyLink(): void
}

export interface Parts {
  readonly playground: Playground
  readonly encoder: EncoderStore
  readonly actions: Actions
}

export const PartsContext = createContext<Parts | null>(null)

function useParts(): Parts {
  const parts = use(PartsContext)
  if (!parts) throw new Error('No <PartsContext> above this component.')
  return parts
}

export function usePlayground<T>(select: (state: PlaygroundState) => T): T {
  return useStore(useParts().playground, select)
}

export function useEncoder<T>(select: (state: EncoderState) => T): T {
  return useStore(useParts().encoder, select)
}

export function useActions(): Actions {
  return useParts().actions
}
