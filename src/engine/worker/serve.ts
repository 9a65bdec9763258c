/** The worker's side: a plain class or object whose methods are called from the page. */
import { expose } from './transferHandlers.ts'

/** @param port where the calls come from; in a worker nothing need be said */
export function serveWorker(service: object, port?: MessagePort): void {
  expose(service, port)
}

/**
 * Lets messages in: what a long call must await now and then, so that it can be aborted.
 * @param ms resumes no sooner than that
 */
export function rest(ms = 0): Promise<void> {
  if (ms > 0) return new Promise(resolve => setTimeout(resolve, ms))
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
