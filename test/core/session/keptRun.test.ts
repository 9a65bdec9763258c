import fc from 'fast-check'
import { expect, test } from 'vitest'
import { message } from '../../../src/core/messages/message.ts'
import {
  type KeptRunCommand,
  type KeptRunEvent,
  type KeptRunState,
  type KeptSummary,
  keptRunSession,
  NOTHING_KEPT,
  type OwnRun,
  offeredRun,
} from '../../../src/core/session/keptRun.ts'

type Event = KeptRunEvent<string>
const A = { id: 'a', mark: 'as it is' }
const B = { id: 'b', mark: 'as it is' }
const FULL = [message('storage-full', {})]
const idle: OwnRun = { status: 'idle', plan: 'p', step: 0, steps: 6000 }
const running = (step: number, plan = 'p'): OwnRun => ({ status: 'running', plan, step, steps: 6000 })
const paused = (step: number, plan = 'p'): OwnRun => ({ status: 'paused', plan, step, steps: 6000 })

/** A device with its storage, which answers when it is told to. */
class Device {
  state: KeptRunState = NOTHING_KEPT
  readonly stored = new Map<string, KeptSummary>()
  readonly told: string[] = []
  readonly restored: string[] = []
  waiting: KeptRunCommand<string>[] = []
  full = false
  damaged = false

  tell(...events: Event[]): this {
    for (const event of events) {
      const { state, commands } = keptRunSession<string>(this.state, event)
      this.state = state
      for (const command of commands) this.perform(command)
    }
    return this
  }

  perform(command: KeptRunCommand<string>): void {
    if (command.type === 'tell') this.told.push(...command.messages.map(({ code }) => code))
    else if (command.type === 'restore') this.restored.push(command.run)
    else if (command.type === 'remove') this.stored.delete(command.world)
    else this.waiting.push(command)
  }

  answer(place = 0): this {
    const [command] = this.waiting.splice(place, 1)
    if (!command) return this
    switch (command.type) {
      case 'look':
        return this.tell({ type: 'looked', id: command.id, found: this.stored.get(command.world) ?? null })
      case 'keep': {
        const { id, world, mark } = command
        if (this.full) return this.tell({ type: 'storage-failed', id, why: FULL })
        const { plan, step, steps } = this.state.own
        const here = this.state.world?.id === world && step > 0
        const kept = here ? { world, mark, plan, step, steps } : null
        if (kept) this.stored.set(world, kept)
        return this.tell({ type: 'was-kept', id, kept })
      }
      case 'read':
        return this.damaged
          ? this.tell({ type: 'unreadable', id: command.id, why: [] })
          : this.tell({ type: 'read', id: command.id, run: command.world })
      default:
        return this
    }
  }

  rest(): this {
    while (this.waiting.length > 0) this.answer()
    return this
  }

  /** The page is loaded again. */
  reload(world = A): this {
    this.state = NOTHING_KEPT
    this.waiting = []
    return this.tell({ type: 'world-shown', world }).rest()
  }

  get offer(): KeptSummary | null {
    return offeredRun(this.state)
  }
}

const keptAt = (step: number) => {
  const device = new Device()
  device
    .reload()
    .tell({ type: 'own', own: paused(step) })
    .rest()
  return device
}

test('a run that pauses is kept, and offered after a reload with its update', () => {
  const device = keptAt(3500)
  expect(device.offer).toBeNull()
  expect(device.reload().offer).toMatchObject({ step: 3500, steps: 6000 })
})

test('while it trains it is kept when it is due, and nothing is kept twice', () => {
  const device = new Device().reload()
  device.tell({ type: 'own', own: running(10) })
  expect(device.waiting).toEqual([])
  device.tell({ type: 'due' }, { type: 'due' })
  expect(device.waiting).toHaveLength(1)
  device.rest().tell({ type: 'due' })
  expect(device.waiting).toEqual([])
})

test('what moved while it was being kept is kept after it', () => {
  const device = new Device().reload()
  device.tell({ type: 'own', own: running(10) }, { type: 'due' })
  const first = device.waiting.splice(0)
  device.tell({ type: 'own', own: paused(20) })
  expect(device.waiting).toEqual([])
  const kept = { world: 'a', mark: A.mark, plan: 'p', step: 10, steps: 6000 }
  for (const command of first) {
    if (command.type === 'keep') device.tell({ type: 'was-kept', id: command.id, kept })
  }
  expect(device.rest().stored.get('a')?.step).toBe(20)
})

