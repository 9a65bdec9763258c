/** What a link makes of the page itself: which of its parts are shown, and which of them move. */
import { createStore } from 'zustand/vanilla'
import { DEFAULT_VIEW, type View } from '../core/view/view.ts'

export type PageState = Pick<View, 'open' | 'hidden' | 'locked' | 'presenter'>

export function createPageStore() {
  return createStore<PageState>()(() => ({
    open: DEFAULT_VIEW.open,
    hidden: DEFAULT_VIEW.hidden,
    locked: DEFAULT_VIEW.locked,
    presenter: DEFAULT_VIEW.presenter,
  }))
}

export type PageStore = ReturnType<typeof createPageStore>
