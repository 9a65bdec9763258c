import type { None } from './none.ts'

/** Messages of what comes from outside as bytes: fetched, or opened from a file. */
export interface FormatMessages<Messages> extends FieldMessages, PolicyFileMessages, RunFileMessages {
  /** A file of the page itself. */
  readonly 'asset-unreachable': { readonly path: string }
  readonly 'asset-status': { readonly path: string; readonly status: number }
  readonly 'asset-damaged': { readonly path: string }
  /** Its bytes came, and `why` says what is wrong with what they hold. */
  readonly 'asset-refused': { readonly path: string; readonly why: Messages }
  /** It tells of a policy that is not the one that ships with the world. */
  readonly 'made-for-another-policy': None
  /** It tells of a world, or of an earlier state of it, that is not the one that is shown. */
  readonly 'made-for-another-world': None
}

/** What is wrong with a field. `path` is where it stands: `report.points[3].reward`; '' for the whole file. */
interface FieldMessages {
  readonly 'not-json': None
  readonly 'field-missing': { readonly path: string }
  readonly 'field-of-wrong-kind': {
    readonly path: string
    readonly kind: 'number' | 'string' | 'array' | 'object' | 'boolean'
  }
  /** Of the right kind, and yet no name or option that it may be. */
  readonly 'field-of-wrong-form': { readonly path: string }
  readonly 'field-too-small': { readonly path: string; readonly least: number }
  readonly 'field-too-large': { readonly path: string; readonly most: number }
  readonly 'field-not-whole': { readonly path: string }
  readonly 'field-too-long': { readonly path: string; readonly most: number }
  readonly 'field-too-short': { readonly path: string; readonly least: number }
  /** Clauses that do not refuse the file. */
  readonly 'field-unknown': { readonly path: string }
  readonly 'field-defaulted': { readonly path: string }
  /** A number that no file can hold. */
  readonly 'field-not-finite': { readonly path: string }
}

interface PolicyFileMessages {
  readonly 'not-a-policy': None
  readonly 'version-not-read': { readonly version: number; readonly readable: number }
  readonly 'file-cut-off': None
  readonly 'checksum-differs': None
  readonly 'header-cut-off': None
  /** It routes between other LLMs than the world shown: between `llms` of them, of `world`. */
  readonly 'policy-for-other-llms': { readonly world: string; readonly llms: number }
  /** Its shape is not for so many LLMs. */
  readonly 'shape-for-other-llms': { readonly llms: number }
  readonly 'shape-contradictory': None
  readonly 'parameters-of-other-length': { readonly bytes: number; readonly expected: number }
  readonly 'parameters-not-base64': None
  readonly 'parameters-cut-off': None
  readonly 'parameters-not-finite': None
}

interface RunFileMessages {
  /** Its curves or its policy are not for the `llms` LLMs it names. */
  readonly 'run-for-other-llms': { readonly llms: number }
  /** The state of its training does not fit its settings. */
  readonly 'run-state-unfit': None
}
