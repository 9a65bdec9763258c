/** The worker's side of own logs: holds the open file and the tables, so that the page never does. */
import { MAX_PROMPT_CHARS } from '../../core/experiment/limits.ts'
import type { LogSummary, ParsedLog } from '../../core/log/parsed.ts'
import { type Message, message, messagesOf, Problem, problem } from '../../core/messages/message.ts'
import { decodeEmbeddings, encodeEmbeddings } from '../../core/world/columns.ts'
import { createLogWorld, exampleRows, logWorldProblem } from '../../core/world/logWorld.ts'
import { restrictWorld } from '../../core/world/measured.ts'
import { EMBEDDING_SIZE, type World } from '../../core/world/world.ts'
import type { EmbeddingCache } from '../../engine/log/embeddingCache.ts'
import { loadSavedLog, saveLog } from '../../engine/log/savedLogs.ts'
import { type OpenLog, openLogFiles } from '../../share/log/read.ts'
import type { FromLogWorker, LogWorld, ToLogWorker } from './messages.ts'

/** Keys looked up in one transaction. */
const LOOKUP = 500

/** Different texts of a log and what is known of them. */
interface Encoding {
  readonly texts: readonly string[]
  /** Place in `texts` of every prompt. */
  readonly place: Uint32Array
  /** texts x 384, as far as they are known. */
  readonly embeddings: Int8Array
  readonly known: Uint8Array
  /** Places that were unknown when the encoding began, and how many of them were handed out since. */
  missing: readonly number[]
  handedOut: number
}

export class LogImportSession {
  readonly #cache: Promise<EmbeddingCache>
  readonly #onRows: (rows: number) => void
  #file: OpenLog | null = null
  #log: ParsedLog | null = null
  #encoding: Encoding | null = null
  #heldOut: readonly string[] = []

  constructor(cache: Promise<EmbeddingCache>, onRows: (rows: number) => void) {
    this.#cache = cache
    this.#onRows = onRows
  }

  /** Never fails: whatever goes wrong is an answer too. */
  async answer(request: ToLogWorker): Promise<FromLogWorker> {
    try {
      return await this.#work(request)
    } catch (error) {
      return { type: 'refused', problems: messagesOf(error) }
    }
  }

