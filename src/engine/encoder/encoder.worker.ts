import webgpuBinary from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url'
import plainModule from 'onnxruntime-web/ort-wasm-simd-threaded.mjs?url'
import plainBinary from 'onnxruntime-web/ort-wasm-simd-threaded.wasm?url'
import { Encoder } from './encoder.ts'
import type { ToEncoder } from './messages.ts'
import { serveEncoder } from './serve.ts'

const absolute = (url: string) => new URL(url, import.meta.url).href
const runtime = {
  plain: { module: absolute(plainModule), binary: absolute(plainBinary) },
  webgpu: { binary: absolute(webgpuBinary) },
}
const answer = serveEncoder(new Encoder(), runtime, message => self.postMessage(message))
self.onmessage = (event: MessageEvent<ToEncoder>) => answer(event.data)
