/** Settings worth trying, a button each. */
import type { TrainingSettings } from '../../../core/experiment/training.ts'

export interface Preset {
  readonly name: string
  /** What it changes; the rest is as by default. */
  readonly settings: Partial<TrainingSettings>
  /** What to look at, and why it happens. */
  readonly watch: string
}

export const PRESETS: readonly Preset[] = [
  {
    name: 'β too small',
    settings: { entropyWeight: 0.01, learningRate: 3e-4 },
    watch:
      'Press Play and watch entropy fall early: little is paid for keeping options open, so the policy settles on a mid-price LLM that did well at first. Drag the dial to all quality: the best LLM is never chosen.',
  },
]

/** The preset whose settings are in force, or null. */
export function presetOf(settings: TrainingSettings): Preset | null {
  const held = new Map<string, unknown>(Object.entries(settings))
  const inForce = (preset: Preset) =>
    Object.entries(preset.settings).every(([name, value]) => held.get(name) === value)
  return PRESETS.find(inForce) ?? null
}