  async #work(message: ToLogWorker): Promise<FromLogWorker> {
    switch (message.type) {
      case 'open':
        return this.#open(message.files)
      case 'read':
        this.#log = await need(this.#file).read(message.mapping)
        this.#encoding = null
        return { type: 'read', summary: summarise(this.#log) }
      case 'prepare':
        return this.#prepare(need(this.#log), message.heldOut)
      case 'next':
        return this.#next(need(this.#encoding), message.count)
      case 'keep':
        return this.#keep(need(this.#encoding), message.start, message.embeddings)
      case 'build':
        return this.#build(need(this.#log), need(this.#encoding), message)
      case 'load':
        return { type: 'loaded', world: inTwoForms(await loadSavedLog(message.id)) }
    }
  }

  async #open(files: readonly File[]): Promise<FromLogWorker> {
    this.#log = null
    this.#encoding = null
    this.#file = null
    const read = files.map(async file => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }))
    this.#file = await openLogFiles(await Promise.all(read), this.#onRows)
    const { preview, guess } = this.#file
    return { type: 'opened', preview, guess }
  }

  async #prepare(log: ParsedLog, heldOut: readonly string[]): Promise<FromLogWorker> {
    const unfit = logWorldProblem(log, heldOut)
    if (unfit !== null) throw new Problem(unfit)
    this.#heldOut = heldOut
    const encoding = this.#encoding ?? (await this.#lookUp(log))
    encoding.missing = Array.from(encoding.known.keys()).filter(place => encoding.known[place] === 0)
    encoding.handedOut = 0
    this.#encoding = encoding
    return { type: 'prepared', texts: encoding.texts.length, missing: encoding.missing.length }
  }

  /** The log's different texts, with the embeddings that the device has already. */
  async #lookUp(log: ParsedLog): Promise<Encoding> {
    // What lies beyond the encoder's limit changes nothing.
    const places = new Map<string, number>()
    const place = Uint32Array.from(log.texts, full => {
      const text = full.slice(0, MAX_PROMPT_CHARS)
      const found = places.get(text) ?? places.size
      places.set(text, found)
      return found
    })
    const texts = [...places.keys()]
    const embeddings = new Int8Array(texts.length * EMBEDDING_SIZE)
    const known = new Uint8Array(texts.length)
    const cache = await this.#cache
    for (let start = 0; start < texts.length; start += LOOKUP) {
      const kept = await cache.read(await cache.keysOf(texts.slice(start, start + LOOKUP)))
      kept.forEach((embedding, i) => {
        if (embedding === null) return
        embeddings.set(embedding, (start + i) * EMBEDDING_SIZE)
        known[start + i] = 1
      })
    }
    return { texts, place, embeddings, known, missing: [], handedOut: 0 }
  }

  #next(encoding: Encoding, count: number): FromLogWorker {
    const start = encoding.handedOut
    const some = encoding.missing.slice(start, start + count)
    encoding.handedOut += some.length
    return { type: 'next', start, texts: some.map(i => encoding.texts[i]) }
  }

  async #keep(encoding: Encoding, start: number, given: Float32Array): Promise<FromLogWorker> {
    const stored = encodeEmbeddings(given)
    const some = encoding.missing.slice(start, start + given.length / EMBEDDING_SIZE)
    some.forEach((place, i) => {
      const row = stored.subarray(i * EMBEDDING_SIZE, (i + 1) * EMBEDDING_SIZE)
      encoding.embeddings.set(row, place * EMBEDDING_SIZE)
      encoding.known[place] = 1
    })
    const cache = await this.#cache
    await cache.keep(await cache.keysOf(some.map(i => encoding.texts[i])), stored)
    return { type: 'kept', note: cache.notes.length === 0 ? null : cache.notes }
  }

  async #build(
    log: ParsedLog,
    encoding: Encoding,
    { title, keepTexts }: ToLogWorker & { type: 'build' },
  ): Promise<FromLogWorker> {
    const { place, known } = encoding
    if (known.includes(0)) throw problem('prompts-not-encoded', {})
    const rows = new Int8Array(place.length * EMBEDDING_SIZE)
    place.forEach((from, row) => {
      const start = from * EMBEDDING_SIZE
      rows.set(encoding.embeddings.subarray(start, start + EMBEDDING_SIZE), row * EMBEDDING_SIZE)
    })
    const world = {
      ...createLogWorld(log, decodeEmbeddings(rows), this.#heldOut, keepTexts),
      title: title.trim() || log.source,
    }
    let note: readonly Message[] | null = null
    const saved = await saveLog(world, Date.now()).catch((error: unknown) => {
      note = [...messagesOf(error), message('log-not-kept', {})]
      return null
    })
    return { type: 'built', world: inTwoForms(world), saved, note }
  }
}

function need<T>(part: T | null): T {
  if (part === null) throw problem('no-log-open', {})
  return part
}

function summarise(log: ParsedLog): LogSummary {
  const { llms, families, notes, texts } = log
  return { prompts: texts.length, llms: llms.map(llm => llm.name), families, notes }
}

function inTwoForms(whole: World): LogWorld {
  return { whole, gallery: restrictWorld(whole, exampleRows(whole), whole.texts) }
}

/** Memory that goes over to the page with an answer. */
export function transferOf(answer: FromLogWorker): ArrayBuffer[] {
  if (answer.type !== 'built' && answer.type !== 'loaded') return []
  const { family, number, split, embeddings, score, costUsd } = answer.world.whole
  const buffers = [family, number, split, embeddings, score, costUsd].map(column => column.buffer)
  return [...new Set(buffers)].filter(buffer => buffer instanceof ArrayBuffer)
}
