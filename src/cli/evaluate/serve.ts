/** `--world ID --serve POLICY`: the log that production would have left of a built-in world, as a file. */
import { writeFileSync } from 'node:fs'
import { serveLog } from '../../core/offpolicy/serve.ts'
import { embeddingOf, promptName, rowsOf, type World } from '../../core/world/world.ts'
import { writeCsv } from '../../share/export/csv.ts'
import { floatsToBase64 } from '../../share/files/base64.ts'
import { readManifest, readWorld } from '../support/worldFiles.ts'
import { readPrompts } from '../worlds/promptSources.ts'
import { BadInput, type ServeOptions } from './options.ts'

const COLUMNS = ['prompt', 'task', 'model', 'score', 'cost', 'propensity', 'embedding']

/**
 * Asks training prompts only, so that test prompts remain to judge by. The text of a prompt that may not be shown is its name;
 * its embedding stands beside it.
 * @returns one line that says what was written @throws BadInput for a world that there is none of
 */
export function writeServedLog(options: ServeOptions): string {
  const world = builtInWorld(options.world)
  const training = rowsOf(world, 'train')
  const count = options.rows ?? training.length
  const { log, rows } = serveLog(world, training, options.serve, count, options.recorded, options.seed)
  const texts = textsOf(world)
  const cells = Array.from(log.prompt, (prompt, i) => {
    const row = rows[prompt]
    return [
      texts(row),
      world.families[world.family[row]].id,
      world.llms[log.arm[i]].id,
      log.quality[i],
      log.costUsd[i],
      log.propensity?.[i] ?? null,
      floatsToBase64(embeddingOf(world, row)),
    ]
  })
  const hidden = options.recorded ? [] : [COLUMNS.indexOf('propensity')]
  const kept = <T>(row: readonly T[]) => row.filter((_, i) => !hidden.includes(i))
  writeFileSync(options.logOut, writeCsv(kept(COLUMNS), cells.map(kept)))
  return `${options.logOut}: ${count} answers to ${new Set(log.prompt).size} training prompts of ${world.id}, served ${options.serve}.`
}

/** @throws BadInput for a world that there is none of */
export function builtInWorld(id: string): World {
  const ids = readManifest().worlds.map(world => world.id)
  if (!ids.includes(id)) throw new BadInput(`There is no world “${id}”: it is one of ${ids.join(', ')}.`)
  return readWorld(id)
}

function textsOf(world: World): (row: number) => string {
  if (world.simulation === null) return row => world.texts[promptName(world, row)] ?? promptName(world, row)
  const prompts = readPrompts()
  return row => prompts[row].text
}
