/** The pin table: every file the encoder is made of. Data only, read alike by the page, the worker and the command line. */
import { type Message, message } from '../../core/messages/message.ts'
import { sha256Hex } from '../assets/checksum.ts'

export const MODEL_ID = 'Xenova/all-MiniLM-L6-v2'

/** The commit on the hub that every length and checksum below belongs to. */
export const MODEL_REVISION = '751bff37182d3f1213fa05d7196b954e230abad9'

/** Where one file of the pinned commit lies. */
export const hubUrl = (path: string) => `https://huggingface.co/${MODEL_ID}/resolve/${MODEL_REVISION}/${path}`

/** Weights: 8-bit integers, or 16- or 32-bit floats. */
export type WeightFormat = 'q8' | 'fp16' | 'fp32'

/** The build of ONNX Runtime: `plain` knows WebAssembly only, `webgpu` both. */
export type RuntimeKind = 'plain' | 'webgpu'

export interface EncoderFile {
  /** Inside the model's folder; of a runtime, the file's name. */
  readonly path: string
  /** What the page calls it. */
  readonly label: string
  /** Exact, or an estimate where the checksum is null. */
  readonly bytes: number
  /** Hexadecimal; null: not pinned. */
  readonly sha256: string | null
}

export const TOKENIZER: EncoderFile = {
  path: 'tokenizer.json',
  label: 'tokenizer',
  bytes: 711_661,
  sha256: 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
}

/** fp16 lies on the hub only and is not pinned: the reference check is what vouches for it. */
export const WEIGHTS: Readonly<Record<WeightFormat, EncoderFile>> = {
  q8: {
    path: 'onnx/model_quantized.onnx',
    label: 'weights (q8)',
    bytes: 22_972_370,
    sha256: 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1',
  },
  fp16: { path: 'onnx/model_fp16.onnx', label: 'weights (fp16)', bytes: 45_300_000, sha256: null },
  fp32: {
    path: 'onnx/model.onnx',
    label: 'weights (fp32)',
    bytes: 90_387_606,
    sha256: '759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e',
  },
}

/** ONNX Runtime's WebAssembly, from the installed onnxruntime-web; a test holds these against the installed files. */
export const RUNTIMES: Readonly<Record<RuntimeKind, EncoderFile>> = {
  plain: {
    path: 'ort-wasm-simd-threaded.wasm',
    label: 'runtime',
    bytes: 14_264_838,
    sha256: '06ba057753da3847e4c24f02d91ab133455b0817c69a44993a9a53a2146df9e3',
  },
  webgpu: {
    path: 'ort-wasm-simd-threaded.asyncify.wasm',
    label: 'runtime with WebGPU',
    bytes: 26_861_777,
    sha256: '49871f5a4409519797e127440868a6d1923339d9185907f301a5b2a1d90af082',
  },
}

/** What is wrong with the bytes that came for a file, as a clause, or null. The checksum needs a secure context; the length is always compared. */
export async function findDamage(file: EncoderFile, bytes: Uint8Array<ArrayBuffer>): Promise<Message | null> {
  if (file.sha256 === null) return bytes.length > 0 ? null : message('bytes-empty', {})
  if (bytes.length !== file.bytes)
    return message('bytes-miscounted', { bytes: bytes.length, expected: file.bytes })
  const found = await sha256Hex(bytes)
  return found === null || found === file.sha256 ? null : message('checksum-wrong', {})
}
