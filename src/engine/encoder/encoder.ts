/** The frozen encoder (all-MiniLM-L6-v2): text in, 384 numbers of norm 1 out. Runs in a browser's worker and in Node. */
import { MAX_TEXT_CHARS } from '../../core/experiment/limits.ts'
import { message, problem } from '../../core/messages/message.ts'
import type { EncoderInfo, EncoderProgress } from '../../core/session/encoding.ts'
import { type BrowserOptions, type LoadedEncoder, loadInBrowser } from './loadInBrowser.ts'
import { type EncodedPrompt, type EncodedText, EncoderModel } from './model.ts'
import { readFromFolder } from './nodeFiles.ts'
import { checkPrompt, checkText } from './prompt.ts'
import { rate } from './start.ts'

export interface NodeOptions {
  /** Holds `Xenova/all-MiniLM-L6-v2/`. */
  readonly folder: string
  /** Default q8, what the page uses on WebAssembly. */
  readonly format?: 'q8' | 'fp32'
}

export class Encoder {
  #model: EncoderModel | null = null

  /** Replaces what was loaded before. @throws Error when a file is missing or damaged, or when the device computes wrongly */
  async load(
    options: BrowserOptions | NodeOptions,
    onProgress: (progress: EncoderProgress) => void = () => {},
    signal?: AbortSignal,
  ): Promise<EncoderInfo> {
    signal?.throwIfAborted()
    await this.dispose()
    const loaded = await ('folder' in options
      ? loadInNode(options)
      : loadInBrowser(options, onProgress, signal))
    const { model, why, msPerPrompt, cacheNote } = loaded
    this.#model = model
    return { ...model.candidate, why, msPerPrompt, cacheNote }
  }

  /** One embedding per text, each independent of the others. @throws Error for a text that is empty or too long */
  async encode(texts: readonly string[], signal?: AbortSignal): Promise<EncodedPrompt[]> {
    const model = this.#loaded()
    texts.forEach(checkPrompt)
    const prompts: EncodedPrompt[] = []
    for (const text of texts) {
      signal?.throwIfAborted()
      prompts.push(await model.encode(text))
    }
    return prompts
  }

  /** A log's text, to its end where it is no longer than MAX_TEXT_CHARS. @throws Error for one that is empty */
  encodeWhole(text: string): Promise<EncodedText> {
    const model = this.#loaded()
    checkText(text)
    return model.encodeWhole(text.slice(0, MAX_TEXT_CHARS))
  }

  /** Of the whole text, the two special ones included. */
  countTokens(text: string): number {
    return this.#loaded().countTokens(text)
  }

  async dispose(): Promise<void> {
    await this.#model?.dispose()
    this.#model = null
  }

  #loaded(): EncoderModel {
    if (this.#model === null) throw problem('encoder-not-loaded', {})
    return this.#model
  }
}

async function loadInNode({ folder, format = 'q8' }: NodeOptions): Promise<LoadedEncoder> {
  readFromFolder(folder)
  const rated = await rate(await EncoderModel.load({ backend: 'cpu', format }))
  return { ...rated, why: message('encoder-in-node', {}), cacheNote: null }
}
