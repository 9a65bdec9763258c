/** Which prompts a run may train on and which it is validated by, given the families it leaves out. */
import type { TrainingSettings } from '../experiment/training.ts'
import { rowsOf, SPLITS, type World } from './world.ts'

/**
 * The world as a run sees it that leaves some families out: those families are out of distribution, all their prompts
 * with them. Tables, tau and the order of prompts stay as they are.
 * @param skipped ids of families; ids the world does not have change nothing
 */
export function withoutFamilies(world: World, skipped: readonly string[]): World {
  if (skipped.length === 0) return world
  const ood = SPLITS.indexOf('ood')
  const families = world.families.map(family =>
    skipped.includes(family.id) ? { ...family, outOfDistribution: true } : family,
  )
  const split = world.split.map((own, row) => (families[world.family[row]].outOfDistribution ? ood : own))
  return { ...world, families, split }
}

/** Rows of the training and the validation split whose family is not left out, in the world's order. */
export function trainingRows(
  world: World,
  { skippedFamilies }: Pick<TrainingSettings, 'skippedFamilies'>,
): { training: Uint32Array; validation: Uint32Array } {
  const seen = withoutFamilies(world, skippedFamilies)
  return { training: rowsOf(seen, 'train'), validation: rowsOf(seen, 'validation') }
}
