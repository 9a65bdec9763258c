import { WASM_FILES } from '../backend/wasmFiles.ts'
import type { ToStudy } from './messages.ts'
import { serveStudy } from './serve.ts'

const answer = serveStudy(WASM_FILES, message => self.postMessage(message))
self.onmessage = (event: MessageEvent<ToStudy>) => answer(event.data)
