/** The worker's side of own logs: holds the open file and the tables, so that the page never does. */
import type { LogPreview, Mapping } from '../../core/log/mapping.ts'
import type { LogSummary, ParsedLog } from '../../core/log/parsed.ts'
import { noteReadings } from '../../core/log/readings.ts'
import { type Messages, message, messagesOf, Problem, problem } from '../../core/messages/message.ts'
import { decodeEmbeddings } from '../../core/world/columns.ts'
import { createLogWorld, exampleRows, logWorldProblem } from '../../core/world/logWorld.ts'
import { restrictWorld } from '../../core/world/measured.ts'
import type { World } from '../../core/world/world.ts'
import type { TextQueue } from '../../engine/encoder/textQueue.ts'
import type { EmbeddingCache } from '../../engine/log/embeddingCache.ts'
import { loadSavedLog, saveLog } from '../../engine/log/savedLogs.ts'
import { TextEmbeddings } from '../../engine/log/textEmbeddings.ts'
import { serveWorker } from '../../engine/worker/serve.ts'
import { transfer } from '../../engine/worker/transferHandlers.ts'
import { type OpenLog, openLogFiles } from '../../share/log/read.ts'

/** A world in the two forms the page needs. */
export interface LogWorld {
  /** The examples alone. */
  readonly gallery: World
  readonly whole: World
}

/** What the page wants made of a read. */
export interface WorldOrder {
  /** Id of the read. */
  readonly reading: number
  readonly heldOut: readonly string[]
  readonly title: string
  readonly keepTexts: boolean
}

export interface BuiltWorld {
  readonly world: LogWorld
  /** Why it is not kept on the device; empty when it is. */
  readonly notes: Messages
  /** What the encoder could not tell apart, or not read whole. */
  readonly readings: Messages
}

/** The file read with a mapping. Its embeddings are its own: those of another read cannot be taken for them. */
interface Reading {
  readonly id: number
  readonly log: ParsedLog
  embeddings: Promise<TextEmbeddings> | null
  queue: TextQueue | null
}

/** Whatever is refused is a Problem: of the file, the mapping or the choice of families. */
export class LogService {
  readonly #openCache: () => Promise<EmbeddingCache>
  #file: OpenLog | null = null
  #reading: Reading | null = null

  constructor(openCache: () => Promise<EmbeddingCache>) {
    this.#openCache = openCache
  }

  /** Reads files; their columns are guessed. @param onRows called now and then with the rows read so far */
  async open(
    files: readonly File[],
    onRows: (rows: number) => void,
  ): Promise<{ readonly preview: LogPreview; readonly guess: Mapping }> {
    const read = files.map(async file => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    }))
    this.#file = await openLogFiles(await Promise.all(read), onRows)
    const { preview, guess } = this.#file
    return { preview, guess }
  }

  /** Reads the open file with a mapping. @param id names this read in later calls */
  async read(id: number, mapping: Mapping): Promise<LogSummary> {
    this.#reading = null
    if (this.#file === null) throw problem('no-log-open', {})
    const log = await this.#file.read(mapping)
    this.#reading = { id, log, embeddings: null, queue: null }
    const { llms, families, notes, texts } = log
    return { prompts: texts.length, llms: llms.map(llm => llm.name), families, notes }
  }

  /** Checks the split and looks up what is encoded already. @returns different texts, and how many of them are still to be encoded */
  async prepare(
    reading: number,
    heldOut: readonly string[],
    onNotes: (notes: Messages) => void,
  ): Promise<{ readonly texts: number; readonly missing: number }> {
    const prepared = this.#need(reading)
    const unfit = logWorldProblem(prepared.log, heldOut)
    if (unfit !== null) throw new Problem(unfit)
    const embeddings = await this.#embeddingsOf(prepared)
    prepared.queue = embeddings.queue(onNotes)
    return { texts: embeddings.size, missing: embeddings.missing }
  }

  /** Hands what is still to be encoded out over a port, see `textQueue.ts`; any number of ports share the work. */
  serveTexts(reading: number, port: MessagePort): void {
    const { queue } = this.#need(reading)
    if (queue === null) throw problem('prompts-not-encoded', {})
    serveWorker(queue, port)
  }

  /** Makes the world and keeps it on the device, if that can be. */
  async build({ reading, heldOut, title, keepTexts }: WorldOrder): Promise<BuiltWorld> {
    const { log, embeddings } = this.#need(reading)
    const encoded = await embeddings
    const rows = encoded?.ofPrompts()
    if (!encoded || !rows) throw problem('prompts-not-encoded', {})
    const readings = noteReadings(encoded.counts())
    const noted = { ...log, notes: [...log.notes, ...readings] }
    const made = createLogWorld(noted, decodeEmbeddings(rows), heldOut, keepTexts)
    const whole = { ...made, title: title.trim() || log.source }
    let notes: Messages = []
    await saveLog(whole, Date.now()).catch((error: unknown) => {
      notes = [...messagesOf(error), message('log-not-kept', {})]
    })
    const world = inTwoForms(whole)
    return transfer({ world, notes, readings }, buffersOf(world))
  }

  /** A world that the device keeps. */
  async load(id: string): Promise<LogWorld> {
    const world = inTwoForms(await loadSavedLog(id))
    return transfer(world, buffersOf(world))
  }

  #need(id: number): Reading {
    if (this.#reading?.id !== id) throw problem('no-log-open', {})
    return this.#reading
  }

  /** Looked up once for each read, also where a second call comes before the first has its answer. */
  async #embeddingsOf(reading: Reading): Promise<TextEmbeddings> {
    reading.embeddings ??= this.#openCache().then(cache => TextEmbeddings.lookUp(reading.log.texts, cache))
    try {
      return await reading.embeddings
    } catch (error) {
      reading.embeddings = null
      throw error
    }
  }
}

function inTwoForms(whole: World): LogWorld {
  return { whole, gallery: restrictWorld(whole, exampleRows(whole), whole.texts) }
}

/** Memory that goes over to the page with a world. */
function buffersOf({ whole }: LogWorld): ArrayBuffer[] {
  const { family, number, split, embeddings, score, costUsd } = whole
  const buffers = [family, number, split, embeddings, score, costUsd].map(column => column.buffer)
  return [...new Set(buffers)].filter(buffer => buffer instanceof ArrayBuffer)
}
