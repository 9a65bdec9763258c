/**
 * The compact form of a world: a JSON header and one binary file of columns.
 * Every column starts on a multiple of 4 bytes, little-endian, in the order of COLUMNS.
 */
import { norm } from '../math/vectors.ts'
import { problem } from '../messages/message.ts'
import { unreachable } from '../unreachable.ts'
import { EMBEDDING_SIZE, type Simulation, SPLITS, type World } from './world.ts'

export const WORLD_FORMAT = 'barp-world-1'

/** Scores are stored in steps of 1/10,000, which is finer than any log gives them. */
const SCORE_STEPS = 10_000
/** Probabilities are 16-bit fractions. */
const PROBABILITY_STEPS = 65_535

/** What a column holds for each prompt, and how it is stored. */
const COLUMNS = [
  { name: 'family', bytes: 1, perArm: false },
  { name: 'split', bytes: 1, perArm: false },
  { name: 'number', bytes: 2, perArm: false },
  { name: 'promptTokens', bytes: 2, perArm: false, simulatedOnly: true },
  { name: 'embedding', bytes: EMBEDDING_SIZE, perArm: false },
  { name: 'score', bytes: 2, perArm: true },
  { name: 'costUsd', bytes: 4, perArm: true },
  { name: 'success', bytes: 2, perArm: true, simulatedOnly: true },
] as const

type ColumnName = (typeof COLUMNS)[number]['name']

/** What header and world say in the same words. */
type Description = Pick<World, 'id' | 'title' | 'card' | 'llms' | 'families' | 'size' | 'tauUsd' | 'texts'>

function descriptionOf(described: Description): Description {
  const { id, title, card, llms, families, size, tauUsd, texts } = described
  return { id, title, card, llms, families, size, tauUsd, texts }
}

/** The JSON beside the columns: all of a world but its tables. */
export interface WorldHeader extends Description {
  readonly format: typeof WORLD_FORMAT
  readonly simulation: Omit<Simulation, 'success' | 'promptTokens'> | null
}

/** Byte offset of every column for n prompts and K arms, and the file's length. */
function layout(size: number, arms: number, simulated: boolean) {
  const offset = new Map<ColumnName, number>()
  let length = 0
  for (const column of COLUMNS) {
    if ('simulatedOnly' in column && !simulated) continue
    offset.set(column.name, length)
    length += Math.ceil((column.bytes * size * (column.perArm ? arms : 1)) / 4) * 4
  }
  const at = (name: ColumnName) => offset.get(name) ?? unreachable(`a measured world has no ${name}`)
  return { at, length }
}

/** The header and the columns of a world. Embeddings keep 8 bits a number, scores four decimals; costs are exact. */
export function encodeWorld(world: World): { header: WorldHeader; columns: Uint8Array } {
  const { llms, size, simulation } = world
  const { at, length } = layout(size, llms.length, simulation !== null)
  const buffer = new ArrayBuffer(length)
  new Uint8Array(buffer, at('family'), size).set(world.family)
  new Uint8Array(buffer, at('split'), size).set(world.split)
  new Uint16Array(buffer, at('number'), size).set(world.number)
  new Int8Array(buffer, at('embedding'), size * EMBEDDING_SIZE).set(encodeEmbeddings(world.embeddings))
  new Uint16Array(buffer, at('score'), size * llms.length).set(quantise(world.score, SCORE_STEPS))
  new Float32Array(buffer, at('costUsd'), size * llms.length).set(world.costUsd)
  if (simulation) {
    new Uint16Array(buffer, at('promptTokens'), size).set(simulation.promptTokens)
    const success = quantise(simulation.success, PROBABILITY_STEPS)
    new Uint16Array(buffer, at('success'), size * llms.length).set(success)
  }
  const header: WorldHeader = {
    format: WORLD_FORMAT,
    ...descriptionOf(world),
    simulation: simulation && {
      mark: simulation.mark,
      preambleTokens: simulation.preambleTokens,
      outputTokens: simulation.outputTokens,
      outputSpread: simulation.outputSpread,
    },
  }
  return { header, columns: new Uint8Array(buffer) }
}

/**
 * A world from its header and columns; embeddings come back as unit vectors.
 * @throws Problem when the format, the length, an index or a number is out of bounds
 */
export function decodeWorld(header: WorldHeader, columns: ArrayBuffer): World {
  const { id, llms, families, size, tauUsd } = header
  const arms = llms.length
  if (header.format !== WORLD_FORMAT) {
    throw problem('world-of-other-format', { format: String(header.format), expected: WORLD_FORMAT })
  }
  const { at, length } = layout(size, arms, header.simulation !== null)
  if (columns.byteLength !== length) {
    throw problem('world-of-other-length', { world: id, bytes: columns.byteLength, expected: length })
  }
  const family = new Uint8Array(columns, at('family'), size)
  const split = new Uint8Array(columns, at('split'), size)
  const score = dequantise(new Uint16Array(columns, at('score'), size * arms), SCORE_STEPS)
  const costUsd = new Float32Array(columns, at('costUsd'), size * arms)
  const inBounds =
    family.every(f => f < families.length) &&
    split.every(s => s < SPLITS.length) &&
    tauUsd > 0 &&
    score.every(q => q >= 0 && q <= 1) &&
    costUsd.every(c => c >= 0 && c < Number.POSITIVE_INFINITY)
  if (!inBounds) throw problem('world-out-of-bounds', { world: id })
  return {
    ...descriptionOf(header),
    family,
    split,
    score,
    costUsd,
    number: new Uint16Array(columns, at('number'), size),
    embeddings: decodeEmbeddings(new Int8Array(columns, at('embedding'), size * EMBEDDING_SIZE)),
    simulation: header.simulation && {
      ...header.simulation,
      promptTokens: new Uint16Array(columns, at('promptTokens'), size),
      success: dequantise(new Uint16Array(columns, at('success'), size * arms), PROBABILITY_STEPS),
    },
  }
}

/** Fractions in [0, 1] as whole steps, and back. */
function quantise(fractions: Float32Array, steps: number): Uint16Array {
  return Uint16Array.from(fractions, fraction => Math.round(fraction * steps))
}

function dequantise(stored: Uint16Array, steps: number): Float32Array {
  return Float32Array.from(stored, whole => whole / steps)
}

/** Each vector's 384 numbers as steps of its largest. @param embeddings n x 384 */
export function encodeEmbeddings(embeddings: Float32Array): Int8Array {
  const stored = new Int8Array(embeddings.length)
  for (let start = 0; start < stored.length; start += EMBEDDING_SIZE) {
    const row = embeddings.subarray(start, start + EMBEDDING_SIZE)
    const largest = row.reduce((top, x) => Math.max(top, Math.abs(x)), 0) || 1
    for (let j = 0; j < EMBEDDING_SIZE; j++) stored[start + j] = Math.round((127 * row[j]) / largest)
  }
  return stored
}

/** Unit vectors again: no scale is stored, since bringing a row back to length 1 restores it. */
export function decodeEmbeddings(stored: Int8Array): Float32Array {
  const embeddings = new Float32Array(stored.length)
  for (let start = 0; start < stored.length; start += EMBEDDING_SIZE) {
    const row = stored.subarray(start, start + EMBEDDING_SIZE)
    const length = norm(row) || 1
    for (let j = 0; j < EMBEDDING_SIZE; j++) embeddings[start + j] = row[j] / length
  }
  return embeddings
}
