import type { Messages } from '../../core/messages/message.ts'
import type { LogParts, Logs } from '../log.ts'
import { createLazy } from './lazy.ts'

/** The driver of routing logs, fetched when it is first asked for something. */
export function lazyLogs(parts: LogParts, onMissing: (why: Messages) => void): Logs {
  const { get, ask } = createLazy(
    () => import('../log.ts'),
    create => create(parts),
    onMissing,
  )
  return {
    worlds: async () => (await get()).worlds(),
    load: async id => (await get()).load(id),
    actions: {
      choose: files => ask(({ actions }) => actions.choose(files)),
      paste: text => ask(({ actions }) => actions.paste(text)),
      tryExample: form => ask(({ actions }) => actions.tryExample(form)),
      saveExample: form => ask(({ actions }) => actions.saveExample(form)),
      assign: (column, role) => ask(({ actions }) => actions.assign(column, role)),
      scale: scoreScale => ask(({ actions }) => actions.scale(scoreScale)),
      costUnit: costUnit => ask(({ actions }) => actions.costUnit(costUnit)),
      leaveOut: llms => ask(({ actions }) => actions.leaveOut(llms)),
      rename: title => ask(({ actions }) => actions.rename(title)),
      holdOut: (family, out) => ask(({ actions }) => actions.holdOut(family, out)),
      keepTexts: keep => ask(({ actions }) => actions.keepTexts(keep)),
      makeWorld: () => ask(({ actions }) => actions.makeWorld()),
      cancel: () => ask(({ actions }) => actions.cancel()),
      close: () => ask(({ actions }) => actions.close()),
      open: id => ask(({ actions }) => actions.open(id)),
      remove: id => ask(({ actions }) => actions.remove(id)),
    },
  }
}
