import { use } from 'react'
import { useStore } from 'zustand'
import { createPageStore } from '../store/page.ts'
import { StoresAndActionsContext } from './context.ts'
import type { PartId } from './parts.ts'

interface PartProps {
  readonly 'data-part': string | undefined
  /** The view leaves it out of the page. */
  readonly hidden: boolean
  /** It is shown, but nothing of it moves. */
  readonly inert: boolean
}

/** For a component that stands by itself, as in tests: everything is shown and moves. */
const EVERYTHING = createPageStore()

/**
 * What makes an element a part of the page: its id for all who point at it, and what the view makes of it.
 * @param id undefined for an element that is no part where it stands
 */
export function usePart(id: PartId | undefined): PartProps {
  return useSectionPart(id)
}

/** The same for a section, whose ids are its registry's. */
export function useSectionPart(id: string | undefined): PartProps {
  const page = use(StoresAndActionsContext)?.page ?? EVERYTHING
  const hidden = useStore(page, state => id !== undefined && state.hidden.includes(id))
  const locked = useStore(page, state => id !== undefined && state.locked.includes(id))
  return { 'data-part': id, hidden, inert: locked }
}
