/** All that brings a training run back: settings, curves, parameters, studies and the view, as one JSON file. Never a typed prompt. */
import * as v from 'valibot'
import type { ReferenceLines, TrainingPoint } from '../../core/evaluation/curve.ts'
import { STARTS, type Start } from '../../core/experiment/options.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import type { RunSnapshot } from '../../core/learning/snapshot.ts'
import { type Messages, problem } from '../../core/messages/message.ts'
import type { PlainPolicy } from '../../core/policy/policy.ts'
import { layoutOf, shapeOf } from '../../core/policy/shape.ts'
import { VIEW_TABLE } from '../../core/view/view.ts'
import { Id, number, Reward, Roster, Seed, Step, text } from '../../schema/figures.ts'
import { Points } from '../../schema/points.ts'
import { Shape } from '../../schema/policyHeader.ts'
import { readJson } from '../../schema/read.ts'
import { Settings } from '../../schema/settings.ts'
import { floatsFromBase64, floatsToBase64 } from './base64.ts'
import { MAX_RUN_BYTES } from './limits.ts'
import { MAX_POLICY_BYTES } from './policyFile.ts'
import { Snapshot, snapshotFits, writeSnapshot } from './snapshot.ts'
import { type SavedStudy, Study } from './studyFields.ts'

const RUN_FORMAT = 'barp-run-1'

/** The curves of a run and what they are measured against. */
export interface SavedReport {
  readonly step: number
  readonly keptStep: number
  readonly points: readonly TrainingPoint[]
  readonly references: ReferenceLines
  readonly tauUsd: number
}

export interface Run {
  /** Id of the world. */
  readonly world: string
  /** LLM ids in the order of the logits. */
  readonly roster: readonly string[]
  /** Lasting name of the example shown, or '' where a prompt was typed. */
  readonly prompt: string
  readonly wc: number
  readonly settings: TrainingSettings
  readonly seed: number
  readonly start: Start
  readonly report: SavedReport | null
  /** Where training stands, to be gone on with; null where nothing was trained. */
  readonly snapshot: RunSnapshot | null
  /** The policy that routes, unless it is the shipped one. */
  readonly policy: PlainPolicy | null
  readonly pinned: { readonly label: string; readonly points: readonly TrainingPoint[] } | null
  readonly studies: { readonly race: SavedStudy | null; readonly compare: SavedStudy | null }
}

const Report: v.GenericSchema<unknown, SavedReport> = v.object({
  step: Step,
  keptStep: Step,
  points: Points,
  references: v.object({ random: Reward, bestFixed: Reward, oracle: Reward }),
  tauUsd: number(Number.MIN_VALUE, Number.MAX_VALUE),
})

const Policy: v.GenericSchema<unknown, PlainPolicy> = v.pipe(
  v.object({ shape: Shape, parameters: text(MAX_POLICY_BYTES) }),
  // Base64 spends four characters on three bytes: the length is known before anything is decoded.
  v.forward(
    v.check(({ shape, parameters }) => parameters.length === 4 * Math.ceil((4 * layoutOf(shape).size) / 3)),
    ['parameters'],
  ),
  v.transform(({ shape, parameters }) => ({ shape, parameters: floatsFromBase64(parameters) })),
)

const RunFile: v.GenericSchema<unknown, Run & { format: string }> = v.object({
  format: v.literal(RUN_FORMAT),
  world: Id,
  roster: Roster,
  // As a link's: the view's row says what the name of an example looks like.
  prompt: v.custom<string>(VIEW_TABLE.prompt.accepts),
  wc: v.custom<number>(VIEW_TABLE.wc.accepts),
  settings: Settings,
  seed: Seed,
  start: v.picklist(STARTS),
  report: v.nullable(Report),
  snapshot: v.optional(v.nullable(Snapshot), null),
  policy: v.nullable(Policy),
  pinned: v.nullable(v.object({ label: text(200), points: Points })),
  studies: v.object({ race: v.nullable(Study), compare: v.nullable(Study) }),
})

/** @throws Problem when it holds a number that is not finite, or is larger than what is read: nothing could open it again */
export function encodeRunFile(run: Run): string {
  const policy = run.policy && { ...run.policy, parameters: floatsToBase64(run.policy.parameters) }
  const snapshot = run.snapshot && writeSnapshot(run.snapshot)
  const json = JSON.stringify({ format: RUN_FORMAT, ...run, snapshot, policy }, refuseNotFinite)
  requireSize(json)
  return json
}

/** A run as the device keeps it: plain data and vectors as they are, which costs next to nothing to write. */
export function recordOfRun(run: Run): object {
  return { format: RUN_FORMAT, ...run }
}

/** @throws Problem as `decodeRunFile` does, which checks it */
export function readRunRecord(record: unknown): { run: Run; notes: Messages } {
  const json = JSON.stringify(record, (_, value: unknown) =>
    value instanceof Float32Array ? floatsToBase64(value) : value,
  )
  return decodeRunFile(json ?? '')
}

/** JSON would write `null` for it, and nothing would know why. */
function refuseNotFinite(path: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) throw problem('field-not-finite', { path })
  return value
}

function requireSize(json: string): void {
  if (json.length <= MAX_RUN_BYTES) return
  throw problem('file-too-large', { bytes: json.length, mostBytes: MAX_RUN_BYTES })
}

/** @throws Problem: not a run, another version, damaged, or a field out of bounds */
export function decodeRunFile(json: string): { run: Run; notes: Messages } {
  requireSize(json)
  const { value, notes } = readJson(RunFile, json)
  const { format: _, ...run } = value
  const arms = run.roster.length
  const points = [...(run.report?.points ?? []), ...(run.pinned?.points ?? [])]
  if (points.some(({ shares }) => shares.length !== arms) || (run.policy && run.policy.shape.arms !== arms)) {
    throw problem('run-for-other-llms', { llms: arms })
  }
  const { size } = layoutOf(shapeOf(run.settings, arms))
  if (run.snapshot && !snapshotFits(run.snapshot, size, arms)) {
    throw problem('run-state-unfit', {})
  }
  return { run, notes }
}
