/**
 * The page's parts and controls by lasting ids: lessons point at them, links may hide or lock them, tests find them. The
 * settings are parts by their own table, and sections by their registry: see everyPart.ts.
 */
import type { TrainingName } from '../core/experiment/training.ts'

export const PARTS = {
  header: 'Header',
  world: 'World',
  link: 'Copy link',
  presenter: 'Larger, for a room',
  theme: 'Theme',
  'data-card': 'What this data is',
  idea: 'What the page is',
  notice: 'Notice',
  'new-version': 'New version of the page',

  prompt: 'Prompt',
  encoder: 'Encoder',
  examples: 'Examples',
  answer: 'Answer',
  'prompt-warning': 'Doubts about the prompt',
  bars: 'LLMs with their probabilities',
  dial: 'Dial',
  spectrum: 'Spectrum',

  play: 'Play and pause',
  step: 'Step',
  reset: 'Reset',
  speed: 'Speed',
  progress: 'Progress of the run',
  'slow-motion': 'Slow motion',
  reward: 'Reward over the run',
  entropy: 'Entropy over the run',

  policy: 'Policy, layer by layer',
  'encoder-choice': 'Where the encoder runs',
  phases: 'A round in its phases',
  feedback: 'Feedback table',
  peek: 'Peek',

  start: 'Start from',
  seed: 'Seed',
  settings: 'Settings',
  presets: 'Settings to try',
  'kept-run': 'Run kept from an earlier visit',
  badges: 'Settings that are not as by default',
  backend: 'Backend',
  'reward-curve': 'Reward in full',
  pin: 'Pin this curve',
  shares: 'Share of pulls',
  'entropy-curve': 'Entropy in full',
  regret: 'Regret',
  quality: 'Quality',
  cost: 'Cost',
  gradient: 'Gradient norm',

  racers: 'What is raced',
  'race-chart': 'Reward over the race',
  standings: 'Standings of the race',

  split: 'Prompts evaluated on',
  frontier: 'Cost against quality',
  routers: 'Table of routers',
  families: 'Family by family',
  limits: 'What limits it',
  ablations: 'Take a part away',
  published: 'What the paper reports',
  files: 'Policies and runs as files',

  'log-files': 'Files of a log',
  'log-examples': 'What a log looks like',
  'log-progress': 'Progress of the import',
  'log-columns': 'What the columns mean',
  'log-world': 'Make a world of the log',
  'log-saved': 'Logs kept on this device',
} as const satisfies Readonly<Record<string, string>>

export type PartId = keyof typeof PARTS | `setting-${TrainingName}`
