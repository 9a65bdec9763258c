/** Carries out what the session of kept runs decides: the device's storage, and the run in training. */
import { messagesOf, Problem } from '../core/messages/message.ts'
import { isSameRoster } from '../core/policy/policyHeader.ts'
import {
  type KeptRunCommand,
  type KeptRunEvent,
  type KeptSummary,
  keptRunSession,
  type OwnRun,
} from '../core/session/keptRun.ts'
import type { TrainingState } from '../core/session/training/state.ts'
import type { Run } from '../share/files/runFile.ts'
import type { KeptRunStore } from '../store/keptRun.ts'
import type { Loaded } from '../store/playground.ts'
import { whenIdle } from '../ui/whenIdle.ts'
import { type Dispatch, runSession } from './runSession.ts'
import { collectRun, type RunParts, restoredRun, rosterOf } from './runs.ts'

/** While it trains a run is kept at most so often, ms. */
const KEEP_EVERY_MS = 10_000

export interface KeptRuns {
  readonly goOn: () => void
  readonly discard: () => void
  /** The person's own run is about to go back to update 0. */
  readonly reset: () => void
  /** Follows the shown world, the run and the tab; returns how to stop. */
  start(): () => void
}

/** As much of the device's storage as is needed. */
export type RunStorage = Pick<
  typeof import('../engine/runs/keptRuns.ts'),
  'findKeptRun' | 'keepRun' | 'readKeptRun' | 'removeKeptRun'
>

export interface KeptRunsParts extends Omit<RunParts, 'studies'> {
  readonly store: KeptRunStore
  /** Fetched when it is first asked for. */
  readonly storage?: () => Promise<RunStorage>
  readonly now?: () => number
}

const runFile = () => import('../share/files/runFile.ts')

export function createKeptRuns({
  store,
  storage = () => import('../engine/runs/keptRuns.ts'),
  now = () => performance.now(),
  ...parts
}: KeptRunsParts): KeptRuns {
  const { playground, training, trainer } = parts
  const dispatch = runSession<ReturnType<KeptRunStore['getState']>, KeptRunEvent<Run>, KeptRunCommand<Run>>(
    keptRunSession,
    store,
    perform,
  )
  let keptAt = 0
  let last: Promise<unknown> = Promise.resolve()

  /** One after the other: what is to be removed is not written after it. */
  function inTurn<T>(work: (storage: RunStorage) => Promise<T>): Promise<T> {
    const turn = last.then(storage).then(work)
    last = turn.catch(() => {})
    return turn
  }

  function perform(command: KeptRunCommand<Run>, tell: Dispatch<KeptRunEvent<Run>>): void {
    switch (command.type) {
      case 'look': {
        const { id, world } = command
        // A browser that keeps nothing has nothing to offer; what that means is said when there is a run to keep.
        const nothing = () => tell({ type: 'looked', id, found: null })
        const look = () => inTurn(({ findKeptRun }) => findKeptRun(world))
        whenIdle()
          .then(look)
          .then(found => tell({ type: 'looked', id, found }), nothing)
        break
      }
      case 'keep': {
        const { id } = command
        keptAt = now()
        keep(command).then(
          kept => tell({ type: 'was-kept', id, kept }),
          error => tell({ type: 'storage-failed', id, why: messagesOf(error) }),
        )
        break
      }
      case 'read': {
        const { id, world } = command
        read(world).then(
          run => tell({ type: 'read', id, run }),
          error => {
            const why = messagesOf(error)
            const failed = why.some(({ code }) => code.startsWith('storage-'))
            tell({ type: failed ? 'storage-failed' : 'unreadable', id, why })
          },
        )
        break
      }
      case 'remove':
        // What cannot be removed is offered again: nothing is lost.
        inTurn(({ removeKeptRun }) => removeKeptRun(command.world)).catch(() => {})
        break
      case 'restore': {
        const { loaded } = playground.getState()
        if (loaded) trainer.restore(restoredRun(command.run, loaded, null))
        break
      }
      case 'tell':
        playground.getState().tell(command.messages, 'world')
        break
    }
  }

  async function keep({
    world,
    mark,
  }: Extract<KeptRunCommand<Run>, { type: 'keep' }>): Promise<KeptSummary | null> {
    const run = await collectRun(parts).catch(() => null)
    if (run === null || run.world !== world || run.report === null || run.snapshot === null) return null
    const { settings, report } = run
    const kept = { world, mark, plan: planOf(run), step: report.step, steps: settings.steps }
    const { recordOfRun } = await runFile()
    // Studies are not the run's own, and the view is the address's.
    const record = recordOfRun({ ...run, prompt: '', studies: { race: null, compare: null } })
    await inTurn(({ keepRun }) => keepRun(kept, record))
    return kept
  }

  async function read(world: string): Promise<Run> {
    const { readRunRecord } = await runFile()
    const record = await inTurn(({ readKeptRun }) => readKeptRun(world))
    const { loaded } = playground.getState()
    const { run } = readRunRecord(record)
    const fits = loaded?.world.id === run.world && isSameRoster(rosterOf(loaded), run.roster)
    if (!fits || run.report === null || run.snapshot === null) throw new Problem()
    return run
  }

  function followWorld(): () => void {
    const tellOf = (loaded: Loaded) =>
      dispatch({ type: 'world-shown', world: { id: loaded.world.id, mark: markOf(loaded) } })
    return playground.subscribe(({ loaded }, before) => {
      if (loaded !== null && loaded.world.id !== before.loaded?.world.id) tellOf(loaded)
    })
  }

  function followRun(): () => void {
    // Written out anew only where it changed: ten times a second would be too often.
    let planned: Plan = training.getState()
    let plan = planOf(planned)
    return training.subscribe((state, before) => {
      if (state.status === before.status && state.report === before.report) return
      if (!samePlan(state, planned)) plan = planOf(state)
      planned = state
      const own = ownRun(state, plan)
      dispatch({ type: 'own', own })
      if (own.status === 'running' && now() - keptAt >= KEEP_EVERY_MS) dispatch({ type: 'due' })
    })
  }

  function followTab(): () => void {
    const onLeave = () => {
      if (document.hidden) dispatch({ type: 'due' })
    }
    document.addEventListener('visibilitychange', onLeave)
    return () => document.removeEventListener('visibilitychange', onLeave)
  }

  return {
    goOn: () => dispatch({ type: 'go-on' }),
    discard: () => dispatch({ type: 'discard' }),
    reset: () => dispatch({ type: 'reset' }),
    start() {
      const stops = [followWorld(), followRun(), followTab()]
      return () => {
        for (const stop of stops) stop()
      }
    },
  }
}

type Plan = Pick<TrainingState, 'settings' | 'seed' | 'start'>

function planOf({ settings, seed, start }: Plan): string {
  return JSON.stringify([settings, seed, start])
}

function samePlan(state: Plan, before: Plan): boolean {
  return state.settings === before.settings && state.seed === before.seed && state.start === before.start
}

function ownRun({ status, report, settings }: TrainingState, plan: string): OwnRun {
  return { status, plan, step: report?.step ?? 0, steps: settings.steps }
}

/** The same for every part of a world that is shown, and another where prompts, prices or LLMs are others. */
function markOf(loaded: Loaded): string {
  const { tauUsd, families } = loaded.world
  return JSON.stringify([tauUsd, rosterOf(loaded), families.map(({ id }) => id)])
}
