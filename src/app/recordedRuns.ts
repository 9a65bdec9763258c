/** Carries the commands of the recorded run out: it is fetched once the first dial is usable, in a quiet moment. */
import type { RecordedRun } from '../core/evaluation/recordedRun.ts'
import { messagesOf, problem } from '../core/messages/message.ts'
import { type RecordedCommand, type RecordedEvent, recordedSession } from '../core/session/recordedRun.ts'
import type { ShippedKey } from '../engine/assets/shippedKey.ts'
import type { Playground } from '../store/playground.ts'
import type { RecordedStore } from '../store/recorded.ts'
import { whenIdle } from '../ui/whenIdle.ts'
import { type Dispatch, runSession } from './runSession.ts'

export interface RecordedRuns {
  /** Asks again for a run that could not be fetched. */
  retry(): void
  /** Follows the shown world; returns how to stop. */
  start(): () => void
}

/** Its code is no part of the first screen either. */
async function fetchRun(key: ShippedKey, signal: AbortSignal): Promise<RecordedRun> {
  const { loadRecordedRun } = await import('../engine/assets/recordedRun.ts')
  return loadRecordedRun(key, signal)
}

export function createRecordedRuns({
  recorded,
  playground,
  keyOf,
  load = fetchRun,
  quietMoment = whenIdle,
}: {
  readonly recorded: RecordedStore
  readonly playground: Playground
  /** What a world that has been shown ships; null for a log of the person's own. */
  readonly keyOf: (world: string) => ShippedKey | null
  readonly load?: (key: ShippedKey, signal: AbortSignal) => Promise<RecordedRun>
  readonly quietMoment?: () => Promise<void>
}): RecordedRuns {
  const stopped = new AbortController()
  const dispatch = runSession(recordedSession, recorded, perform)

  function perform({ job, world }: RecordedCommand, tell: Dispatch<RecordedEvent>): void {
    fetchFor(world).then(
      run => tell({ type: 'fetched', job, recorded: run }),
      error => tell({ type: 'failed', job, messages: messagesOf(error) }),
    )
  }

  async function fetchFor(world: string): Promise<RecordedRun> {
    await quietMoment()
    const key = keyOf(world)
    if (key === null) throw problem('made-for-another-policy', {})
    return load(key, stopped.signal)
  }

  return {
    retry: () => dispatch({ type: 'retry' }),
    start() {
      const follow = () => {
        const id = playground.getState().loaded?.world.id ?? null
        dispatch({ type: 'world', world: id !== null && keyOf(id) ? id : null })
      }
      follow()
      const stop = playground.subscribe((state, before) => {
        if (state.loaded !== before.loaded) follow()
      })
      return () => {
        stop()
        stopped.abort()
      }
    },
  }
}
