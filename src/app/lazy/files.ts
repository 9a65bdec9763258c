import type { Messages } from '../../core/messages/message.ts'
import type { FileActions } from '../../ui/actions/files.ts'
import type { FileParts } from '../files.ts'
import { createLazy } from './lazy.ts'

/** The driver of files, fetched when one is first to be saved or opened. */
export function lazyFiles(parts: FileParts, onMissing: (why: Messages) => void): FileActions {
  const { ask } = createLazy(
    () => import('../files.ts'),
    create => create(parts),
    onMissing,
  )
  return {
    saveTable: (name, columns, rows) => ask(files => files.saveTable(name, columns, rows)),
    saveChart: (name, svg, format) => ask(files => files.saveChart(name, svg, format)),
    savePolicy: () => ask(files => files.savePolicy()),
    saveRun: () => ask(files => files.saveRun()),
    open: file => ask(files => files.open(file)),
  }
}
