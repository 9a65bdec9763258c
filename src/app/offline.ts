/**
 * Registers the service worker that keeps a copy of the page, so that it opens again with the network cut.
 * The built page only: while developing, a copy would hide changes.
 */
export async function keepOffline(): Promise<void> {
  const entry = document.querySelector<HTMLScriptElement>('script[type=module][src*="assets/"]')
  if (!entry || !('serviceWorker' in navigator)) return
  const build = entry.src.split('/').at(-1) ?? ''
  await navigator.serviceWorker.register(`offline.js?build=${encodeURIComponent(build)}`)
  const { active } = await navigator.serviceWorker.ready
  // What was fetched past the worker, before it took over: the page itself, and whatever the browser lists.
  active?.postMessage([location.href.split('#')[0]])
  new PerformanceObserver(list => active?.postMessage(list.getEntries().map(({ name }) => name))).observe({
    type: 'resource',
    buffered: true,
  })
}
