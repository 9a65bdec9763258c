import { WASM_FILES } from '../backend/wasmFiles.ts'
import { serveWorker } from '../worker/serve.ts'
import { TrainingLoop } from './loop.ts'

serveWorker(new TrainingLoop(WASM_FILES))
