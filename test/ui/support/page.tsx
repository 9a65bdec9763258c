import type { ReactNode } from 'react'
import { createEncoderStore } from '../../../src/store/encoder.ts'
import { createKeptRunStore } from '../../../src/store/keptRun.ts'
import { createLogStore } from '../../../src/store/log.ts'
import { createPageStore } from '../../../src/store/page.ts'
import { createPlayground } from '../../../src/store/playground.ts'
import { createRecordedStore } from '../../../src/store/recorded.ts'
import { createStudyStore } from '../../../src/store/study.ts'
import { createTrainingStore } from '../../../src/store/training.ts'
import { createVersionStore } from '../../../src/store/version.ts'
import type { Actions } from '../../../src/ui/actions/actions.ts'
import { StoresAndActionsContext } from '../../../src/ui/context.ts'

const nothing = () => {}

/** Actions that are asked for and not done. */
const idleActions = (): Actions => ({
  applyView: nothing,
  type: nothing,
  loadEncoder: nothing,
  cancelEncoder: nothing,
  copyLink: nothing,
  reload: nothing,
  retryRecordedRun: nothing,
  training: {
    play: nothing,
    pause: nothing,
    step: nothing,
    reset: nothing,
    pin: nothing,
    unpin: nothing,
  },
  keptRun: { goOn: nothing, discard: nothing },
  study: { run: nothing, cancel: nothing, evaluateReferences: nothing, evaluatePolicy: nothing },
  log: {
    choose: nothing,
    paste: nothing,
    tryExample: nothing,
    saveExample: nothing,
    assign: nothing,
    scale: nothing,
    costUnit: nothing,
    leaveOut: nothing,
    rename: nothing,
    holdOut: nothing,
    keepTexts: nothing,
    makeWorld: nothing,
    cancel: nothing,
    close: nothing,
    open: nothing,
    remove: nothing,
  },
  files: { saveTable: nothing, saveChart: nothing, savePolicy: nothing, saveRun: nothing, open: nothing },
})

/** The stores of a page on which nothing has happened, its actions, and a place for components that use them. */
export function emptyPage() {
  const given = {
    playground: createPlayground(),
    encoder: createEncoderStore(),
    training: createTrainingStore(),
    study: createStudyStore(),
    recorded: createRecordedStore(),
    log: createLogStore(),
    keptRun: createKeptRunStore(),
    version: createVersionStore(),
    page: createPageStore(),
    actions: idleActions(),
  }
  const within = (children: ReactNode) => (
    <StoresAndActionsContext value={given}>{children}</StoresAndActionsContext>
  )
  return { ...given, within }
}
