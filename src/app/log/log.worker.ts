import { EmbeddingCache } from '../../engine/log/embeddingCache.ts'
import { LogImportSession, transferOf } from './importSession.ts'
import type { ToLogWorker } from './messages.ts'

const session = new LogImportSession(EmbeddingCache.open(), rows =>
  self.postMessage({ id: -1, answer: { type: 'progress', rows } }),
)
self.onmessage = async (event: MessageEvent<{ id: number; message: ToLogWorker }>) => {
  const answer = await session.answer(event.data.message)
  self.postMessage({ id: event.data.id, answer }, transferOf(answer))
}
