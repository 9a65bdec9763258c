/** `test` with a watch on the page: a complaint of the browser or a request to a stranger fails the test. */
import { test as base, type Page } from '@playwright/test'
import { expectQuiet, type Watched, watch } from './watch.ts'

interface Fixtures {
  /** Complaints that this test provokes on purpose. */
  tolerated: RegExp
  watched: Watched
  /** Addresses of every request so far, workers' included. */
  requests: string[]
  /**
   * A page that tests of one worker share, for those that bring it into the state they need by themselves.
   * @param name of the page
   * @param prepare opens it, once
   */
  shared: (name: string, prepare: (page: Page) => Promise<void>) => Promise<Page>
}

const NOTHING = /^(?!)/

interface SharedPage {
  readonly page: Page
  readonly watched: Watched
}
/** By name; a worker has its own copy of this module, and a failed test ends its worker. */
const sharedPages = new Map<string, SharedPage>()

export const test = base.extend<Fixtures>({
  tolerated: [NOTHING, { option: true }],

  watched: [
    async ({ context, tolerated }, use) => {
      const watched = await watch(context)
      await use(watched)
      expectQuiet(watched, tolerated)
    },
    { auto: true },
  ],

  requests: ({ watched }, use) => use(watched.requests),

  shared: async ({ browser, tolerated }, use) => {
    const used = new Set<SharedPage>()
    await use(async (name, prepare) => {
      const known = sharedPages.get(name)
      if (known) {
        used.add(known)
        return known.page
      }
      const context = await browser.newContext()
      const watched = await watch(context)
      const opened = { page: await context.newPage(), watched }
      used.add(opened)
      await prepare(opened.page)
      sharedPages.set(name, opened)
      return opened.page
    })
    for (const { watched } of used) expectQuiet(watched, tolerated)
  },
})

export { expect } from '@playwright/test'

/** What Chromium says when a request was cut, or answered with an error, on purpose. */
export const CUT_OFF = /Failed to load resource|net::ERR_/
