/** The address follows the view, and the view follows the address: no order of the two sets them apart. */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type AddressBar, createAddress } from '../../src/app/address.ts'
import { addressStep } from '../../src/core/view/address.ts'
import { acceptView, DEFAULT_VIEW, type PartialView, type View } from '../../src/core/view/view.ts'
import { readLink, writeLink } from '../../src/share/link.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

interface Entry {
  readonly state: unknown
  readonly fragment: string
}

/** A browser's history, and a page whose world opens with an example of its own. */
function setUp(fragment = '') {
  let entries: Entry[] = [{ state: null, fragment }]
  let place = 0
  let refuses = false
  const put = (at: number, state: unknown, url?: string | URL | null) => {
    if (refuses) throw new DOMException('too often', 'SecurityError')
    const kept = entries.slice(0, at)
    const fragment = url === null || url === undefined ? entries[place].fragment : String(url)
    const after = at === place ? entries.slice(at + 1) : []
    entries = [...kept, { state: structuredClone(state), fragment }, ...after]
    place = at
  }
  const bar: AddressBar = {
    history: {
      get state() {
        return entries[place].state
      },
      replaceState: (state: unknown, _: string, url?: string | URL | null) => put(place, state, url),
      pushState: (state: unknown, _: string, url?: string | URL | null) => put(place + 1, state, url),
    },
    fragment: () => entries[place].fragment,
  }
  let view: View | null = null
  let stands = true
  const problems: string[] = []
  const address = createAddress(
    {
      current: () => view,
      async apply(change) {
        if (!stands) return false
        const { view: taken } = acceptView(change)
        view = { ...(view ?? DEFAULT_VIEW), ...taken }
        if (view.prompt === '') view = { ...view, prompt: `${view.world}/0` }
        return true
      },
      onProblems: said => problems.push(...said.map(({ code }) => code)),
    },
    bar,
  )
  return {
    address,
    problems,
    view: () => view,
    fragment: () => entries[place].fragment,
    steps: () => entries.length,
    place: () => place,
    fail() {
      stands = false
    },
    refuse(yes: boolean) {
      refuses = yes
    },
    set(change: PartialView) {
      address.settle()
      view = { ...(view ?? DEFAULT_VIEW), ...change }
      address.moved()
      if (change.prompt !== undefined || change.world !== undefined || change.open) address.settle()
    },
    rest: () => vi.advanceTimersByTime(1000),
    async go(by: number) {
      const to = place + by
      if (to < 0 || to >= entries.length) return
      place = to
      await address.follow()
    },
  }
}

const dialled = fc.integer({ min: 0, max: 100 }).map((step): PartialView => ({ wc: step / 100 }))
const change: fc.Arbitrary<PartialView> = fc.oneof(
  dialled,
  fc.integer({ min: 1, max: 9 }).map(seed => ({ seed })),
  fc.constantFrom('sums/1', 'sums/2', 'law/3').map(prompt => ({ prompt })),
  fc.constantFrom('a', 'b').map(world => ({ world, prompt: `${world}/0` })),
  fc.constantFrom(['compare'], ['log'], []).map(open => ({ open })),
  fc.constantFrom(0, 0.2).map(entropyWeight => ({ entropyWeight })),
)

test('whatever is set, a reload shows the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 12 }), async changes => {
      const page = setUp()
      await page.address.follow()
      for (const each of changes) page.set(each)
      page.rest()
      const again = setUp(page.fragment())
      await again.address.follow()
      expect(again.view()).toEqual(page.view())
    }),
  )
})

test('after any sequence Back gives the view before the last step, and Forward the view after', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { maxLength: 12 }),
      fc.array(fc.constantFrom(-1, 1)),
      async (changes, moves) => {
        const page = setUp()
        await page.address.follow()
        const views = [page.view()]
        for (const each of changes) {
          const before = page.steps()
          page.set(each)
          page.rest()
          if (page.steps() > before) views.push(page.view())
          else views[views.length - 1] = page.view()
        }
        expect(page.steps()).toBe(views.length)
        for (const by of moves) {
          await page.go(by)
          page.rest()
          expect(page.view()).toEqual(views[page.place()])
          expect(page.steps()).toBe(views.length)
        }
      },
    ),
  )
})

test('a step is a new one exactly where world, prompt or section are others', () => {
  fc.assert(
    fc.property(change, change, (first, second) => {
      const [before, after] = [
        { ...DEFAULT_VIEW, ...first },
        { ...DEFAULT_VIEW, ...first, ...second },
      ]
      const pushed =
        before.world !== after.world ||
        before.prompt !== after.prompt ||
        before.open.join() !== after.open.join()
      const same = writeLink(before) === writeLink(after)
      expect(addressStep(before, after)).toBe(same ? 'nothing' : pushed ? 'push' : 'replace')
    }),
  )
})

test('a first visit keeps a bare address until something is touched', async () => {
  const page = setUp()
  await page.address.follow()
  page.address.moved()
  page.rest()
  expect([page.fragment(), page.steps()]).toEqual(['', 1])
  page.set({ wc: 0.5 })
  page.rest()
  expect(readLink(page.fragment()).view).toMatchObject({ wc: 0.5, prompt: 'routerbench-11/0' })
  expect(page.steps()).toBe(1)
})

test('while the dial moves the address stands still', async () => {
  const page = setUp()
  await page.address.follow()
  for (let step = 0; step < 100; step++) {
    page.set({ wc: step / 100 })
    vi.advanceTimersByTime(16)
    if (step > 0) continue
    expect(page.fragment()).toBe('')
  }
  page.rest()
  expect(readLink(page.fragment()).view.wc).toBe(0.99)
})

test('a browser that refuses harms nothing, and is asked again with the next change', async () => {
  const page = setUp()
  await page.address.follow()
  page.refuse(true)
  page.set({ wc: 0.5 })
  page.rest()
  page.set({ prompt: 'sums/1' })
  expect(page.address.write()).toBe(false)
  page.refuse(false)
  page.set({ wc: 0.6 })
  page.rest()
  expect(readLink(page.fragment()).view).toMatchObject({ wc: 0.6, prompt: 'sums/1' })
  expect(page.address.write()).toBe(true)
})

test('where a link cannot be followed the address says what is shown', async () => {
  const page = setUp()
  await page.address.follow()
  page.set({ world: 'b', prompt: 'b/0' })
  page.set({ world: 'a', prompt: 'a/0' })
  page.fail()
  await page.go(-1)
  expect(page.view()?.world).toBe('a')
  expect(readLink(page.fragment()).view.world).toBe('a')
})

test('what cannot be read of a link is said once, not at every step through the history', async () => {
  const page = setUp('#v=3&wc=7')
  await page.address.follow()
  page.set({ prompt: 'sums/1' })
  await page.go(-1)
  expect(page.problems).toEqual(['link-field-unreadable'])
  expect(page.fragment()).toBe('#v=3&wc=7')
})
