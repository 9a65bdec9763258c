import type { CostUnit } from '../log/mapping.ts'
import type { None } from './none.ts'

/** Rows of a file that have something in common: all of them counted, the first few by their number. */
export interface RowList {
  readonly count: number
  readonly first: readonly number[]
}

/** Kinds of file that are no log but are dropped by mistake. */
export type OtherKind =
  | 'zip'
  | 'zstandard'
  | 'bzip2'
  | 'xz'
  | 'old-spreadsheet'
  | 'pdf'
  | 'picture'
  | 'pickle'
  | 'sqlite'
  | 'unknown-binary'
  | 'markup'

/** Messages of routing logs: reading them, and making a world of one. `name` is that of the file. */
export interface LogMessages
  extends LogFileMessages,
    LogMappingMessages,
    LogRowMessages,
    LogNotes,
    LogWorldMessages,
    LogCardMessages,
    SavedLogMessages,
    LogAdvice {
  readonly 'no-log-open': None
}

/** Why a file is no table. */
interface LogFileMessages {
  readonly 'log-file-too-large': { readonly name: string; readonly bytes: number; readonly mostBytes: number }
  readonly 'file-kind-not-read': { readonly name: string; readonly kind: OtherKind }
  readonly 'log-file-empty': { readonly name: string }
  /** @param line the first with a byte that stands for no character, from 1 */
  readonly 'text-not-decoded': { readonly name: string; readonly encoding: string; readonly line: number }
  readonly 'archive-damaged': { readonly name: string; readonly detail: string }
  readonly 'quotes-broken': {
    readonly name: string
    readonly row: number
    readonly fault: 'unclosed' | 'not-doubled'
  }
  readonly 'header-missing': { readonly name: string }
  readonly 'too-many-columns': { readonly name: string; readonly columns: number; readonly most: number }
  /** @param lists how many lists of records it holds: one would do */
  readonly 'json-without-rows': { readonly name: string; readonly lists: number }
  readonly 'json-row-not-an-object': { readonly name: string; readonly row: number }
  /** @param line null where the whole file is one document @param detail the reader's own words */
  readonly 'json-broken': { readonly name: string; readonly line: number | null; readonly detail: string }
  readonly 'too-many-rows': { readonly name: string; readonly rows: number; readonly most: number }
  /** The count was given up. */
  readonly 'rows-beyond-limit': { readonly most: number }
  readonly 'parquet-rows-do-not-add-up': { readonly name: string }
  readonly 'parquet-not-read': { readonly name: string; readonly detail: string }
  readonly 'unpacks-too-large': { readonly name: string; readonly mostBytes: number }
  readonly 'log-without-rows': { readonly name: string }
  readonly 'one-log-expected': None
  readonly 'log-not-read': { readonly detail: string }
}

/** Why a table is no log: what its columns are said to mean, and its list of LLMs. */
interface LogMappingMessages {
  /** As many roles as columns are needed. */
  readonly 'columns-miscounted': { readonly name: string; readonly roles: number; readonly columns: number }
  readonly 'prompt-column-needed': None
  readonly 'too-many-group-columns': None
  readonly 'score-column-needed': None
  readonly 'score-of-nobody': { readonly column: string }
  readonly 'score-twice': { readonly llm: string }
  readonly 'scored-llms-out-of-bounds': {
    readonly llms: number
    readonly fewest: number
    readonly most: number
  }
  /** Lists of scores are as long as the models list, or nobody knows whose they are. */
  readonly 'scores-unlike-models': { readonly models: number; readonly scores: number }
  /** Two LLMs were compared, none was scored. */
  readonly 'pairs-not-read': None
  readonly 'too-few-llms': { readonly llms: number; readonly fewest: number }
  readonly 'too-many-llms': { readonly row: number; readonly most: number }
  readonly 'too-many-prompts': { readonly prompts: number; readonly most: number }
  readonly 'prompts-beyond-limit': { readonly row: number; readonly most: number }
  readonly 'too-few-prompts': { readonly prompts: number; readonly fewest: number }
  readonly 'one-llm': { readonly llm: string }
  /** LLMs without a cost and without tokens to compute it from. */
  readonly 'cost-missing': { readonly llms: readonly string[] }
  readonly 'price-unknown': { readonly llms: readonly string[] }
  readonly 'models-without-id': None
  readonly 'model-unnamed': { readonly row: number }
  readonly 'model-twice': { readonly row: number; readonly llm: string }
  readonly 'price-out-of-range': { readonly row: number; readonly llm: string }
}

