/** What is to become of the page's address when its view changes. */
import { LINK_NAMES, type PartialView, textOf, VIEW_TABLE } from './view.ts'

export type AddressStep =
  /** They are the same to whoever opens the address. */
  | 'nothing'
  /** The step of the history that is shown takes another address. */
  | 'replace'
  /** The history has one more step: Back leads to the view before. */
  | 'push'

/** @param before the view that the shown step of the history stands for */
export function addressStep(before: PartialView, after: PartialView): AddressStep {
  const changed = LINK_NAMES.filter(name => textOf(before, name) !== textOf(after, name))
  if (changed.length === 0) return 'nothing'
  return changed.some(name => VIEW_TABLE[name].isStep) ? 'push' : 'replace'
}
