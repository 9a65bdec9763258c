/** `npm run build-worlds`: prompts and logs in, public/worlds out. Deterministic: same input, same bytes. */
import { withOpening } from '../support/opening.ts'
import { say } from '../support/say.ts'
import { writeManifest } from '../support/worldFiles.ts'
import { LOG_SOURCES } from './logSources.ts'
import { buildMeasured } from './measured.ts'
import { buildRouterBench } from './routerBench.ts'

const worlds = [await buildRouterBench()]
for (const source of LOG_SOURCES) {
  const entry = await buildMeasured(source)
  if (entry) worlds.push(entry)
}
writeManifest({ worlds: worlds.map(withOpening) })
for (const { id, whole, gallery } of worlds) {
  const size = (files: typeof whole) => Math.round((files.header.bytes + files.columns.bytes) / 1000)
  say(`${id}: ${size(whole)} kB, first screen ${size(gallery)} kB`)
}
