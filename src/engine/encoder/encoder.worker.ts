import webgpuBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url'
import plainModule from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url'
import plainBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { serveWorker } from '../worker/serve.ts'
import { Encoder } from './encoder.ts'
import { EncoderService } from './service.ts'

const absolute = (url: string) => new URL(url, import.meta.url).href
const runtime = {
  plain: { module: absolute(plainModule), binary: absolute(plainBinary) },
  webgpu: { binary: absolute(webgpuBinary) },
}
serveWorker(new EncoderService(new Encoder(), runtime))
