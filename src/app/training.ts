/** Drives the trainer's worker and puts its reports into the stores. */
import { clampTraining } from '../core/experiment/clampTraining.ts'
import type { TrainingSettings } from '../core/experiment/training.ts'
import type { RunSnapshot } from '../core/learning/snapshot.ts'
import { messageOf } from '../core/messageOf.ts'
import { createPolicy } from '../core/policy/policy.ts'
import type { World } from '../core/world/world.ts'
import { createTrainerClient, type TrainerEvent } from '../engine/trainer/client.ts'
import type { Loaded, Playground } from '../store/playground.ts'
import type { TrainingStore } from '../store/training.ts'
import type { TrainingActions } from '../ui/actions/training.ts'
import { createWording } from '../ui/words/words.ts'
import { createSlowMotion } from './slowMotion.ts'

const { say } = createWording('en')

export interface Training {
  readonly actions: TrainingActions
  /** The run as it stands, to be saved with its page; null where there is none. */
  snapshot(): Promise<RunSnapshot | null>
  /** The next play goes on from there, if settings, seed and start are still the same. The store says where that is. */
  resume(snapshot: RunSnapshot): void
  /** Follows the shown world and the tab's visibility; returns how to stop. */
  start(): () => void
}

export function createTraining({
  training,
  playground,
  wholeWorld,
  createClient = createTrainerClient,
}: {
  readonly training: TrainingStore
  readonly playground: Playground
  /** All prompts of the shown world. */
  readonly wholeWorld: () => Promise<World>
  readonly createClient?: typeof createTrainerClient
}): Training {
  const { getState } = training
  const client = createClient(receive)
  const words = createWording('en')
  const slow = createSlowMotion(training, () => client.step())
  /** The number of the run that the worker was told last; null when it has none. */
  let run: number | null = null
  let runs = 0
  /** Where the next run begins, if not at update 0. */
  let resume: RunSnapshot | null = null
  /** The policy that routes while no run does. */
  let base: Pick<Loaded, 'policy' | 'source'> | null = null

  /** Has the worker set a run up unless it has one. @returns false when that failed, which is then said */
  async function prepare(): Promise<boolean> {
    if (run !== null) return true
    const number = ++runs
    run = number
    getState().set({ status: 'starting', shown: null, message: null })
    if (resume === null) getState().set({ report: null })
    try {
      const world = await wholeWorld()
      if (run !== number) return false
      const { settings, seed, start, backendPreference } = getState()
      const policy = start === 'shipped' && base?.source.kind !== 'untrained' ? base?.policy : undefined
      const from = policy ? { shape: policy.shape, parameters: policy.parameters } : null
      const plan = { settings, seed, start: from, resume }
      client.start({ run: number, world, plan, backend: backendPreference })
      return true
    } catch (error) {
      if (run === number) fail(messageOf(error))
      return false
    }
  }

  function receive(event: TrainerEvent) {
    switch (event.type) {
      case 'ready':
        getState().set({ backend: event.backend })
        break
      case 'notice':
        getState().set({ message: words.say(event.message) })
        break
      case 'failed':
        fail(words.sayAll(event.messages))
        break
      case 'report': {
        if (event.run !== run) return
        const { report } = event
        const status = slow.isPlaying && event.state === 'paused' ? 'running' : event.state
        getState().set({ report, status })
        if (getState().speed === 'slow' && report.step > 0) slow.begin()
        if (status === 'finished') slow.pause()
        if (report.step === 0) return
        const policy = createPolicy(report.shape, report.parameters)
        playground.getState().setPolicy(policy, { kind: 'run', step: report.keptStep })
      }
    }
  }

  function fail(why: string) {
    slow.pause()
    run = null
    client.dispose()
    getState().set({ status: 'failed', backend: null, message: `${why} Press Play to start again.` })
  }

  /** Forgets the run: the next play starts at update 0. The policy from before it routes again. */
  function drop(message: string | null = null) {
    slow.pause()
    if (run !== null) client.pause()
    run = null
    resume = null
    getState().set({ status: 'idle', report: null, shown: null, message })
    if (base && playground.getState().loaded?.source.kind === 'run')
      playground.getState().setPolicy(base.policy, base.source)
  }

  async function play() {
    if (getState().status === 'finished') drop()
    const { speed } = getState()
    if (!(await prepare())) return
    if (speed === 'slow') slow.play()
    else client.play(speed)
    getState().set({ status: 'running' })
  }

  function pause() {
    slow.pause()
    client.pause()
    if (getState().status === 'running') getState().set({ status: 'paused' })
  }

  async function step() {
    const { status, speed } = getState()
    if (status === 'finished') return
    if (status === 'running') pause()
    if (!(await prepare())) return
    if (speed === 'slow') slow.next()
    else client.step()
  }

  function setUp(change: { seed?: number; start?: 'scratch' | 'shipped' }) {
    drop()
    getState().set(change)
  }

  const actions: TrainingActions = {
    play: () => void play(),
    pause,
    step: () => void step(),
    reset: () => drop(),
    newSeed: () => setUp({ seed: getState().seed + 1 }),
    setSeed: seed => setUp({ seed }),
    setStart: start => setUp({ start }),
    setSpeed(speed) {
      const running = getState().status === 'running'
      if (running) pause()
      getState().set({ speed, shown: null })
      if (running) void play()
    },
    change(settings: Partial<TrainingSettings>) {
      const families = playground.getState().loaded?.world.families ?? []
      const asked = { ...getState().settings, ...settings }
      const clamped = clampTraining(asked, families)
      const began = getState().report !== null ? ['The run starts again at update 0.'] : []
      drop([...clamped.messages.map(say), ...began].join(' ') || null)
      getState().set({ settings: clamped.settings })
    },
    preferBackend(backendPreference) {
      getState().set({ backendPreference, backend: null })
      if (run !== null) client.changeBackend(backendPreference)
    },
    trainWhileHidden: allowed => getState().set({ trainWhileHidden: allowed }),
    pin() {
      const { report, seed } = getState()
      if (report) getState().set({ pinned: { label: `pinned, seed ${seed}`, points: report.points } })
    },
    unpin: () => getState().set({ pinned: null }),
  }

  /** Training pauses with the tab, and goes on with it. */
  function followVisibility(): () => void {
    let interrupted = false
    const onChange = () => {
      const { status, trainWhileHidden } = getState()
      if (document.hidden && status === 'running' && !trainWhileHidden) {
        interrupted = true
        pause()
      } else if (!document.hidden && interrupted) {
        interrupted = false
        if (getState().status === 'paused') void play()
      }
    }
    document.addEventListener('visibilitychange', onChange)
    return () => document.removeEventListener('visibilitychange', onChange)
  }

  /** Another world ends the run; another policy of the same world is what a run may start from. */
  function followWorld(): () => void {
    return playground.subscribe(({ loaded }, before) => {
      if (loaded === before.loaded || loaded === null) return
      if (loaded.source.kind !== 'run') base = { policy: loaded.policy, source: loaded.source }
      if (loaded.world.id === before.loaded?.world.id) return
      drop()
      const { settings, messages } = clampTraining(getState().settings, loaded.world.families)
      getState().set({ settings, pinned: null, message: messages.map(say).join(' ') || null })
    })
  }

  async function snapshot(): Promise<RunSnapshot | null> {
    if (run === null) return resume
    const running = getState().status === 'running'
    if (running) pause()
    const found = await client.snapshot().catch(() => null)
    if (running && getState().status === 'paused') void play()
    return found
  }

  return {
    actions,
    snapshot,
    resume(from) {
      resume = from
    },
    start() {
      const stops = [followVisibility(), followWorld()]
      return () => {
        for (const stop of stops) stop()
        client.dispose()
        run = null
      }
    },
  }
}
