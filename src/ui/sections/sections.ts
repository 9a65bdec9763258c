import type { Section } from './section.ts'

/**
 * The lab below the stage, in its order; one more section is one more file and one more line here. None knows its place or its
 * neighbours: sentences name them by their titles.
 */
export const SECTIONS: readonly Section[] = [
  { id: 'look', title: 'Look inside', room: 24, load: () => import('../policy/LookSection.tsx') },
  {
    id: 'rounds',
    title: 'What the learner sees',
    room: 30,
    load: () => import('../train/FeedbackSection.tsx'),
  },
  { id: 'run', title: 'The run in full', room: 48, load: () => import('../train/RunSection.tsx') },
  { id: 'race', title: 'Race', room: 24, load: () => import('../train/race/Race.tsx') },
  { id: 'compare', title: 'Compare', room: 80, load: () => import('../compare/CompareSection.tsx') },
  { id: 'log', title: 'Your own log', room: 20, load: () => import('../log/LogSection.tsx') },
  { id: 'method', title: 'The method', room: 16, load: () => import('../method/MethodSection.tsx') },
]
