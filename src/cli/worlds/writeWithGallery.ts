import type { ManifestEntry } from '../../core/world/manifest.ts'
import { restrictWorld } from '../../core/world/measured.ts'
import { promptName, TRAIN, type World } from '../../core/world/world.ts'
import { writeWorld } from '../support/worldFiles.ts'

/** Prompts a family shows on the first screen. */
const PER_FAMILY = 12

/** Writes a world and its gallery: the first few held-out prompts of every family that may be shown. */
export function writeWithGallery(world: World, showable: (row: number) => boolean): ManifestEntry {
  const gallery: number[] = []
  for (let family = 0; family < world.families.length; family++) {
    const rows = Array.from({ length: world.size }, (_, row) => row).filter(
      row => world.family[row] === family && showable(row) && world.split[row] !== TRAIN,
    )
    gallery.push(...rows.slice(0, PER_FAMILY))
  }
  const texts = Object.fromEntries(
    gallery.flatMap(row => {
      const name = promptName(world, row)
      return name in world.texts ? [[name, world.texts[name]]] : []
    }),
  )
  return writeWorld(world, restrictWorld(world, gallery, texts))
}
