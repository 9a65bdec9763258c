import { EmbeddingCache } from '../../engine/log/embeddingCache.ts'
import { LogDesk, transferOf } from './desk.ts'
import type { ToLogWorker } from './messages.ts'

const desk = new LogDesk(EmbeddingCache.open(), rows =>
  self.postMessage({ id: -1, answer: { type: 'progress', rows } }),
)
self.onmessage = async (event: MessageEvent<{ id: number; message: ToLogWorker }>) => {
  const answer = await desk.answer(event.data.message)
  self.postMessage({ id: event.data.id, answer }, transferOf(answer))
}
