/** `test` with a watch on the page: what the browser complains of fails the test, a breach of the content security policy included. */
import { test as base, expect } from '@playwright/test'

export interface Watch {
  /** Complaints that this test provokes on purpose. */
  tolerated: RegExp
  /** Every complaint of the console, every uncaught error and policy violation so far. */
  complaints: string[]
  /** Addresses of every request so far, workers' included. */
  requests: string[]
}

const NOTHING = /^(?!)/

export const test = base.extend<Watch>({
  tolerated: [NOTHING, { option: true }],

  complaints: [
    async ({ context, tolerated }, use) => {
      const complaints: string[] = []
      context.on('console', message => {
        if (message.type() === 'error') complaints.push(message.text())
      })
      context.on('weberror', error => complaints.push(`uncaught: ${error.error().message}`))
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', event => {
          console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI}`)
        })
      })
      await use(complaints)
      expect(complaints.filter(complaint => !tolerated.test(complaint))).toEqual([])
    },
    { auto: true },
  ],

  requests: [
    async ({ context }, use) => {
      const requests: string[] = []
      context.on('request', request => requests.push(request.url()))
      await use(requests)
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'

/** What Chromium says when a request was cut, or answered with an error, on purpose. */
export const CUT_OFF = /Failed to load resource|net::ERR_/
