/**
 * The view: everything that a link, a run file, a lesson, an embedding page, a reload, Back or a teacher may set. One table,
 * one row each; the types, the defaults, links and checks derive from it. A typed prompt is never part of it.
 */
import { BACKEND_PREFERENCES } from '../experiment/backend.ts'
import { ENCODER_PREFERENCES, STARTS } from '../experiment/options.ts'
import { SPEEDS } from '../experiment/pace.ts'
import { collect, namesOf, type ValuesOf } from '../experiment/row.ts'
import { TRAINING_ROWS, type TrainingName, type TrainingSettings } from '../experiment/training.ts'
import { type Message, type Messages, message } from '../messages/message.ts'
import {
  choice,
  dial,
  flag,
  type Keeper,
  name,
  parts,
  type Travel,
  type ViewRows,
  wholeNumber,
  withTravel,
} from './viewRow.ts'

/** As worlds and examples are named: `routerbench-11`, `grade-math/12`. */
const WORLD = /^[\w.-]{1,64}(\/\d{1,5})?$/
const PROMPT = WORLD

/** Seeds up to this size are told apart exactly, and so are those of the runs that a study counts up from one. */
export const MAX_SEED = 1e15

/** Another seed: the next one, and after the last the default. */
export function nextSeed(seed: number): number {
  return seed < MAX_SEED ? seed + 1 : DEFAULT_VIEW.seed
}

const OWN_TABLE = {
  /** Id of a world. */
  world: name(
    {
      key: 'world',
      label: message('label-world', {}),
      since: 1,
      always: true,
      inLink: true,
      keeper: 'route',
      isStep: true,
    },
    WORLD,
    'routerbench-11',
  ),
  /** Lasting name of an example prompt, or '' for the world's first. */
  prompt: name(
    {
      key: 'prompt',
      label: message('label-prompt', {}),
      since: 1,
      inLink: true,
      keeper: 'route',
      isStep: true,
    },
    PROMPT,
    '',
  ),
  /** The dial: w_c. */
  wc: dial(
    { key: 'wc', label: message('label-wc', {}), since: 1, always: true, inLink: true, keeper: 'route' },
    0.3,
  ),
  encoder: choice(
    { key: 'encoder', label: message('label-encoder', {}), since: 1, inLink: true, keeper: 'encoder' },
    ENCODER_PREFERENCES,
    'auto',
  ),
  seed: wholeNumber(
    { key: 'seed', label: message('label-seed', {}), since: 2, inLink: true, keeper: 'training' },
    -MAX_SEED,
    MAX_SEED,
    1,
  ),
  start: choice(
    { key: 'start', label: message('label-start', {}), since: 3, inLink: true, keeper: 'training' },
    STARTS,
    'scratch',
  ),
  speed: choice(
    { key: 'speed', label: message('label-speed', {}), since: 3, inLink: true, keeper: 'training' },
    SPEEDS,
    'fast',
  ),
  /** Where TensorFlow.js is to multiply. */
  backendPreference: choice(
    { key: 'backend', label: message('label-backend', {}), since: 3, inLink: true, keeper: 'training' },
    BACKEND_PREFERENCES,
    'auto',
  ),
  /** The reader's own device and battery: no link decides on it. */
  trainWhileHidden: flag({
    key: 'hidden-training',
    label: message('label-train-while-hidden', {}),
    since: 3,
    inLink: false,
    keeper: 'training',
  }),
  /** Whether the feedback table shows the eye what the learner does not see. */
  peek: flag({ key: 'peek', label: message('label-peek', {}), since: 3, inLink: true, keeper: 'training' }),
  /** Ids of the parts that stand open, of those that can be closed. */
  open: parts({
    key: 'open',
    label: message('label-open', {}),
    since: 3,
    inLink: true,
    keeper: 'page',
    isStep: true,
  }),
  /** Larger and with less around it, to be shown to a room. */
  presenter: flag({
    key: 'presenter',
    label: message('label-presenter', {}),
    since: 3,
    inLink: true,
    keeper: 'page',
  }),
  /** Ids of the parts that a teacher leaves out of the page, and of those that are shown but do not move. */
  hidden: parts({ key: 'hide', label: message('label-hidden', {}), since: 3, inLink: true, keeper: 'page' }),
  locked: parts({ key: 'lock', label: message('label-locked', {}), since: 3, inLink: true, keeper: 'page' }),
}

const trainingTravel = (setting: TrainingName): Travel => ({
  key: `t.${setting}`,
  label: message('label-setting', { label: TRAINING_ROWS[setting].label }),
  since: 2,
  inLink: true,
  keeper: 'settings',
})

export interface View extends ValuesOf<typeof OWN_TABLE>, TrainingSettings {}
export type ViewName = keyof View

/** Some of it: what it does not name stays as it is. */
export type PartialView = Partial<View>

export const VIEW_TABLE: ViewRows<View> = {
  ...OWN_TABLE,
  ...withTravel<TrainingSettings>(TRAINING_ROWS, trainingTravel),
}

export const VIEW_NAMES: readonly ViewName[] = namesOf(VIEW_TABLE)

/** What a link can carry of a view. */
export const LINK_NAMES: readonly ViewName[] = VIEW_NAMES.filter(name => VIEW_TABLE[name].inLink)

export const DEFAULT_VIEW: View = collect<View>(VIEW_TABLE, setting => VIEW_TABLE[setting].default)

/** A value of a view as a link has it; of what the view does not name, its default. */
export function textOf<Name extends ViewName>(view: PartialView, name: Name): string {
  const row = VIEW_TABLE[name]
  const value: PartialView[Name] = view[name]
  return row.write(value ?? row.default)
}

/** What a view names of the rows that one keeper holds. */
export function keptBy(keeper: Keeper, view: PartialView): PartialView {
  const kept: PartialView = {}
  for (const name of VIEW_NAMES) if (VIEW_TABLE[name].keeper === keeper) copy(view, kept, name)
  return kept
}

/**
 * What of a change the page may be set to. Training settings pass: they are clamped to their bounds, which needs the world.
 * @returns what is left of it, and what was left out, one message each
 */
export function acceptView(change: PartialView): { readonly view: PartialView; readonly refused: Messages } {
  const view: PartialView = { ...change }
  const refused: Message[] = []
  for (const name of namesOf(OWN_TABLE)) {
    const { accepts, label } = VIEW_TABLE[name]
    if (change[name] === undefined || accepts(change[name])) continue
    delete view[name]
    refused.push(message('view-value-refused', { label: [label] }))
  }
  return { view, refused }
}

function copy<Name extends ViewName>(from: PartialView, to: PartialView, name: Name): void {
  const value: PartialView[Name] = from[name]
  if (value !== undefined) to[name] = value
}
