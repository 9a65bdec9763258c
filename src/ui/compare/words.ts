/** Figures and tags of the comparison. */
import type { DataCard } from '../../core/world/world.ts'
import { formatDecimals, formatSigned } from '../format.ts'

/** Three digits: routers differ in the third. `.337`, `−.004` */
export function formatFine(value: number): string {
  return formatDecimals(value, 3)
}

/** The same with its sign: `+.018`. */
export function formatGain(value: number): string {
  return formatSigned(value, 3)
}

/** What the figures come from: a log's own outcomes, or simulated ones. */
export function tagOf(provenance: DataCard['provenance']): string {
  return provenance
}

/** A policy's label within a sentence. */
export function inSentence(label: string): string {
  return `the ${label.replace('your', 'trained')}`
}
