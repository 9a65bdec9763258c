/** Whatever happens in whatever order, the worker does what the page says, and nobody waits for ever. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BACKEND_PREFERENCES } from '../../../../src/core/experiment/backend.ts'
import { STARTS } from '../../../../src/core/experiment/options.ts'
import { SPEEDS } from '../../../../src/core/experiment/pace.ts'
import { DEFAULT_TRAINING } from '../../../../src/core/experiment/training.ts'
import { message } from '../../../../src/core/messages/message.ts'
import type { Policy } from '../../../../src/core/policy/policy.ts'
import {
  INITIAL_TRAINING,
  type TrainingCommand,
  type TrainingEvent,
  type TrainingState,
} from '../../../../src/core/session/training/state.ts'
import { trainingSession } from '../../../../src/core/session/training/training.ts'
import { ROUTED, reportAt, SHIPPED, snapshotAt, WORLD } from './support.ts'

/** What a person, the tab or a file does; the answers of worker and network are the model's. */
const deed: fc.Arbitrary<TrainingEvent> = fc.oneof(
  fc.constantFrom<TrainingEvent>(
    { type: 'play' },
    { type: 'pause' },
    { type: 'step' },
    { type: 'reset' },
    { type: 'pin' },
    { type: 'visibility', hidden: true },
    { type: 'visibility', hidden: false },
    { type: 'policy-shown', routed: { policy: SHIPPED, source: { kind: 'file', name: 'x' } } },
    { type: 'world-shown', world: { ...WORLD, id: 'other' }, routed: ROUTED },
    { type: 'world-shown', world: WORLD, routed: ROUTED },
    { type: 'failed', messages: [message('worker-stopped', { why: '' })] },
    {
      type: 'restore',
      run: {
        settings: DEFAULT_TRAINING,
        seed: 7,
        start: 'scratch',
        pinned: null,
        report: reportAt(40),
        snapshot: snapshotAt(40),
        policy: SHIPPED,
        name: 'x.json',
      },
    },
  ),
  fc.constantFrom(...SPEEDS).map((speed): TrainingEvent => ({ type: 'view', change: { speed } })),
  fc.integer({ min: 1, max: 3 }).map((seed): TrainingEvent => ({ type: 'view', change: { seed } })),
  fc.boolean().map((on): TrainingEvent => ({ type: 'view', change: { trainWhileHidden: on } })),
  fc.constantFrom(...STARTS).map((start): TrainingEvent => ({ type: 'view', change: { start } })),
  fc
    .constantFrom(...BACKEND_PREFERENCES)
    .map((backendPreference): TrainingEvent => ({ type: 'view', change: { backendPreference } })),
)

type Move =
  | { readonly deed: TrainingEvent }
  | { readonly answer: number }
  | { readonly save: true }
  | { readonly fails: 'network' }
  | { readonly trains: 'to its end' }
const moves = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: deed.map((given): Move => ({ deed: given })) },
    // Often enough that runs get going.
    { weight: 3, arbitrary: fc.constant<Move>({ deed: { type: 'play' } }) },
    { weight: 6, arbitrary: fc.nat(9).map((answer): Move => ({ answer })) },
    { weight: 1, arbitrary: fc.constant<Move>({ save: true }) },
    { weight: 1, arbitrary: fc.constant<Move>({ fails: 'network' }) },
    { weight: 1, arbitrary: fc.constant<Move>({ trains: 'to its end' }) },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
)

/** Worker, network and page as they behave: one run, answers late and in any order; a policy that is to route does, and it is said. */
class Model {
  state: TrainingState = INITIAL_TRAINING
  readonly waiting: TrainingEvent[] = []
  readonly settled: number[] = []
  saves = 0
  /** The run that the worker holds; 0 for none. */
  held = 0
  training = false
  ticking = 0
  /** What the page routes by. */
  routed: Policy | null = null
  /** Runs that were left with their worlds: world to update. */
  readonly left = new Map<string, number>()

  /** An event that a command raises waits until the commands before it are carried out. */
  tell(event: TrainingEvent): void {
    const { world, report, status } = this.state
    if (event.type === 'policy-shown' || event.type === 'world-shown') this.routed = event.routed.policy
    const echoes: TrainingEvent[] = [event]
    for (let next = echoes.shift(); next !== undefined; next = echoes.shift()) {
      const step = trainingSession(this.state, next)
      this.state = step.state
      for (const command of step.commands) {
        if (command.type !== 'route') this.perform(command)
        else if (command.routed.policy !== this.routed) {
          this.routed = command.routed.policy
          echoes.push({ type: 'policy-shown', routed: command.routed })
        }
      }
    }
    this.check()
    if (event.type === 'world-shown' && event.world.id !== world?.id) {
      const comesBack = this.left.get(event.world.id)
      expect(this.state.report?.step, 'a run is back with its world').toBe(comesBack)
      if (comesBack !== undefined) expect(['paused', 'finished']).toContain(this.state.status)
      this.left.clear()
      for (const [id, { run }] of Object.entries(this.state.asides)) this.left.set(id, run.report?.step ?? 0)
      const goesOn = status !== 'idle' && status !== 'failed' && report !== null && report.step > 0
      if (world) expect(this.left.get(world.id)).toBe(goesOn ? report.step : undefined)
    }
    if (event.type === 'play') expect(['starting', 'running'], 'play plays').toContain(this.state.status)
  }

