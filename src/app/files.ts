/** Files for the person, made here and handed to the browser's download; and what they open again. */
import { type Message, message, messagesOf, problem } from '../core/messages/message.ts'
import { isSameRoster, type PolicyHeader } from '../core/policy/policyHeader.ts'
import { sha256Hex } from '../engine/assets/checksum.ts'
import { loadPolicy } from '../engine/assets/load.ts'
import { writeCsv } from '../share/export/csv.ts'
import { fileName } from '../share/export/fileName.ts'
import { serialiseSvg } from '../share/export/svg.ts'
import { MAX_RUN_BYTES } from '../share/files/limits.ts'
import {
  decodePolicyFile,
  encodePolicyFile,
  isPolicyFile,
  MAX_POLICY_BYTES,
} from '../share/files/policyFile.ts'
import type { Playground } from '../store/playground.ts'
import type { FileActions } from '../ui/actions/files.ts'
import { download, rasterise } from './download.ts'
import { collectRun, type RunParts, restoreRun, rosterOf } from './runs.ts'

/** The form of run files knows every learner, which nobody needs to see the page. */
const runFile = () => import('../share/files/runFile.ts')

export interface FileParts extends RunParts {
  /** Ends the studies under way, so that they do not write over what is opened. */
  readonly endStudies: () => void
  /** Shows a world of the catalogue at an example ('' for its first). @returns whether it is shown now */
  readonly openWorld: (id: string, prompt: string) => Promise<boolean>
}

export function createFiles(parts: FileParts): FileActions {
  const { playground, training } = parts
  /** What came with the policy that was opened from a file. */
  let opened: { readonly name: string; readonly header: PolicyHeader } | null = null

  /** Does something with a file and says what happened if it fails. */
  async function attempt(failure: Message, work: () => void | Promise<void>): Promise<void> {
    try {
      await work()
    } catch (cause) {
      playground.getState().tell([failure, ...messagesOf(cause)])
    }
  }

  const shown = () => {
    const { loaded } = playground.getState()
    if (!loaded) throw problem('no-world-shown', {})
    return loaded
  }

  /** What the policy that routes now was trained by. */
  async function headerNow(): Promise<Omit<PolicyHeader, 'format' | 'sha256'>> {
    const loaded = shown()
    const { source, policy, world } = loaded
    const roster = rosterOf(loaded)
    if (source.kind === 'shipped')
      return (await loadPolicy(world.id, roster, new AbortController().signal)).header
    if (source.kind === 'file' && opened?.name === source.name) return opened.header
    const { settings, seed, backend, report } = training.getState()
    const run = source.kind === 'run' ? report : null
    const curve = (run?.points ?? []).flatMap(({ step, reward, entropy, validation }) =>
      validation === null ? [] : [{ step, reward, entropy, validation }],
    )
    return {
      world: world.id,
      roster,
      shape: policy.shape,
      settings,
      seed,
      curve,
      backend: backend?.backend ?? 'unknown',
      bestStep: run?.keptStep ?? 0,
    }
  }

  async function openPolicy(name: string, bytes: Uint8Array<ArrayBuffer>) {
    // The person has asked for the world that is on its way: the policy is for that one, not for what it replaces.
    await untilArrived(playground)
    const loaded = shown()
    const { policy, header, notes } = await decodePolicyFile(bytes, rosterOf(loaded), sha256Hex)
    if (shown().world.id !== loaded.world.id) throw problem('other-world-chosen', {})
    parts.endStudies()
    opened = { name, header }
    const elsewhere =
      header.world === loaded.world.id ? [] : [message('trained-elsewhere', { world: header.world })]
    playground.getState().setPolicy(policy, { kind: 'file', name })
    const told = [message('policy-opened', { name }), ...toKnow([...elsewhere, ...notes])]
    playground.getState().tell(told, 'policy')
  }

  async function openRun(name: string, json: string) {
    const { decodeRunFile } = await runFile()
    const { run, notes } = decodeRunFile(json)
    if (!playground.getState().loaded) await untilArrived(playground)
    const loaded = shown()
    const entry = playground.getState().catalogue.find(({ id }) => id === run.world)
    const roster = run.world === loaded.world.id ? rosterOf(loaded) : entry?.roster
    if (!roster) {
      throw problem('world-of-run-missing', { world: run.world })
    }
    if (!isSameRoster(roster, run.roster)) {
      throw problem('world-of-run-differs', { world: run.world })
    }
    if (!(await parts.openWorld(run.world, run.prompt))) {
      const failed = playground.getState().loading?.kind === 'failed'
      throw failed ? problem('world-of-run-not-shown', {}) : problem('other-world-chosen', {})
    }
    parts.endStudies()
    restoreRun(parts, run, name)
    playground.getState().tell([message('run-opened', { name }), ...toKnow(notes)], 'world')
  }

  return {
    saveTable: (name, columns, rows) =>
      void attempt(message('table-not-saved', {}), () =>
        download(fileName(name, 'csv'), [writeCsv(columns, rows)], 'text/csv;charset=utf-8'),
      ),
    saveChart: (name, svg, format) =>
      void attempt(message('chart-not-saved', {}), async () => {
        const drawn = serialiseSvg(svg, svg.closest('figure')?.querySelector('h3')?.textContent ?? name)
        if (format === 'svg') download(fileName(name, 'svg'), [drawn.text], 'image/svg+xml')
        else download(fileName(name, 'png'), [await rasterise(drawn)], 'image/png')
      }),
    savePolicy: () =>
      void attempt(message('policy-not-saved', {}), async () => {
        const { world, policy } = shown()
        const bytes = await encodePolicyFile(await headerNow(), policy.parameters, sha256Hex)
        download(fileName(`${world.id}-policy`, 'policy'), [bytes], 'application/octet-stream')
      }),
    saveRun: () =>
      void attempt(message('run-not-saved', {}), async () => {
        const { encodeRunFile } = await runFile()
        const run = await collectRun(parts)
        download(fileName(`${run.world}-run`, 'json'), [encodeRunFile(run)], 'application/json')
      }),
    open: file =>
      void attempt(message('file-not-opened', { name: file.name }), async () => {
        const mostBytes = Math.max(MAX_POLICY_BYTES, MAX_RUN_BYTES)
        if (file.size > mostBytes) throw problem('file-too-large', { bytes: file.size, mostBytes })
        const bytes = new Uint8Array(await file.arrayBuffer())
        if (isPolicyFile(bytes)) return openPolicy(file.name, bytes)
        if (bytes[0] === '{'.charCodeAt(0)) return openRun(file.name, new TextDecoder().decode(bytes))
        throw problem('file-of-no-kind', {})
      }),
  }
}

/** Resolves once no world is on its way: it came, failed, or the shown one is to stay. */
function untilArrived(playground: Playground): Promise<void> {
  const busy = () => playground.getState().loading?.kind === 'busy'
  return new Promise(resolve => {
    if (!busy()) return resolve()
    const stop = playground.subscribe(() => {
      if (busy()) return
      stop()
      resolve()
    })
  })
}

/** What was passed over on the way, as a message; none if nothing was. */
function toKnow(notes: readonly Message[]): readonly Message[] {
  return notes.length === 0 ? [] : [message('to-know', { notes })]
}

export default createFiles
