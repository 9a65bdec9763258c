import type { PartId } from './parts.ts'

/**
 * What makes an element a part of the page: its id for all who point at it. Parts that a view hides or locks are told so here.
 * @param id undefined for an element that is no part where it stands
 */
export function usePart(id: PartId | undefined): { readonly 'data-part': PartId | undefined } {
  return { 'data-part': id }
}
