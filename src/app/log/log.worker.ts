import { EmbeddingCache } from '../../engine/log/embeddingCache.ts'
import { serveWorker } from '../../engine/worker/serve.ts'
import { LogService } from './service.ts'

serveWorker(new LogService(() => EmbeddingCache.open()))