/** Why a log is refused for its rows. */
interface LogRowMessages {
  readonly 'prompts-too-long': { readonly rows: RowList; readonly most: number }
  /** @param scale what scores are divided by */
  readonly 'scores-out-of-range': { readonly rows: RowList; readonly column: string; readonly scale: number }
  readonly 'costs-out-of-range': { readonly rows: RowList; readonly column: string }
  readonly 'not-numbers': { readonly rows: RowList; readonly column: string }
  readonly 'more-problems': { readonly count: number }
  /** What scores are in the file, where no scale that begins at 0 holds them. */
  readonly 'scores-not-on-scale': { readonly from: number; readonly to: number }
  readonly 'few-complete-prompts': { readonly complete: number; readonly prompts: number }
  /** A way out: how many prompts are complete without these. */
  readonly 'leave-llm-out': { readonly llms: readonly string[]; readonly prompts: number }
  /** What a router logs while it serves. */
  readonly 'one-answer-a-prompt': { readonly prompts: number; readonly llms: number }
}

/** Worth knowing of a log that is read; the first five are about rows that are left out. */
export interface LogNotes {
  readonly 'ragged-rows': { readonly rows: RowList }
  readonly 'rows-without-prompt': { readonly rows: RowList }
  readonly 'rows-without-llm': { readonly rows: RowList }
  readonly 'rows-with-gaps': { readonly rows: RowList }
  /** Rows in which prompts begin that not every LLM answered. */
  readonly 'prompts-without-all-llms': { readonly rows: RowList }
  /** @param line the first that is not UTF-8 */
  readonly 'read-as-encoding': { readonly name: string; readonly encoding: string; readonly line: number }
  /** @param header the row that names the columns */
  readonly 'lines-before-header': { readonly header: number }
  readonly 'prompts-joined': { readonly columns: readonly string[] }
  readonly 'prompts-repeat': { readonly prompts: number }
  readonly 'outcomes-averaged': { readonly rows: number }
  readonly 'family-before-slash': None
  /** @param merged of the families, into one called `into` @param most that can be told apart */
  readonly 'families-merged': {
    readonly families: number
    readonly merged: number
    readonly into: string
    readonly most: number
  }
  readonly 'scores-scaled': { readonly scale: number; readonly from: number; readonly to: number }
  /** The lowest became 0, the highest 1. */
  readonly 'scores-stretched': { readonly from: number; readonly to: number }
  /** LLMs whose scores stay within 1, on a larger scale. */
  readonly 'scores-unlike': { readonly llms: readonly string[]; readonly scale: number }
  readonly 'llms-left-out': { readonly llms: readonly string[] }
  readonly 'costs-in-unit': { readonly unit: CostUnit }
  /** @param mean of all calls, dollars */
  readonly 'costs-high': { readonly mean: number }
  readonly 'costs-added': { readonly columns: readonly string[] }
  readonly 'costs-in-currency': { readonly currency: string }
  readonly 'costs-from-tokens': None
  readonly 'costs-of-output-alone': None
  readonly 'llms-without-score': { readonly llms: readonly string[] }
  /** Prompts longer than the encoder reads at once, and the windows that all of them together took. */
  readonly 'prompts-in-windows': { readonly prompts: number; readonly windows: number }
  /** Longer even than all windows. */
  readonly 'prompts-cut': { readonly prompts: number }
  readonly 'prompts-unknown': { readonly prompts: number }
  /** @param prompts that share @param of different prompts @param embeddings that they have */
  readonly 'embeddings-shared': { readonly prompts: number; readonly of: number; readonly embeddings: number }
}

/** Why no world comes of a log. */
interface LogWorldMessages {
  readonly 'families-unknown': { readonly names: readonly string[] }
  /** @param prompts left to train and evaluate on @param heldOut families kept out @param splits without a prompt */
  readonly 'splits-empty': {
    readonly prompts: number
    readonly heldOut: readonly string[]
    readonly splits: readonly ('train' | 'validation' | 'test' | 'ood')[]
  }
  readonly 'costs-all-zero': None
  readonly 'prompts-not-encoded': None
}

/** What the data card of a world made of a log says, before the notes. */
export interface LogCardMessages {
  readonly 'log-card-summary': { readonly prompts: number; readonly llms: number }
  readonly 'log-card-source': { readonly name: string }
  readonly 'log-card-licence': None
  readonly 'log-card-replay': None
  readonly 'log-card-held-out': { readonly families: readonly string[] }
}

/** Logs that the device keeps. */
interface SavedLogMessages {
  /** Follows what is wrong with the storage. */
  readonly 'embeddings-not-kept': None
  /** Follows what is wrong with the storage. */
  readonly 'log-not-kept': None
  readonly 'saved-log-gone': None
  readonly 'saved-log-damaged': { readonly title: string }
}

/** What to do about a refusal. */
interface LogAdvice {
  readonly 'advice-several-llms': None
  readonly 'advice-costs': None
  readonly 'advice-every-answer': None
  readonly 'advice-cells': None
  readonly 'advice-smaller': None
  readonly 'advice-columns': None
  readonly 'advice-format': None
}
