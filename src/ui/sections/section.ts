import { createContext } from 'react'
import type { Load } from './loadAgain.ts'

/** What the page needs to know of a section before its code is fetched. */
export interface Section {
  /** Its anchor, its part and its class. */
  readonly id: string
  readonly title: string
  /** Its symbol in the equations, or ''. */
  readonly symbol: string
  /** Whether the heading wears its place on the page. */
  readonly numbered: boolean
  /** Fetches what stands below the heading. */
  readonly load: Load<object>
}

/** The page's sections, for sentences that name one. */
export const SectionsContext = createContext<readonly Section[]>([])
