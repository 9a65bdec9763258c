/** Carries out what the import of routing logs decides, and keeps the worlds that were made of them. */
import { messagesOf } from '../core/messages/message.ts'
import { logImportSession } from '../core/session/logImport.ts'
import type {
  KeptLog,
  LogImportCommand,
  LogImportEvent,
  LogImportState,
} from '../core/session/logImportState.ts'
import type { CatalogueEntry } from '../core/world/manifest.ts'
import type { EncoderClient } from '../engine/encoder/client.ts'
import { deleteSavedLog, listSavedLogs, type SavedLog } from '../engine/log/savedLogs.ts'
import { createWorkerClient, type WorkerEndpoint } from '../engine/worker/client.ts'
import { exampleLog } from '../share/log/example.ts'
import type { LogStore } from '../store/log.ts'
import type { LogActions } from '../ui/actions/log.ts'
import { download } from './download.ts'
import { prepareEncoding } from './log/encode.ts'
import { HeldWorlds } from './log/heldWorlds.ts'
import type { LogService, LogWorld } from './log/service.ts'
import { type Dispatch, runSession } from './runSession.ts'

/** After the last change of a column's role the file is read again. */
const REST_MS = 300

export interface LogParts {
  readonly log: LogStore
  /** Called when the worlds made of own logs are others than before. */
  readonly onWorlds: (worlds: readonly CatalogueEntry[]) => void
  /** Shows a world of the catalogue. */
  readonly show: (id: string) => void
  readonly createWorker?: () => WorkerEndpoint
  readonly createEncoder?: () => EncoderClient
}

export interface Logs {
  readonly actions: LogActions
  /** Worlds made of own logs: those the device keeps, and those of this visit that it could not keep. */
  worlds(): Promise<readonly CatalogueEntry[]>
  /** @throws Problem when it is gone or damaged */
  load(id: string): Promise<LogWorld>
}

type Event = LogImportEvent<File>
type Report = Dispatch<Event>
type Command<Type> = Extract<LogImportCommand<File>, { type: Type }>

const startWorker = () => new Worker(new URL('./log/log.worker.ts', import.meta.url), { type: 'module' })

export function createLogs({
  log,
  onWorlds,
  show,
  createWorker = startWorker,
  createEncoder,
}: LogParts): Logs {
  /** Holds the open file. */
  const importer = createWorkerClient<LogService>(createWorker, {
    onStop: why => dispatch({ type: 'stopped', why: why.said }),
  })
  const held = new HeldWorlds()
  let encoding = new AbortController()
  const dispatch = runSession<LogImportState, Event, LogImportCommand<File>>(logImportSession, log, perform)

  function perform(command: LogImportCommand<File>, report: Report): void {
    switch (command.type) {
      case 'open':
        importer.dispose()
        open(command, report)
        break
      case 'close-file':
        importer.dispose()
        break
      case 'rest':
        setTimeout(() => report({ type: 'rested', id: command.id }), REST_MS)
        break
      case 'read':
        read(command, report)
        break
      case 'encode':
        encoding = new AbortController()
        void encode(command, encoding.signal, report)
        break
      case 'stop-encoding':
        encoding.abort()
        break
      case 'build':
        build(command, report)
        break
      case 'present':
        void refresh().then(() => show(command.world))
        break
      case 'list':
        void refresh()
        break
      case 'remove':
        remove(command.world, report)
    }
  }

  /** Whatever a call is refused for: a worker that stopped has said so before. */
  const refusal = (id: number, report: Report) => (error: unknown) =>
    report({ type: 'refused', id, problems: messagesOf(error) })

  function open({ id, files }: Command<'open'>, report: Report): void {
    const onRows = (rows: number) => report({ type: 'rows', id, rows })
    importer
      .call(service => service.open(files, onRows))
      .then(({ preview, guess }) => report({ type: 'opened', id, preview, guess }), refusal(id, report))
  }

  function read({ id, mapping }: Command<'read'>, report: Report): void {
    importer
      .call(service => service.read(id, mapping))
      .then(summary => report({ type: 'read', id, summary }), refusal(id, report))
  }

  async function encode(
    { id, reading, heldOut }: Command<'encode'>,
    signal: AbortSignal,
    report: Report,
  ): Promise<void> {
    const prepared = await prepareEncoding({
      worker: importer,
      reading,
      heldOut,
      signal,
      onProgress: progress => report({ type: 'progress', id, progress }),
      createEncoder,
    }).catch(refusal(id, report))
    await prepared?.run().then(
      () => report({ type: 'encoded', id }),
      error => report({ type: 'encode-failed', id, why: messagesOf(error) }),
    )
  }

  function build({ id, ...order }: Command<'build'>, report: Report): void {
    importer
      .call(service => service.build(order))
      .then(({ world, notes, readings }) => {
        held.add(world, notes.length === 0)
        report({ type: 'built', id, world: world.whole.id, title: world.whole.title, notes, readings })
      })
      .catch(refusal(id, report))
  }

  function remove(world: string, report: Report): void {
    deleteSavedLog(world).then(
      () => {
        held.delete(world)
        report({ type: 'removed', world })
      },
      error => report({ type: 'remove-failed', why: messagesOf(error) }),
    )
  }

  /** Lists what the device keeps, in the store and in the catalogue. */
  async function refresh(): Promise<readonly CatalogueEntry[]> {
    const { logs, damaged, notes } = await listSavedLogs()
    dispatch({ type: 'listed', kept: logs.map(viewOf), damaged, notes })
    const worlds = [...held.notKept(logs), ...logs]
    onWorlds(worlds)
    return worlds
  }

  /** In a worker of its own: what becomes of the open file does not touch it. */
  async function load(id: string): Promise<LogWorld> {
    const here = held.get(id)
    if (here) return here
    const loader = createWorkerClient<LogService>(createWorker)
    try {
      const world = await loader.call(service => service.load(id))
      held.add(world, true)
      return world
    } finally {
      loader.dispose()
    }
  }

  function choose(files: readonly File[]): void {
    dispatch({ type: 'choose', name: files.map(file => file.name).join(' and '), files })
  }

  return {
    worlds: refresh,
    load,
    actions: {
      choose,
      paste: text => choose([new File([text], 'pasted text')]),
      tryExample(form) {
        const { name, text } = exampleLog(form)
        choose([new File([text], name)])
      },
      saveExample(form) {
        const { name, text } = exampleLog(form)
        download(name, [text], 'text/plain')
      },
      assign: (column, role) => dispatch({ type: 'assign', column, role }),
      scale: scoreScale => dispatch({ type: 'scale', scoreScale }),
      costUnit: costUnit => dispatch({ type: 'cost-unit', costUnit }),
      leaveOut: llms => dispatch({ type: 'leave-out', llms }),
      rename: title => dispatch({ type: 'rename', title }),
      holdOut: (family, out) => dispatch({ type: 'hold-out', family, out }),
      keepTexts: keep => dispatch({ type: 'keep-texts', keep }),
      makeWorld: () => dispatch({ type: 'make-world' }),
      cancel: () => dispatch({ type: 'cancel' }),
      close: () => dispatch({ type: 'close' }),
      open: show,
      remove: world => dispatch({ type: 'remove', world }),
    },
  }
}

function viewOf({ id, title, prompts, roster, bytes, savedAt }: SavedLog): KeptLog {
  return { id, title, prompts, llms: roster.length, bytes, savedAt }
}

export default createLogs
