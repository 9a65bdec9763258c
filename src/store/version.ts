/** What there is to say of the page's own version. */
import { createStore } from 'zustand/vanilla'
import type { Message } from '../core/messages/message.ts'

export interface VersionState {
  /** Why the page should be loaded again when it suits; null while nothing is the matter. */
  readonly news: Message | null
  tell(news: Message): void
}

export function createVersionStore() {
  return createStore<VersionState>()(set => ({ news: null, tell: news => set({ news }) }))
}

export type VersionStore = ReturnType<typeof createVersionStore>
