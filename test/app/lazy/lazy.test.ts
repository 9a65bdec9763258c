/** Drivers that are fetched when they are first asked for. */
import { expect, test, vi } from 'vitest'
import { createLazy } from '../../../src/app/lazy/lazy.ts'

/** A driver that writes down what it is asked, behind a network that can be down. */
function setUp() {
  const done: string[] = []
  const told: string[][] = []
  let [fetched, made, down] = [0, 0, false]
  let arrive = () => {}
  const driver = {
    write(word: string) {
      done.push(word)
    },
  }
  const lazy = createLazy(
    async () => {
      fetched++
      await new Promise<void>(resolve => {
        arrive = resolve
      })
      if (down) throw new TypeError('Failed to fetch dynamically imported module')
      return {
        default: () => {
          made++
          return driver
        },
      }
    },
    create => create(),
    why => told.push(why.map(({ code }) => code)),
  )
  return {
    lazy,
    done,
    told,
    fetched: () => fetched,
    made: () => made,
    arrive: () => arrive(),
    setDown(is: boolean) {
      down = is
    },
  }
}

test('nothing is fetched before it is asked for', () => {
  const { lazy, fetched } = setUp()
  lazy.askIfUsed(driver => driver.write('end'))
  expect(fetched()).toBe(0)
  expect(lazy.here).toBeNull()
})

test('what is asked before the code is here is done when it comes, in its order and once', async () => {
  const { lazy, done, fetched, made, arrive } = setUp()
  lazy.ask(driver => {
    driver.write('one')
    lazy.ask(({ write }) => write('three'))
  })
  lazy.askIfUsed(driver => driver.write('two'))
  expect(done).toEqual([])
  arrive()
  await lazy.get()
  expect(done).toEqual(['one', 'two', 'three'])
  expect([fetched(), made()]).toEqual([1, 1])
})

test('once the code is here everything is done at once', async () => {
  const { lazy, done, arrive } = setUp()
  const coming = lazy.get()
  arrive()
  await coming
  lazy.ask(driver => driver.write('now'))
  expect(done).toEqual(['now'])
})

test('what throws keeps nothing after it from being done, and the browser hears of it', async () => {
  const { lazy, done, arrive } = setUp()
  const thrown = new Error('out of paper')
  const reports: (() => void)[] = []
  vi.stubGlobal('queueMicrotask', (report: () => void) => reports.push(report))
  lazy.ask(() => {
    throw thrown
  })
  lazy.ask(driver => driver.write('after'))
  arrive()
  await lazy.get()
  vi.unstubAllGlobals()
  expect(done).toEqual(['after'])
  expect(reports).toHaveLength(1)
  expect(reports[0]).toThrow(thrown)
})

test('code that cannot be fetched is said once, and the next thing that is asked fetches it again', async () => {
  const { lazy, done, told, fetched, arrive, setDown } = setUp()
  setDown(true)
  lazy.ask(driver => driver.write('lost'))
  lazy.ask(driver => driver.write('lost too'))
  arrive()
  await vi.waitFor(() => expect(told).toEqual([['part-missing']]))
  setDown(false)
  lazy.ask(driver => driver.write('again'))
  await vi.waitFor(() => expect(fetched()).toBe(2))
  arrive()
  await lazy.get()
  expect(done).toEqual(['again'])
  expect(told).toHaveLength(1)
})

test('who waits for the driver itself is told why it does not come', async () => {
  const { lazy, arrive, setDown, told } = setUp()
  setDown(true)
  const coming = lazy.get()
  arrive()
  await expect(coming).rejects.toMatchObject({ said: [{ code: 'part-missing' }] })
  expect(told).toEqual([])
})
