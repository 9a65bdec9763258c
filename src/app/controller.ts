/** Joins the page's effects. Everything they learn goes into the stores. */
import { STUDY_SLOTS } from '../core/session/study/state.ts'
import { createEncoderStore } from '../store/encoder.ts'
import { createLogStore } from '../store/log.ts'
import { createPageStore } from '../store/page.ts'
import { createPlayground } from '../store/playground.ts'
import { createRecordedStore } from '../store/recorded.ts'
import { createStudyStore } from '../store/study.ts'
import { createTrainingStore } from '../store/training.ts'
import { createVersionStore } from '../store/version.ts'
import type { Actions } from '../ui/actions/actions.ts'
import type { StoresAndActions } from '../ui/context.ts'
import { hintAtDial } from './dialHint.ts'
import { createEncoding } from './encoding.ts'
import { createFiles } from './files.ts'
import { createLogs } from './log.ts'
import { createOffline } from './offline.ts'
import { createRecordedRuns } from './recordedRuns.ts'
import { createStudies } from './study.ts'
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
  const version = createVersionStore()
  const page = createPageStore()
  const offline = createOffline(version)

  const logs = createLogs({
    log,
    onWorlds: own => worlds.setOwn(own),
    show: id => void view.apply({ world: id }),
  })
  const worlds = createWorlds({
    playground,
    ownLogs: logs.worlds,
    loadOwn: logs.load,
    forgetDraft: () => encoding.forget(),
  })
  const encoding = createEncoding({ playground, encoder, wholeWorld: worlds.whole })
  const trainer = createTraining({ training, playground, wholeWorld: worlds.whole })
  const view = createPageView({ playground, encoder, training, page, worlds, encoding, trainer })
  const { shippedPolicy } = worlds
  const studies = createStudies({ study, playground, wholeWorld: worlds.whole, shippedPolicy })
  const recordedRuns = createRecordedRuns({ recorded, playground, policyOf: worlds.policyKey })
  const files = createFiles({
    playground,
    training,
    study,
    studies,
    trainer,
    openWorld: worlds.open,
    endStudies() {
      for (const slot of STUDY_SLOTS) studies.actions.cancel(slot)
    },
  })

  const actions: Actions = {
    applyView: change => void view.apply(change),
    type: encoding.type,
    loadEncoder: encoding.load,
    cancelEncoder: encoding.cancel,
    training: trainer.actions,
    study: studies.actions,
    log: logs.actions,
    retryRecordedRun: recordedRuns.retry,
    reload: offline.reload,
    files,
    copyLink: () => void view.copyLink(),
  }

  async function open() {
    const shown = await view.followAddress()
    if (shown && location.hash === '') hintAtDial(playground)
    void logs.worlds()
    encoding.sayDownloadSize()
  }

  return {
    storesAndActions: { playground, encoder, training, study, recorded, log, version, page, actions },
    start() {
      const follow = () => void view.followAddress()
      const stops = [trainer.start(), studies.start()]
      offline.start()
      void open()
      window.addEventListener('hashchange', follow)
      return () => {
        for (const stop of stops) stop()
        window.removeEventListener('hashchange', follow)
        worlds.stay()
        encoding.cancel()
      }
    },
  }
}
