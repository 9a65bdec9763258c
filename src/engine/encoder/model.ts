/** One set of weights on one device: a prompt goes in, its embedding comes out. */
import {
  AutoModel,
  AutoTokenizer,
  env,
  LogLevel,
  type PreTrainedModel,
  type PreTrainedTokenizer,
  Tensor,
} from '@xenova/transformers'
import { MAX_TOKENS } from '../../core/experiment/limits.ts'
import { EMBEDDING_SIZE } from '../../core/world/world.ts'
import { MODEL_ID, MODEL_REVISION } from './files.ts'
import type { Candidate } from './plan.ts'
import { pool } from './pooling.ts'
import { windowsOf } from './windows.ts'

export interface EncodedPrompt {
  /** 384 numbers of L2 norm 1. */
  readonly embedding: Float32Array
  /** Of the whole prompt, the two special ones included. */
  readonly tokens: number
  /** Of the tokens that were read, those that the encoder has no word for. */
  readonly unknown: number
  /** Whether only the first 256 tokens were read. */
  readonly truncated: boolean
}

/** A log's text, read to its end. */
export interface EncodedText {
  /** 384 numbers of L2 norm 1. */
  readonly embedding: Float32Array
  /** Of the whole text, the two special ones included. */
  readonly tokens: number
  readonly windows: number
  /** Whether its end was left out even so. */
  readonly truncated: boolean
  /** Whether the encoder has a word for none of it. */
  readonly unknown: boolean
}

export class EncoderModel {
  readonly candidate: Candidate
  readonly #tokenizer: PreTrainedTokenizer
  readonly #transformer: PreTrainedModel

  private constructor(candidate: Candidate, tokenizer: PreTrainedTokenizer, transformer: PreTrainedModel) {
    this.candidate = candidate
    this.#tokenizer = tokenizer
    this.#transformer = transformer
  }

  /** Reads the model's files through transformers.js's `env` as the caller has set it up; one thread. */
  static async load(candidate: Candidate): Promise<EncoderModel> {
    env.logLevel = LogLevel.ERROR
    const [tokenizer, transformer] = await Promise.all([
      AutoTokenizer.from_pretrained(MODEL_ID, { revision: MODEL_REVISION }),
      AutoModel.from_pretrained(MODEL_ID, {
        revision: MODEL_REVISION,
        device: candidate.backend,
        dtype: candidate.format,
        session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
      }),
    ])
    return new EncoderModel(candidate, tokenizer, transformer)
  }

  countTokens(text: string): number {
    return this.#tokenizer.encode(text).length
  }

  /**
   * One prompt at a time: 8-bit weights scale their activations per tensor, so in a batch an embedding would depend
   * on its neighbours. @throws Error when the device answers with zeros or with numbers that are not finite
   */
  async encode(text: string): Promise<EncodedPrompt> {
    const ids = this.#tokenizer.encode(text)
    const read = truncate(ids)
    return {
      embedding: await this.#embed(read),
      tokens: ids.length,
      unknown: read.filter(id => id === this.#tokenizer.unk_token_id).length,
      truncated: ids.length > MAX_TOKENS,
    }
  }

  async #embed(ids: readonly number[]): Promise<Float32Array> {
    const output: { last_hidden_state: Tensor } = await this.#transformer(toInputs(ids))
    return pool(Float32Array.from(output.last_hidden_state.data, Number), EMBEDDING_SIZE)
  }

  /** As `encode`, but to the end of a long text, in windows: the direction of the mean of their embeddings. */
  async encodeWhole(text: string): Promise<EncodedText> {
    const ids = this.#tokenizer.encode(text)
    const { windows, truncated } = windowsOf(ids)
    const all = new Float32Array(windows.length * EMBEDDING_SIZE)
    for (let i = 0; i < windows.length; i++) all.set(await this.#embed(windows[i]), i * EMBEDDING_SIZE)
    return {
      // One window is not scaled twice: a short text has the same embedding either way, to the last bit.
      embedding: windows.length === 1 ? all : pool(all, EMBEDDING_SIZE),
      tokens: ids.length,
      windows: windows.length,
      truncated,
      unknown: ids.slice(1, -1).every(id => id === this.#tokenizer.unk_token_id),
    }
  }

  async dispose(): Promise<void> {
    await this.#transformer.dispose()
  }
}

/** The first tokens and the closing one, as the model was trained; transformers.js itself would cut that off too. */
function truncate(ids: readonly number[]): readonly number[] {
  return ids.length > MAX_TOKENS ? [...ids.slice(0, MAX_TOKENS - 1), ids[ids.length - 1]] : ids
}

/** A batch of one: every token counts, and all belong to the same sentence. */
function toInputs(ids: readonly number[]) {
  const row = (value: (id: number) => number) =>
    new Tensor(
      'int64',
      BigInt64Array.from(ids, id => BigInt(value(id))),
      [1, ids.length],
    )
  return { input_ids: row(id => id), attention_mask: row(() => 1), token_type_ids: row(() => 0) }
}
