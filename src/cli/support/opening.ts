/** The example that a world opens with, as files of its own: the dial works before the rest is there. */
import { firstExample } from '../../core/view/firstExample.ts'
import type { ManifestEntry } from '../../core/world/manifest.ts'
import { restrictWorld } from '../../core/world/measured.ts'
import { promptName, type World } from '../../core/world/world.ts'
import { hasPolicy, readPolicy, readWorld, writeParts } from './worldFiles.ts'

/** Writes it, if the world has a policy: only that tells which example it is. @returns the entry that names the files */
export function withOpening(entry: ManifestEntry): ManifestEntry {
  const gallery = readWorld(`${entry.id}.gallery`)
  if (!hasPolicy(gallery)) return { ...entry, first: null }
  const row = firstExample(gallery, readPolicy(gallery))
  const files = writeParts(`${entry.id}.first`, openingOf(gallery, row))
  return { ...entry, first: { prompt: promptName(gallery, row), ...files } }
}

/** A world of one prompt of another. */
export function openingOf(gallery: World, row: number): World {
  const name = promptName(gallery, row)
  const text = gallery.texts[name]
  return restrictWorld(gallery, [row], text === undefined ? {} : { [name]: text })
}
