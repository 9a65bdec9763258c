/** Longest wait for an idle moment, ms. */
const AT_MOST_MS = 2000
/** Where the browser does not tell when it is idle: time for what is under way, ms. */
const REST_MS = 200

/** Resolves once the page has nothing more urgent to do. */
export function whenIdle(): Promise<void> {
  return new Promise(resolve => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => resolve(), { timeout: AT_MOST_MS })
    else setTimeout(resolve, REST_MS)
  })
}
