/** A watch on a browser context: what the browser complains of, and where the page asks. */
import { type BrowserContext, expect } from '@playwright/test'

export interface Watched {
  /** Errors and warnings of the console, workers' included, uncaught errors and policy violations so far. */
  readonly complaints: string[]
  /** Addresses of every request so far, workers' included. */
  readonly requests: string[]
}

/** What a test browser says of itself: it has no graphics adapter, and Playwright keeps service workers out. */
const OF_THE_BROWSER = ['No available adapters.', 'Service Worker registration blocked by Playwright']
/** Where the encoder's weights may come from besides the page's own origin. */
const HUB = /^https:\/\/([\w-]+\.)*(huggingface\.co|hf\.co)\//
/** Served by the tests themselves. */
const OWN = /^(data|blob):|^http:\/\/localhost:\d+\//

export async function watch(context: BrowserContext): Promise<Watched> {
  const watched: Watched = { complaints: [], requests: [] }
  context.on('console', message => {
    if (['error', 'warning'].includes(message.type()) && !OF_THE_BROWSER.includes(message.text()))
      watched.complaints.push(message.text())
  })
  context.on('weberror', error => watched.complaints.push(`uncaught: ${error.error().message}`))
  context.on('request', request => watched.requests.push(request.url()))
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`)
    })
  })
  return watched
}

/** Fails the test on any complaint that is not tolerated, and on any request to a stranger. */
export function expectQuiet({ complaints, requests }: Watched, tolerated: RegExp): void {
  expect(complaints.filter(complaint => !tolerated.test(complaint))).toEqual([])
  expect(requests.filter(url => !OWN.test(url) && !HUB.test(url))).toEqual([])
}
