import { WASM_FILES } from '../backend/wasmFiles.ts'
import { TrainingLoop } from './loop.ts'
import type { ToTrainer } from './messages.ts'

const loop = new TrainingLoop(message => self.postMessage(message), WASM_FILES)
self.onmessage = (event: MessageEvent<ToTrainer>) => loop.handle(event.data)
