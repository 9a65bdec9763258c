/** Brings a person's own routing log in as a world, and keeps those that were brought in. */
import type { ColumnRole, Mapping } from '../core/log/mapping.ts'
import { type Message, messagesOf } from '../core/messages/message.ts'
import type { CatalogueEntry } from '../core/world/manifest.ts'
import { deleteSavedLog, listSavedLogs, type SavedLog } from '../engine/log/savedLogs.ts'
import { exampleLog } from '../share/log/example.ts'
import type { LogStore } from '../store/log.ts'
import type { LogActions, LogForm } from '../ui/actions/log.ts'
import { download } from './download.ts'
import { createLogClient, Refusal } from './log/client.ts'
import { encodeLog } from './log/encode.ts'
import type { LogWorld } from './log/messages.ts'

/** After the last change of a column's role the file is read again. */
const REST_MS = 300

export interface LogParts {
  readonly log: LogStore
  /** Called when the worlds made of own logs are others than before. */
  readonly onWorlds: (worlds: readonly CatalogueEntry[]) => void
  /** Shows a world of the catalogue. */
  readonly show: (id: string) => void
}

export interface Logs {
  readonly actions: LogActions
  /** Worlds made of own logs: those the device keeps, and one of this visit that it could not keep. */
  worlds(): Promise<readonly CatalogueEntry[]>
  /** @throws Error when it is gone or damaged */
  load(id: string): Promise<LogWorld>
}

