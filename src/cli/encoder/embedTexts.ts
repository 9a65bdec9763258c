/** Embeddings and token counts of many texts by the real encoder, kept in a git-ignored cache by content. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { MAX_PROMPT_CHARS } from '../../core/experiment/limits.ts'
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import { Encoder } from '../../engine/encoder/encoder.ts'
import { sha256 } from '../support/worldFiles.ts'
import { ENCODER_FOLDER, ensureEncoder } from './ensureEncoder.ts'

export interface EmbeddedTexts {
  /** Unit vectors, texts x 384. */
  readonly embeddings: Float32Array
  /** Tokens of each text, before any truncation. */
  readonly tokens: readonly number[]
}

const CACHE = new URL('../../../.cache/embeddings/', import.meta.url)

/**
 * @param part of a long text: its start alone, as of the built-in worlds' prompts and of what is typed, or all of it, as of a log's
 * @throws Error when the encoder is not here and cannot be fetched
 */
export async function embedTexts(
  texts: readonly string[],
  format: 'q8' | 'fp32',
  say: (line: string) => void,
  part: 'start' | 'whole' = 'start',
): Promise<EmbeddedTexts> {
  const kind = part === 'start' ? format : `${format}-whole`
  const file = new URL(`${kind}-${sha256(JSON.stringify(texts)).slice(0, 24)}.json`, CACHE)
  if (existsSync(file)) return read(readFileSync(file, 'utf8'))
  if (!(await ensureEncoder({ fp32: format === 'fp32', say }))) throw new Error('No encoder, no embeddings.')
  const encoder = new Encoder()
  await encoder.load({ folder: ENCODER_FOLDER, format })
  const embeddings = new Float32Array(texts.length * EMBEDDING_SIZE)
  const tokens: number[] = []
  for (let i = 0; i < texts.length; i++) {
    if (i % 500 === 0) say(`  encoding ${i} of ${texts.length}`)
    // Far beyond the 256 tokens that are read of a start, a longer text changes nothing.
    const encoded =
      part === 'whole'
        ? await encoder.encodeWhole(texts[i])
        : (await encoder.encode([texts[i].slice(0, MAX_PROMPT_CHARS)]))[0]
    embeddings.set(encoded.embedding, i * EMBEDDING_SIZE)
    tokens.push(encoded.tokens)
  }
  await encoder.dispose()
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(
    file,
    JSON.stringify({ tokens, embeddings: Buffer.from(embeddings.buffer).toString('base64') }),
  )
  return { embeddings, tokens }
}

function read(json: string): EmbeddedTexts {
  const { embeddings, tokens } = JSON.parse(json)
  return { embeddings: new Float32Array(Uint8Array.from(Buffer.from(embeddings, 'base64')).buffer), tokens }
}
