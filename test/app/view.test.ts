/** The one way in for links and files. */
import { expect, test, vi } from 'vitest'
import type { Encoding } from '../../src/app/encoding.ts'
import { createTraining } from '../../src/app/training.ts'
import { createPageView } from '../../src/app/view.ts'
import type { Worlds } from '../../src/app/worlds.ts'
import { DEFAULT_TRAINING } from '../../src/core/experiment/training.ts'
import { message } from '../../src/core/messages/message.ts'
import type { World } from '../../src/core/world/world.ts'
import { createEncoderStore } from '../../src/store/encoder.ts'
import { createPageStore } from '../../src/store/page.ts'
import { createPlayground } from '../../src/store/playground.ts'
import { createTrainingStore } from '../../src/store/training.ts'
import { reportAt, SHIPPED } from '../core/session/training/support.ts'
import { exampleInput } from '../fixtures/inputs.ts'
import { tinyWorld } from '../fixtures/worlds.ts'

const TINY = tinyWorld()
/** A world with a family that the other has not. */
const OTHER: World = {
  ...TINY,
  id: 'other',
  families: TINY.families.map((family, i) => (i === 0 ? { ...family, id: 'rhymes' } : family)),
}

function setUp() {
  vi.stubGlobal('document', Object.assign(new EventTarget(), { hidden: false }))
  const [playground, training, encoder] = [createPlayground(), createTrainingStore(), createEncoderStore()]
  const trainer = createTraining({
    training,
    playground,
    wholeWorld: async () => TINY,
    createClient: onEvent => ({
      prepare() {},
      start: ({ run }) => onEvent({ type: 'report', run, report: reportAt(0), state: 'paused' }),
      play() {},
      pause() {},
      step() {},
      changeBackend() {},
      snapshot: async () => null,
      dispose() {},
    }),
  })
  trainer.start()
  const opened: string[] = []
  const asked: string[] = []
  const arrivals: (() => void)[] = []
  const show = (world: World) =>
    playground
      .getState()
      .showWorld(
        { world, policy: SHIPPED, source: { kind: 'shipped' }, part: 'whole' },
        exampleInput(world, 0),
      )
  let newest = 0
  const worlds: Worlds = {
    setOwn() {},
    open(id) {
      opened.push(id)
      const mine = ++newest
      return new Promise(resolve =>
        arrivals.push(() => {
          if (mine === newest) show(id === 'other' ? OTHER : TINY)
          resolve(mine === newest)
        }),
      )
    },
    async showPrompt(prompt) {
      asked.push(prompt)
      return true
    },
    whole: async () => TINY,
    shippedPolicy: async () => SHIPPED,
    shippedKey: () => null,
    stay() {
      newest++
    },
  }
  const unused = () => {}
  const encoding: Encoding = {
    type: unused,
    load: unused,
    cancel: unused,
    prefer: unused,
    forget: unused,
    sayDownloadSize: unused,
  }
  show(TINY)
  const page = createPageStore()
  const view = createPageView({ playground, encoder, training, page, worlds, encoding, trainer })
  return { playground, encoder, training, trainer, page, view, opened, asked, arrivals }
}

async function playing({ trainer, training }: ReturnType<typeof setUp>) {
  trainer.actions.play()
  await vi.waitUntil(() => training.getState().status === 'running')
}

test('a family of the world that a link opens is left out there, though the world before has no such family', async () => {
  const { view, training, arrivals } = setUp()
  const applied = view.apply({ world: 'other', skippedFamilies: ['rhymes'], seed: 5 })
  expect(training.getState().seed).toBe(1)
  arrivals[0]()
  expect(await applied).toBe(true)
  expect(training.getState().settings.skippedFamilies).toEqual(['rhymes'])
  expect(training.getState()).toMatchObject({ seed: 5, messages: [] })
})

test('a change that is overtaken sets nothing more', async () => {
  const { view, training, arrivals } = setUp()
  const first = view.apply({ world: 'other', seed: 5 })
  const second = await view.apply({ world: 'tiny', seed: 6 })
  arrivals[0]()
  expect([await first, second]).toEqual([false, true])
  expect(training.getState().seed).toBe(6)
})

test('a link to the shown world lets a run go on if it changes nothing of it, and fetches nothing', async () => {
  const parts = setUp()
  await playing(parts)
  await parts.view.apply({ world: 'tiny', wc: 0.8, prompt: 'verse/3', ...DEFAULT_TRAINING, seed: 1 })
  expect(parts.training.getState().status).toBe('running')
  expect(parts.playground.getState().w.cost).toBe(0.8)
  expect([parts.opened, parts.asked]).toEqual([[], ['verse/3']])
})

test('settings of a link that is followed during a run are taken', async () => {
  const parts = setUp()
  await playing(parts)
  await parts.view.apply({ world: 'tiny', entropyWeight: 0, speed: 'slow', peek: true })
  const { settings, status, speed, peek } = parts.training.getState()
  expect([settings.entropyWeight, status, speed, peek]).toEqual([0, 'idle', 'slow', true])
})

test('the example that is routed comes back into the box when words were typed over it', async () => {
  const { view, encoder, playground, asked } = setUp()
  const prompt = playground.getState().routing?.prompt
  const name = prompt?.kind === 'example' ? prompt.name : ''
  await view.apply({ prompt: name })
  expect(asked).toEqual([])
  encoder.setState({ draft: 'Not this one' })
  await view.apply({ prompt: name })
  expect(asked).toEqual([name])
})

test('what a change does not name stays', async () => {
  const parts = setUp()
  await parts.view.apply({ seed: 9 })
  await parts.view.apply({ wc: 0.5 })
  expect(parts.training.getState().seed).toBe(9)
})

test('what a teacher hides or locks is so, until a view says otherwise', async () => {
  const parts = setUp()
  await parts.view.apply({ hidden: ['compare'], locked: ['dial'] })
  await parts.view.apply({ wc: 0.5 })
  expect(parts.page.getState()).toMatchObject({ hidden: ['compare'], locked: ['dial'] })
  await parts.view.apply({ hidden: [] })
  expect(parts.page.getState().hidden).toEqual([])
})

test('what no row of the table accepts is said and set nowhere, and the rest is set', async () => {
  const parts = setUp()
  await parts.view.apply({ wc: Number.NaN, seed: 1.5, speed: 'slow' })
  expect(parts.playground.getState().w.cost).toBe(0.3)
  expect(parts.training.getState()).toMatchObject({ seed: 1, speed: 'slow' })
  expect(parts.playground.getState().notice.map(({ message }) => message)).toEqual([
    message('view-value-refused', { label: [message('label-wc', {})] }),
    message('view-value-refused', { label: [message('label-seed', {})] }),
  ])
})
