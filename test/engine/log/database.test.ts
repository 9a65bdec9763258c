/** Opening the device's database where the browser does not play along. Real databases: test/browser/savedLogs. */
import { expect, test, vi } from 'vitest'
import { message, problem } from '../../../src/core/messages/message.ts'
import { type OpenOptions, withDatabase } from '../../../src/engine/log/database.ts'
import { EmbeddingCache } from '../../../src/engine/log/embeddingCache.ts'
import { listSavedLogs } from '../../../src/engine/log/savedLogs.ts'

const patienceMs = 20
const silent: OpenOptions = { open: () => new Promise(() => {}), patienceMs }
const failing = (name: string): OpenOptions => ({
  open: () => Promise.reject(new DOMException('not our words', name)),
})

test('a browser that never answers is given up after a while, in words', async () => {
  const work = vi.fn()
  await expect(withDatabase(work, silent)).rejects.toMatchObject(problem('storage-silent', { seconds: 0.02 }))
  expect(work).not.toHaveBeenCalled()
})

test('the page lists nothing then and says why', async () => {
  const { logs, damaged, notes } = await listSavedLogs(silent)
  expect([logs, damaged]).toEqual([[], []])
  expect(notes).toEqual([message('storage-silent', { seconds: 0.02 })])
})

test('embeddings are not kept then, and later ones do not wait again', async () => {
  const open = vi.fn(() => new Promise<never>(() => {}))
  const cache = await EmbeddingCache.open({ open, patienceMs })
  expect(cache.notes).toEqual([
    message('storage-silent', { seconds: 0.02 }),
    message('embeddings-not-kept', {}),
  ])
  await cache.keep(['q8/x'], new Int8Array(385))
  expect(await cache.read(['q8/x'])).toEqual([])
  expect(open).toHaveBeenCalledOnce()
})

test('storage that is forbidden, full or newer is said in words', async () => {
  const work = (options: OpenOptions) => withDatabase(async () => {}, options)
  await expect(work(failing('SecurityError'))).rejects.toMatchObject(problem('storage-refused', {}))
  await expect(work(failing('QuotaExceededError'))).rejects.toMatchObject(problem('storage-full', {}))
  await expect(work(failing('VersionError'))).rejects.toMatchObject(problem('storage-newer', {}))
  await expect(work({})).rejects.toMatchObject(problem('storage-refused', {})) // Node has none at all
})

test('a browser that keeps nothing has nothing to list, and no more is said', async () => {
  expect(await listSavedLogs(failing('SecurityError'))).toEqual({ logs: [], damaged: [], notes: [] })
})
