/** All that brings a training run back: settings, curves, parameters, studies and the view, as one JSON file. Never a typed prompt. */
import type { ReferenceLines, TrainingPoint } from '../../core/evaluation/curve.ts'
import type { TrainingSettings } from '../../core/experiment/training.ts'
import type { RunSnapshot } from '../../core/learning/snapshot.ts'
import type { PolicyShape } from '../../core/policy/shape.ts'
import { layoutOf, shapeOf } from '../../core/policy/shape.ts'
import { VIEW_TABLE } from '../../core/view/view.ts'
import { floatsFromBase64, floatsToBase64 } from './base64.ts'
import { nullable, number, oneOf, type Reader, readJson, record, text, whole, withDefault } from './fields.ts'
import { readPoints, readReward, readScore, readStep } from './points.ts'
import { MAX_POLICY_BYTES, readRoster, readShape } from './policyFile.ts'
import { ID, readSettings } from './settings.ts'
import { readSnapshot, snapshotFits, writeSnapshot } from './snapshot.ts'
import { readStudy, type SavedStudy } from './studyFields.ts'

export const RUN_FORMAT = 'barp-run-1'

/** A larger file is not parsed. */
export const MAX_RUN_BYTES = 160 * 2 ** 20

const START = ['scratch', 'shipped'] as const

/** The curves of a run and what they are measured against. */
export interface SavedReport {
  readonly step: number
  readonly keptStep: number
  readonly points: readonly TrainingPoint[]
  readonly references: ReferenceLines
  readonly tauUsd: number
}

export interface SavedPolicy {
  readonly shape: PolicyShape
  readonly parameters: Float32Array
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
  readonly start: (typeof START)[number]
  readonly report: SavedReport | null
  /** Where training stands, to be gone on with; null where nothing was trained. */
  readonly snapshot: RunSnapshot | null
  /** The policy that routes, unless it is the shipped one. */
  readonly policy: SavedPolicy | null
  readonly pinned: { readonly label: string; readonly points: readonly TrainingPoint[] } | null
  readonly studies: { readonly race: SavedStudy | null; readonly compare: SavedStudy | null }
}

const readReport: Reader<SavedReport> = record<SavedReport>({
  step: readStep,
  keptStep: readStep,
  points: readPoints,
  references: record<ReferenceLines>({ random: readReward, bestFixed: readReward, oracle: readReward }),
  tauUsd: number(Number.MIN_VALUE, 1e6),
})

const readPolicy: Reader<SavedPolicy> = (value, place) => {
  const { shape, parameters } = record<{ shape: PolicyShape; parameters: string }>({
    shape: readShape,
    parameters: text(MAX_POLICY_BYTES),
  })(value, place)
  const { size } = layoutOf(shape)
  // Base64 spends four characters on three bytes: the length is known before anything is decoded.
  if (parameters.length !== 4 * Math.ceil((4 * size) / 3)) {
    throw new Error(`“${place.path}” does not hold the ${size} parameters of its shape.`)
  }
  return { shape, parameters: floatsFromBase64(parameters) }
}

/** As a link's: the view's row says what the name of an example looks like. */
const promptName: Reader<string> = (value, place) => {
  const name = text(128)(value, place)
  if (name === '' || VIEW_TABLE.prompt.read(name) !== null) return name
  throw new Error(`“${place.path}” is not the name of an example.`)
}

const readRun: Reader<Run & { format: string }> = record<Run & { format: string }>({
  format: oneOf([RUN_FORMAT]),
  world: text(128, ID),
  roster: readRoster,
  prompt: promptName,
  wc: readScore,
  settings: readSettings,
  seed: whole(0, Number.MAX_SAFE_INTEGER),
  start: oneOf(START),
  report: nullable(readReport),
  snapshot: withDefault(nullable(readSnapshot), null),
  policy: nullable(readPolicy),
  pinned: nullable(record<NonNullable<Run['pinned']>>({ label: text(200), points: readPoints })),
  studies: record<Run['studies']>({ race: nullable(readStudy), compare: nullable(readStudy) }),
})

export function encodeRunFile(run: Run): string {
  const policy = run.policy && { ...run.policy, parameters: floatsToBase64(run.policy.parameters) }
  const snapshot = run.snapshot && writeSnapshot(run.snapshot)
  return JSON.stringify({ format: RUN_FORMAT, ...run, snapshot, policy })
}

/** @throws Error in words for the person: not a run, another version, damaged, or a field out of bounds */
export function decodeRunFile(json: string): { run: Run; notes: readonly string[] } {
  if (json.length > MAX_RUN_BYTES) throw new Error('It is larger than any run.')
  const { value, notes } = readJson(json, readRun)
  const { format: _, ...run } = value
  const arms = run.roster.length
  const points = [...(run.report?.points ?? []), ...(run.pinned?.points ?? [])]
  if (points.some(({ shares }) => shares.length !== arms) || (run.policy && run.policy.shape.arms !== arms)) {
    throw new Error(`Its curves or its policy are not for the ${arms} LLMs it names.`)
  }
  const shape = run.start === 'shipped' ? run.policy?.shape : shapeOf(run.settings, arms)
  if (run.snapshot && (!shape || !snapshotFits(run.snapshot, layoutOf(shape).size, arms))) {
    throw new Error('The state of its training does not fit its settings.')
  }
  return { run, notes }
}