  /** The worker is done with the last update. */
  finish(): void {
    if (!this.training) return
    const waiting = { type: 'report', run: this.held, report: reportAt(6000), state: 'finished' } as const
    this.waiting.push(waiting)
  }

  /** The world that is waited for cannot be had. */
  loseWorld(): void {
    const at = this.waiting.findIndex(event => event.type === 'world-fetched')
    if (at < 0) return
    const [lost] = this.waiting.splice(at, 1)
    if (lost.type !== 'world-fetched') return
    this.tell({ type: 'world-missing', run: lost.run, messages: [message('foreign', { detail: 'offline' })] })
  }

  perform(command: TrainingCommand): void {
    switch (command.type) {
      case 'fetch-world':
        this.waiting.push({ type: 'world-fetched', run: command.run, world: WORLD })
        break
      case 'start':
        expect(command.run, 'a run is started once').toBeGreaterThan(this.held)
        this.held = command.run
        this.training = false
        this.report(0)
        break
      case 'train':
        expect(this.held, 'only a run that is held trains').toBe(this.state.run)
        this.training = true
        this.report(5)
        break
      case 'hold':
        expect(this.training, 'only what trains is held').toBe(true)
        this.training = false
        break
      case 'advance':
        expect(this.training, 'no step while it trains').toBe(false)
        this.report(1)
        break
      case 'take-snapshot':
        this.waiting.push({ type: 'snapshot', request: command.request, snapshot: snapshotAt(3) })
        break
      case 'end-worker':
        this.training = false
        break
      case 'wait':
        this.ticking = command.tick
        this.waiting.push({ type: 'tick', tick: command.tick })
        break
      case 'settle':
        expect(this.settled, 'a save is settled once').not.toContain(command.save)
        this.settled.push(command.save)
        break
      case 'change-backend':
      case 'route':
        break
    }
  }

  report(step: number): void {
    this.waiting.push({ type: 'report', run: this.held, report: reportAt(step), state: 'paused' })
  }

  check(): void {
    const { status, hidden, trainWhileHidden, saving, speed, live, shown, routes, base } = this.state
    const { resume, resumeAwaits } = this.state
    if (!routes) expect(this.routed, 'without a run, what the page had before routes').toBe(base?.policy)
    const trains = live && status === 'running' && speed !== 'slow' && (!hidden || trainWhileHidden)
    expect(this.training, 'the worker trains just when the page says so').toBe(trains)
    if (status === 'running' || (saving !== null && resumeAwaits === null)) expect(live).toBe(true)
    if (live || status === 'idle') expect(resumeAwaits, 'no run begins before it is whole').toBeNull()
    if (status === 'idle') expect([live, shown, this.state.report]).toEqual([false, null, null])
    if (status === 'paused' && !live) expect(resume === null && resumeAwaits === null).toBe(false)
  }

  /** Lets every answer arrive that is not a tick. */
  rest(): void {
    for (let turns = 0; turns < 400; turns++) {
      const at = this.waiting.findIndex(event => event.type !== 'tick')
      if (at < 0) return
      this.tell(this.waiting.splice(at, 1)[0])
    }
    throw new Error('The answers do not come to an end.')
  }
}

test('any order of deeds and answers', () => {
  fc.assert(
    fc.property(moves, given => {
      const model = new Model()
      model.tell({ type: 'world-shown', world: WORLD, routed: ROUTED })
      for (const move of given) {
        if ('deed' in move) model.tell(move.deed)
        else if ('save' in move) model.tell({ type: 'save', save: ++model.saves })
        else if ('fails' in move) model.loseWorld()
        else if ('trains' in move) model.finish()
        else if (model.waiting.length > 0) {
          model.tell(model.waiting.splice(move.answer % model.waiting.length, 1)[0])
        }
      }
      model.rest()
      expect(model.settled.length, 'every save is settled').toBe(model.saves)
      expect(model.state.status, 'nothing starts for ever').not.toBe('starting')
      const slow = model.state.status === 'running' && model.state.speed === 'slow'
      const shownNow = !model.state.hidden || model.state.trainWhileHidden
      if (slow && shownNow) expect(model.waiting).toContainEqual({ type: 'tick', tick: model.state.tick })
    }),
    { numRuns: 500 },
  )
})
