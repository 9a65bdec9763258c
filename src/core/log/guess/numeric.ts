import type { ColumnProfile } from '../mapping.ts'

/** Numbers throughout, but for a few cells. */
export function isNumeric({ filled, numeric }: ColumnProfile): boolean {
  return numeric > 0 && numeric >= 0.8 * filled
}