test('going on restores the run, and it is offered no longer', () => {
  const device = keptAt(3500).reload()
  device.tell({ type: 'go-on' }).rest()
  expect(device.restored).toEqual(['a'])
  device.tell({ type: 'own', own: paused(3500) })
  expect(device.offer).toBeNull()
  expect(device.waiting).toEqual([])
})

test('discarded it is gone, after a reload too', () => {
  const device = keptAt(3500).reload().tell({ type: 'discard' })
  expect(device.offer).toBeNull()
  expect(device.reload().offer).toBeNull()
})

test('a run with other settings, as of a link, leaves the offer, and takes its place only when it got farther', () => {
  const device = keptAt(3500).reload()
  device.tell({ type: 'own', own: paused(200, 'other') }).rest()
  expect(device.offer?.step).toBe(3500)
  device.tell({ type: 'own', own: paused(3600, 'other') }).rest()
  expect(device.offer).toBeNull()
  expect(device.stored.get('a')).toMatchObject({ plan: 'other', step: 3600 })
})

test('a run that other settings ended is offered again; one that was reset is not', () => {
  expect(keptAt(40).tell({ type: 'own', own: { ...idle, plan: 'other' } }).offer?.step).toBe(40)
  const reset = keptAt(40).tell({ type: 'reset' }, { type: 'own', own: idle })
  expect([reset.offer, reset.stored.size]).toEqual([null, 0])
})

test('each world has its own', () => {
  const device = keptAt(40)
  device.tell({ type: 'own', own: idle }, { type: 'world-shown', world: B }).rest()
  expect(device.offer).toBeNull()
  device.tell({ type: 'own', own: paused(7) }).rest()
  expect(device.reload(A).offer?.step).toBe(40)
  expect(device.reload(B).offer?.step).toBe(7)
})

test('a kept run whose world has other data now is dropped, and that is said', () => {
  const device = keptAt(40).reload({ id: 'a', mark: 'renewed' })
  expect(device.told).toEqual(['kept-run-dropped', 'kept-run-of-other-data'])
  expect([device.offer, device.stored.size]).toEqual([null, 0])
})

test('one that cannot be read is dropped, and that is said', () => {
  const device = keptAt(40).reload()
  device.damaged = true
  device.tell({ type: 'go-on' }).rest()
  expect([device.restored, device.told]).toEqual([[], ['kept-run-dropped']])
  expect(device.reload().offer).toBeNull()
})

test('a full storage is said once, and the run goes on', () => {
  const device = new Device().reload()
  device.full = true
  for (const step of [10, 20, 30]) device.tell({ type: 'own', own: paused(step) }).rest()
  expect(device.told).toEqual(['run-not-kept', 'storage-full'])
  device.full = false
  device.tell({ type: 'own', own: paused(40) }).rest()
  expect(device.stored.get('a')?.step).toBe(40)
})

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>(
    { type: 'due' },
    { type: 'go-on' },
    { type: 'discard' },
    { type: 'reset' },
    { type: 'own', own: idle },
    { type: 'world-shown', world: A },
    { type: 'world-shown', world: B },
  ),
  fc
    .tuple(fc.constantFrom('running', 'paused', 'finished', 'failed'), fc.nat(99), fc.constantFrom('p', 'q'))
    .map(
      ([status, step, plan]): Event => ({ type: 'own', own: { status, step: step + 1, plan, steps: 100 } }),
    ),
)
const moves = fc.array(fc.oneof(event, fc.nat(3), fc.constantFrom<'reload'>('reload')), { maxLength: 60 })

test('in any order: what is offered is what the device has of the shown world, and nothing but a person shortens it', () => {
  fc.assert(
    fc.property(moves, given => {
      const device = new Device().reload()
      for (const move of given) {
        const before = new Map(device.stored)
        if (move === 'reload') device.reload()
        else if (typeof move === 'number') device.answer(move)
        else device.tell(move)
        const removes = typeof move === 'object' && (move.type === 'discard' || move.type === 'reset')
        for (const [world, { step }] of before) {
          if (!removes) expect(device.stored.get(world)?.step ?? 0).toBeGreaterThanOrEqual(step)
        }
        const { offer } = device
        if (offer) expect(offer.world).toBe(device.state.world?.id)
        if (offer && device.waiting.length === 0) expect(offer).toEqual(device.stored.get(offer.world))
        expect(device.waiting.filter(({ type }) => type === 'keep').length).toBeLessThanOrEqual(2)
      }
      device.rest()
      expect(device.state.task).toBeNull()
    }),
    { numRuns: 500 },
  )
})
