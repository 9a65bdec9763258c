import { type Familiarity, measureFamiliarity } from '../core/world/familiarity.ts'
import type { World } from '../core/world/world.ts'

/** What is usual in a world, measured once, in slices between which the page goes on. */
export function createFamiliarity(): (world: World) => Promise<Familiarity | null> {
  const measured = new WeakMap<World, Promise<Familiarity | null>>()

  async function measure(world: World): Promise<Familiarity | null> {
    const slices = measureFamiliarity(world)
    for (;;) {
      const slice = slices.next()
      if (slice.done) return slice.value
      await new Promise(resolve => setTimeout(resolve))
    }
  }

  return world => {
    const known = measured.get(world) ?? measure(world)
    measured.set(world, known)
    return known
  }
}