export function createLogs({ log, onWorlds, show }: LogParts): Logs {
  const { getState } = log
  const client = createLogClient(rows => {
    const { status } = getState()
    if (status.kind === 'reading') getState().set({ status: { ...status, rows } })
  })
  /** Worlds of this visit: those that could not be kept, and the one last shown. */
  const held = new Map<
    string,
    { readonly entry: CatalogueEntry; readonly world: LogWorld; readonly kept: boolean }
  >()
  let task = new AbortController()
  let rest: ReturnType<typeof setTimeout> | undefined

  /** One task at a time: a newer one drops the older one's answers. */
  function begin(): AbortSignal {
    clearTimeout(rest)
    task.abort()
    task = new AbortController()
    return task.signal
  }

  async function attempt(
    signal: AbortSignal,
    work: () => Promise<void>,
    refused: (problems: readonly Message[]) => void,
  ) {
    try {
      await work()
    } catch (error) {
      if (signal.aborted) return
      if (error instanceof Refusal) refused(error.said)
      else getState().set({ status: { kind: 'failed', why: messagesOf(error) } })
    }
  }

  function choose(files: readonly File[]) {
    if (files.length === 0) return
    const signal = begin()
    client.stop(new DOMException('Another file was chosen.', 'AbortError'))
    const name = files.map(file => file.name).join(' and ')
    getState().set({
      status: { kind: 'reading', name, rows: 0 },
      heldOut: [],
      preview: null,
      mapping: null,
      summary: null,
    })
    void attempt(
      signal,
      async () => {
        const { preview, guess } = await client.ask({ type: 'open', files })
        if (signal.aborted) return
        getState().set({ preview, title: preview.name })
        await check(guess, signal)
      },
      problems => getState().set({ status: { kind: 'refused', problems } }),
    )
  }

  /** Reads the open file with a mapping and says what comes of it. */
  async function check(mapping: Mapping, signal: AbortSignal) {
    const preview = (checking: boolean, problems: readonly Message[]) =>
      getState().set({ status: { kind: 'preview', checking, problems } })
    getState().set({ mapping })
    preview(true, [])
    await attempt(
      signal,
      async () => {
        const { summary } = await client.ask({ type: 'read', mapping })
        if (signal.aborted) return
        const known = new Set(summary.families.map(family => family.id))
        getState().set({ summary, heldOut: getState().heldOut.filter(id => known.has(id)) })
        preview(false, [])
      },
      problems => {
        getState().set({ summary: null })
        preview(false, problems)
      },
    )
  }

  function remap(change: (mapping: Mapping) => Mapping) {
    const { mapping } = getState()
    if (mapping === null) return
    const signal = begin()
    getState().set({ mapping: change(mapping), status: { kind: 'preview', checking: true, problems: [] } })
    rest = setTimeout(() => void check(change(mapping), signal), REST_MS)
  }

  function makeWorld() {
    const signal = begin()
    const { heldOut, keepTexts, title } = getState()
    void attempt(
      signal,
      async () => {
        await encodeLog(client, heldOut, signal, status => getState().set({ status }))
        getState().set({ status: { kind: 'building' } })
        const { world, saved, note } = await client.ask({ type: 'build', title, keepTexts })
        if (signal.aborted) return
        const { id } = world.whole
        held.set(id, { entry: entryOf(world), world, kept: saved !== null })
        getState().set({ status: { kind: 'done', id, title: world.whole.title, note } })
        await refresh()
        show(id)
      },
      problems => getState().set({ status: { kind: 'preview', checking: false, problems } }),
    )
  }

  function cancel() {
    const { status } = getState()
    begin()
    if (status.kind === 'reading') {
      client.stop(task.signal.reason)
      getState().set({ status: { kind: 'idle' } })
    } else if (status.kind === 'fetching' || status.kind === 'encoding') {
      getState().set({ status: { kind: 'preview', checking: false, problems: [] } })
    }
  }

  function close() {
    begin()
    client.stop(new DOMException('The file was closed.', 'AbortError'))
    getState().set({
      status: { kind: 'idle' },
      heldOut: [],
      preview: null,
      mapping: null,
      summary: null,
    })
  }

  /** Lists what the device keeps, in the store and in the catalogue. */
  async function refresh(): Promise<readonly CatalogueEntry[]> {
    const { logs: kept, damaged, notes } = await listSavedLogs()
    if (notes.length > 0) getState().set({ keptProblem: notes })
    getState().set({ kept: kept.map(viewOf), damaged })
    const here = [...held.values()].filter(({ entry }) => !kept.some(({ id }) => id === entry.id))
    const worlds = [...here.filter(world => !world.kept).map(({ entry }) => entry), ...kept]
    onWorlds(worlds)
    return worlds
  }

  async function remove(id: string) {
    try {
      await deleteSavedLog(id)
      held.delete(id)
      getState().set({ keptProblem: null })
      const { status } = getState()
      if (status.kind === 'done' && status.id === id) close()
    } catch (error) {
      getState().set({ keptProblem: messagesOf(error) })
    }
    await refresh()
  }

  function tryExample(form: LogForm) {
    const { name, text } = exampleLog(form)
    choose([new File([text], name)])
  }

  function saveExample(form: LogForm) {
    const { name, text } = exampleLog(form)
    download(name, [text], 'text/plain')
  }

  return {
    worlds: refresh,
    async load(id) {
      const here = held.get(id)
      if (here) return here.world
      const { world } = await client.ask({ type: 'load', id })
      for (const [other, { kept }] of held) if (kept) held.delete(other)
      held.set(id, { entry: entryOf(world), world, kept: true })
      return world
    },
    actions: {
      choose,
      makeWorld,
      cancel,
      close,
      tryExample,
      saveExample,
      paste: text => choose([new File([text], 'pasted text')]),
      assign: (column, role) => remap(mapping => withRole(mapping, column, role)),
      scale: scoreScale => remap(mapping => ({ ...mapping, scoreScale })),
      rename: title => getState().set({ title }),
      holdOut(family, out) {
        const others = getState().heldOut.filter(id => id !== family)
        getState().set({ heldOut: out ? [...others, family] : others })
      },
      keepTexts: keepTexts => getState().set({ keepTexts }),
      open: show,
      remove: id => void remove(id),
    },
  }
}

function withRole(mapping: Mapping, column: number, role: ColumnRole): Mapping {
  return { ...mapping, columns: mapping.columns.map((old, i) => (i === column ? role : old)) }
}

function entryOf({ whole }: LogWorld): CatalogueEntry {
  const { id, title, card, size, llms } = whole
  return { id, title, provenance: card.provenance, prompts: size, roster: llms.map(llm => llm.id) }
}

function viewOf({ id, title, prompts, roster, bytes, savedAt }: SavedLog) {
  return { id, title, prompts, llms: roster.length, bytes, savedAt }
}
