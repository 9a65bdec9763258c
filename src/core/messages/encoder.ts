import type { None } from './none.ts'

/** Messages of the prompt encoder: its files, its start, the prompts it is given. */
export interface EncoderMessages<Messages> extends EncoderFileMessages<Messages>, EncoderChoice<Messages> {
  readonly 'encoder-not-loaded': None
  /** The box holds nothing to route. */
  readonly 'draft-empty': None
  readonly 'prompt-empty': None
  readonly 'prompt-too-long': { readonly chars: number; readonly most: number }
  /** The states of its tokens have no mean direction. @param length of their sum: 0 or not finite */
  readonly 'embedding-without-direction': { readonly length: number }
  /** The reference sentence came out elsewhere. @param cosine with the right embedding, of which at least `least` is right */
  readonly 'embeddings-wrong': { readonly cosine: number; readonly least: number; readonly format: string }
  readonly 'webgpu-cannot-encode': { readonly why: Messages }
}

/** @param label what a file is called */
interface EncoderFileMessages<Messages> {
  /** No address had it. */
  readonly 'encoder-file-missing': {
    readonly label: string
    readonly failures: readonly { readonly host: string; readonly why: Messages }[]
  }
  /** Clauses: why an address would not do. */
  readonly 'http-status': { readonly status: number }
  readonly 'not-there': None
  readonly 'bytes-too-many': { readonly most: number }
  readonly 'bytes-empty': None
  readonly 'bytes-miscounted': { readonly bytes: number; readonly expected: number }
  readonly 'checksum-wrong': None

  /** Why files are not kept for the next visit. */
  readonly 'encoder-files-not-kept': None
  readonly 'encoder-file-not-kept': { readonly label: string }
}

/** Why the encoder runs where it does. */
interface EncoderChoice<Messages> {
  readonly 'encoder-wasm-chosen': None
  readonly 'encoder-webgpu-chosen': None
  readonly 'encoder-wasm-because': { readonly why: Messages }
  /** Before it is measured. @param name of the graphics device */
  readonly 'encoder-gpu-competes': { readonly name: string }
  readonly 'encoder-gpu-failed': { readonly why: Messages }
  /** Milliseconds a prompt. */
  readonly 'encoder-measured': { readonly gpuMs: number; readonly wasmMs: number }
  readonly 'encoder-in-node': None
}
