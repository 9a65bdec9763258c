import { WASM_FILES } from '../backend/wasmFiles.ts'
import { serveWorker } from '../worker/serve.ts'
import { StudyService } from './service.ts'

serveWorker(new StudyService(WASM_FILES))
