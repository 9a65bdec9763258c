/** What `npm run evaluate` was asked for. */
import { parseArgs } from 'node:util'
import { TRAINING_TABLE } from '../../core/experiment/training.ts'
import { errorText } from '../../core/messages/message.ts'
import { SERVING_POLICIES, type ServingPolicy } from '../../core/offpolicy/serve.ts'

/** A mistake in what was asked for or given: one line on stderr and exit code 2. */
export class BadInput extends Error {}

/** A log that cannot be read as one: exit code 2, and what is wrong with it as JSON on stdout. */
export class Refused extends Error {}

export interface LogOptions {
  /** Files of a routing log: CSV, TSV, JSON, JSON lines or Parquet; price lists among them are recognised. */
  readonly logs: readonly string[]
  /** Whether the log is only read, and what it was read as is told. */
  readonly check: boolean
  /** List of its LLMs with prices, or null. */
  readonly models: string | null
  readonly train: boolean
  readonly seeds: number
  /** null: as many as the log's size asks for. */
  readonly steps: number | null
  /** Families kept out of training, by id or name. */
  readonly holdout: readonly string[]
  /** Of a log of what was served: the column of the propensities, or null to find it. */
  readonly propensity: string | null
  /** Where the policy learnt from such a log is saved, or null. */
  readonly policyOut: string | null
  /** A saved policy to judge, or null. */
  readonly policy: string | null
}

/** A log to be made of a built-in world: what production would have left of it. */
export interface ServeOptions {
  readonly world: string
  readonly serve: ServingPolicy
  /** Answers; null for one to each training prompt. */
  readonly rows: number | null
  readonly logOut: string
  /** Whether the log states the propensities. */
  readonly recorded: boolean
  readonly seed: number
}

export interface EvaluateOptions {
  readonly json: boolean
  /** null: the shipped policies. */
  readonly log: LogOptions | null
  /** null: no log is made. */
  readonly serve: ServeOptions | null
}

const MOST_SEEDS = 20
const MOST_ROWS = 50_000

/** @throws BadInput for a flag that does not exist, lacks its value or does not fit the others */
export function parseOptions(args: readonly string[]): EvaluateOptions {
  const { values, positionals } = flagsOf(args)
  const { json, ...flags } = values
  if (flags.log === undefined && positionals.length > 0) {
    throw new BadInput(`“${positionals[0]}” is no flag; a log is given by --log FILE.`)
  }
  if (flags.world !== undefined) return { json: json === true, log: null, serve: serveOptions(flags) }
  const { log, ...others } = flags
  const stray = Object.entries(others).find(
    ([name, value]) => value !== undefined && (log === undefined || FOR_WORLDS.has(name)),
  )
  if (stray) {
    throw new BadInput(`--${stray[0]} needs ${FOR_WORLDS.has(stray[0]) ? '--world ID' : '--log FILE'}.`)
  }
  const given = log === undefined ? null : logOptions([...log, ...positionals], others)
  return { json: json === true, log: given, serve: null }
}

type Flags = ReturnType<typeof flagsOf>['values']

/** Flags that only make sense where a log is made of a world. */
const FOR_WORLDS = new Set(['serve', 'rows', 'log-out', 'hide-propensity', 'seed'])

function logOptions(logs: readonly string[], flags: Omit<Flags, 'json' | 'log'>): LogOptions {
  const { models, check, train, seeds, steps, holdout, propensity, policy } = flags
  return {
    logs,
    models: models ?? null,
    check: check === true,
    train: train === true,
    seeds: seeds === undefined ? 1 : wholeNumber('seeds', seeds, MOST_SEEDS),
    steps: steps === undefined ? null : wholeNumber('steps', steps, TRAINING_TABLE.steps.max),
    holdout: (holdout ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== ''),
    propensity: propensity ?? null,
    policyOut: flags['policy-out'] ?? null,
    policy: policy ?? null,
  }
}

/** @throws BadInput for what is missing, and for flags that belong to a log that is read */
function serveOptions(flags: Omit<Flags, 'json'>): ServeOptions {
  const { world, serve, rows, seed } = flags
  const logOut = flags['log-out']
  const stray = Object.entries(flags).find(
    ([name, value]) => value !== undefined && name !== 'world' && !FOR_WORLDS.has(name),
  )
  if (stray) throw new BadInput(`--${stray[0]} does not go with --world.`)
  const policy = SERVING_POLICIES.find(name => name === serve)
  if (world === undefined || policy === undefined) {
    throw new BadInput(`--world needs --serve ${SERVING_POLICIES.join(', --serve ')}.`)
  }
  if (logOut === undefined) throw new BadInput('--serve needs --log-out FILE.')
  return {
    world,
    serve: policy,
    rows: rows === undefined ? null : wholeNumber('rows', rows, MOST_ROWS),
    logOut,
    recorded: flags['hide-propensity'] !== true,
    seed: seed === undefined ? 1 : wholeNumber('seed', seed, 999_999_999),
  }
}

function flagsOf(args: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  try {
    return parseArgs({
      args: [...args],
      // `--log a.json b.json`: what follows the first file has no flag of its own.
      allowPositionals: true,
      options: {
        json: flag,
        check: flag,
        train: flag,
        log: { type: 'string', multiple: true },
        models: text,
        seeds: text,
        steps: text,
        holdout: text,
        propensity: text,
        policy: text,
        'policy-out': text,
        world: text,
        serve: text,
        rows: text,
        'log-out': text,
        'hide-propensity': flag,
        seed: text,
      },
    })
  } catch (error) {
    throw new BadInput(errorText(error).split('. ')[0].replace(/\.?$/, '.'))
  }
}

function wholeNumber(name: string, given: string, most: number): number {
  const value = /^\d{1,9}$/.test(given) ? Number(given) : 0
  if (value < 1 || value > most) {
    throw new BadInput(`--${name} must be a whole number from 1 to ${most}; “${given}” is not.`)
  }
  return value
}
