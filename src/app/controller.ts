/** Joins the page's effects. Everything they learn goes into the stores. */
import type { Messages } from '../core/messages/message.ts'
import { STUDY_SLOTS } from '../core/session/study/state.ts'
import { createEncoderStore } from '../store/encoder.ts'
import { createKeptRunStore } from '../store/keptRun.ts'
import { createLogStore } from '../store/log.ts'
import { createPageStore } from '../store/page.ts'
import { createPlayground } from '../store/playground.ts'
import { createRecordedStore } from '../store/recorded.ts'
import { createStudyStore } from '../store/study.ts'
import { createTrainingStore } from '../store/training.ts'
import { createVersionStore } from '../store/version.ts'
import type { Actions } from '../ui/actions/actions.ts'
import type { StoresAndActions } from '../ui/context.ts'
import { whenIdle } from '../ui/whenIdle.ts'
import { hasRoomToPrepare } from './device.ts'
import { hintAtDial } from './dialHint.ts'
import { createEncoding } from './encoding.ts'
import { createKeptRuns } from './keptRuns.ts'
import { lazyEncoderClient } from './lazy/encoderClient.ts'
import { lazyFiles } from './lazy/files.ts'
import { lazyLogs } from './lazy/logs.ts'
import { lazyStudies } from './lazy/studies.ts'
import { lazyTrainerClient } from './lazy/trainerClient.ts'
import { createOffline } from './offline.ts'
import { createRecordedRuns } from './recordedRuns.ts'
import { createTraining } from './training.ts'
import { createPageView } from './view.ts'
import { createWorlds } from './worlds.ts'

export interface Controller {
  readonly storesAndActions: StoresAndActions
  /** Follows the address and loads the first world; returns how to stop. */
  start(): () => void
}

export function createController(): Controller {
  const playground = createPlayground()
  const encoder = createEncoderStore()
  const training = createTrainingStore()
  const study = createStudyStore()
  const recorded = createRecordedStore()
  const log = createLogStore()
  const keptRun = createKeptRunStore()
  const version = createVersionStore()
  const page = createPageStore()
  const offline = createOffline(version)
  const sayMissing = (why: Messages) => playground.getState().tell(why)

  const logs = lazyLogs(
    { log, onWorlds: own => worlds.setOwn(own), show: id => void view.apply({ world: id }) },
    sayMissing,
  )
  const worlds = createWorlds({
    playground,
    ownLogs: logs.worlds,
    loadOwn: logs.load,
    forgetDraft: () => encoding.forget(),
  })
  const wholeWorld = worlds.whole
  const encoding = createEncoding({ playground, encoder, wholeWorld, client: lazyEncoderClient() })
  const trainer = createTraining({ training, playground, wholeWorld, createClient: lazyTrainerClient })
  const view = createPageView({ playground, encoder, training, page, worlds, encoding, trainer })
  const { shippedPolicy, shippedKey } = worlds
  const studies = lazyStudies({ study, playground, wholeWorld, shippedPolicy, shippedKey }, sayMissing)
  const recordedRuns = createRecordedRuns({ recorded, playground, keyOf: shippedKey })
  const fileParts = {
    playground,
    training,
    study,
    studies,
    trainer,
    openWorld: worlds.open,
    endStudies() {
      for (const slot of STUDY_SLOTS) studies.actions.cancel(slot)
    },
  }

  const keptRuns = createKeptRuns({ store: keptRun, playground, training, study, trainer })

  const actions: Actions = {
    applyView: change => void view.apply(change),
    type: encoding.type,
    loadEncoder: encoding.load,
    cancelEncoder: encoding.cancel,
    training: {
      ...trainer.actions,
      reset() {
        keptRuns.reset()
        trainer.actions.reset()
      },
    },
    keptRun: { goOn: keptRuns.goOn, discard: keptRuns.discard },
    study: studies.actions,
    log: logs.actions,
    retryRecordedRun: recordedRuns.retry,
    reload: offline.reload,
    files: lazyFiles(fileParts, sayMissing),
    copyLink: () => void view.copyLink(),
  }

  /** @param signal aborts when the page is left */
  async function open(signal: AbortSignal) {
    const shown = await view.followAddress()
    if (shown && location.hash === '') hintAtDial(playground)
    await whenIdle()
    if (signal.aborted) return
    logs.worlds().catch(() => {}) // a catalogue without them, until they are asked for
    encoding.sayDownloadSize()
    if (!hasRoomToPrepare()) return
    studies.prepare()
    void trainer.prepare()
  }

  return {
    storesAndActions: {
      playground,
      encoder,
      training,
      study,
      recorded,
      log,
      keptRun,
      version,
      page,
      actions,
    },
    start() {
      const stops = [trainer.start(), keptRuns.start(), studies.start(), recordedRuns.start(), view.start()]
      offline.start()
      const left = new AbortController()
      void open(left.signal)
      return () => {
        left.abort()
        for (const stop of stops) stop()
        worlds.stay()
        encoding.cancel()
      }
    },
  }
}
