/** A measured world: the numbers of a routing log that somebody published. */
import type { ManifestEntry } from '../../core/world/manifest.ts'
import { createMeasuredWorld } from '../../core/world/measured.ts'
import { embedTexts } from '../encoder/embedTexts.ts'
import { say } from '../support/say.ts'
import { readManifest } from '../support/worldFiles.ts'
import { type LogSource, readLog } from './logSources.ts'
import { writeWithGallery } from './writeWithGallery.ts'

/** Where the log is not on this machine: the files that were built before, or null. */
export async function buildMeasured(source: LogSource): Promise<ManifestEntry | null> {
  const parsed = readLog(source)
  if (!parsed) {
    const built = readManifest().worlds.find(world => world.id === source.id) ?? null
    say(
      `${source.id}: the log is not on this machine; ${built ? 'the built files in public/worlds stay' : 'no built files either, left out'}.`,
    )
    return built
  }
  say(`${source.id}: ${parsed.rows.length} prompts x ${parsed.llms.length} LLMs`)
  const { embeddings } = await embedTexts(
    parsed.rows.map(row => row.text),
    'q8',
    say,
  )
  return writeWithGallery(createMeasuredWorld({ ...source, ...parsed, embeddings }), () => true)
}
