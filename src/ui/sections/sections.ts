import type { Section } from './section.ts'

/**
 * The sections below the dial, in their order; one more is one more file and one more line here. None knows its place or its
 * neighbours: the page counts them, and sentences name them by their titles.
 */
export const SECTIONS = [
  section('train', 'Train', () => import('../train/TrainSection.tsx'), 'θ ← θ + η ∇ (r − b) log π'),
  section('compare', 'Compare', () => import('../compare/CompareSection.tsx'), 'c against q'),
  section('log', 'Your own log', () => import('../log/LogSection.tsx')),
  aside('method', 'What you are looking at', () => import('../method/MethodSection.tsx')),
]

function section(id: string, title: string, load: Section['load'], symbol = ''): Section {
  return { id, title, symbol, numbered: true, load }
}

/** A section outside the count. */
function aside(id: string, title: string, load: Section['load']): Section {
  return { id, title, symbol: '', numbered: false, load }
}
