import { createContext } from 'react'
import type { Load } from './loadAgain.ts'

/** What the page needs to know of a section before its code is fetched. */
export interface Section {
  /** Its anchor, its part and its class. */
  readonly id: string
  readonly title: string
  /** The height kept free for it until it is there, rem: so that what stands below it does not move. */
  readonly room: number
  /** Fetches what stands below the heading. */
  readonly load: Load<object>
}

/** The page's sections, for sentences that name one. */
export const SectionsContext = createContext<readonly Section[]>([])
