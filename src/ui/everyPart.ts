import { TRAINING_ROWS } from '../core/experiment/training.ts'
import { PARTS } from './parts.ts'
import { SECTIONS } from './sections/sections.ts'

export interface Part {
  readonly id: string
  /** What it is called where it is not seen. */
  readonly name: string
}

/** Every part of the page: its sections, its settings, and all else. */
export const EVERY_PART: readonly Part[] = [
  ...Object.entries(PARTS).map(([id, name]) => ({ id, name })),
  ...Object.entries(TRAINING_ROWS).map(([name, { label }]) => ({ id: `setting-${name}`, name: label })),
  ...SECTIONS.map(({ id, title }) => ({ id, name: title })),
]
