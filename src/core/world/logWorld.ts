/** A person's own routing log as a world like the built-in ones. */
import type { LogFamily, ParsedLog } from '../log/parsed.ts'
import { hashText } from '../math/random.ts'
import { type Message, message, Problem } from '../messages/message.ts'
import { createWorldOfTables, measuredSplit, trainingTau } from './measured.ts'
import { type DataCard, type Family, promptName, SPLITS, type World } from './world.ts'

/** Ids of the worlds made of own logs begin so. */
export const LOG_WORLD = 'log-'

/** Examples a family shows, and all families together: the first screen looks at each of them. */
const EXAMPLES_PER_FAMILY = 12
const EXAMPLES = 300
/** An example's text, in UTF-16 units. */
const EXAMPLE_CHARS = 2_000

/** Why no world can be made of a log with these families kept out of training; null when one can. Needs no embeddings. */
export function logWorldProblem(log: ParsedLog, heldOut: readonly string[]): Message | null {
  const unknown = heldOut.filter(name => !log.families.some(family => isCalled(family, name)))
  if (unknown.length > 0) return message('families-unknown', { names: unknown })
  const split = measuredSplit(familiesOf(log, heldOut), log.family, log.texts)
  const counts = SPLITS.map((_, s) => split.filter(value => value === s).length)
  const empty = SPLITS.filter((name, s) => name !== 'ood' && counts[s] === 0)
  if (empty.length > 0) {
    const prompts = log.texts.length - counts[SPLITS.indexOf('ood')]
    return message('splits-empty', { prompts, heldOut, splits: empty })
  }
  if (!(trainingTau(split, log.costUsd, log.llms.length) > 0)) {
    return message('costs-all-zero', {})
  }
  return null
}

/**
 * The world of a log. Its texts are examples of held-out prompts, or none at all.
 * @param embeddings unit vectors, n x 384
 * @param heldOut ids or names of families kept out of training
 * @throws Problem as `logWorldProblem` says
 */
export function createLogWorld(
  log: ParsedLog,
  embeddings: Float32Array,
  heldOut: readonly string[],
  keepTexts = true,
): World {
  const problem = logWorldProblem(log, heldOut)
  if (problem !== null) throw new Problem(problem)
  const families = familiesOf(log, heldOut)
  const world = createWorldOfTables({
    id: `${LOG_WORLD}${contentHash(log, families)}`,
    title: log.source,
    card: cardOf(log, families),
    llms: log.llms,
    families,
    embeddings,
    family: log.family.slice(),
    split: measuredSplit(families, log.family, log.texts),
    score: log.score,
    costUsd: log.costUsd,
  })
  return keepTexts ? { ...world, texts: exampleTexts(world, log.texts) } : world
}

/** Rows shown first: the first held-out prompts of every family, test and out-of-distribution ones before the others. */
export function exampleRows(world: World): number[] {
  const rows: number[][] = world.families.map(() => [])
  const rest: number[][] = world.families.map(() => [])
  const validation = SPLITS.indexOf('validation')
  const most = Math.max(1, Math.min(EXAMPLES_PER_FAMILY, Math.floor(EXAMPLES / world.families.length)))
  for (let row = 0; row < world.size; row++) {
    const list = (world.split[row] > validation ? rows : rest)[world.family[row]]
    if (list.length < most) list.push(row)
  }
  // A family too small for a test prompt still shows what it has.
  return rows.flatMap((list, family) => (list.length > 0 ? list : rest[family].slice(0, 1)))
}

function exampleTexts(world: World, texts: readonly string[]): World['texts'] {
  return Object.fromEntries(
    exampleRows(world).map(row => [promptName(world, row), texts[row].slice(0, EXAMPLE_CHARS)]),
  )
}

function familiesOf(log: ParsedLog, heldOut: readonly string[]): Family[] {
  return log.families.map(family => ({
    id: family.id,
    name: family.name,
    outOfDistribution: heldOut.some(name => isCalled(family, name)),
  }))
}

function isCalled({ id, name }: LogFamily, wanted: string): boolean {
  return id === wanted || name === wanted
}

function cardOf(log: ParsedLog, families: readonly Family[]): DataCard {
  const out = families.filter(family => family.outOfDistribution).map(family => family.name)
  return {
    provenance: 'measured',
    summary: message('log-card-summary', { prompts: log.texts.length, llms: log.llms.length }),
    source: message('log-card-source', { name: log.source }),
    licence: message('log-card-licence', {}),
    limits: [
      message('log-card-replay', {}),
      ...(out.length > 0 ? [message('log-card-held-out', { families: out })] : []),
      ...log.notes,
    ],
  }
}

/** The same log with the same families kept out always has the same name: 16 hexadecimal digits. */
function contentHash(log: ParsedLog, families: readonly Family[]): string {
  const names = JSON.stringify([log.llms.map(llm => llm.id), families])
  return [1, 2]
    .map(salt => {
      let hash = hashText(names, salt)
      const mix = (value: number) => {
        hash = Math.imul(hash ^ value, 0x01000193)
        hash ^= hash >>> 15
      }
      for (const text of log.texts) mix(hashText(text, salt))
      log.family.forEach(mix)
      for (const table of [log.score, log.costUsd]) {
        new Uint32Array(table.buffer, table.byteOffset, 2 * table.length).forEach(mix)
      }
      return (hash >>> 0).toString(16).padStart(8, '0')
    })
    .join('')
}
