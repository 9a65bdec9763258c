/** What `npm run evaluate` was asked for. */
import { parseArgs } from 'node:util'
import { TRAINING_TABLE } from '../../core/experiment/training.ts'
import { errorText } from '../../core/messages/message.ts'

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
}

export interface EvaluateOptions {
  readonly json: boolean
  /** null: the shipped policies. */
  readonly log: LogOptions | null
}

const MOST_SEEDS = 20

/** @throws BadInput for a flag that does not exist, lacks its value or does not fit the others */
export function parseOptions(args: readonly string[]): EvaluateOptions {
  const { values, positionals } = flagsOf(args)
  const { json, log, models, check, train, seeds, steps, holdout } = values
  if (log === undefined) {
    if (positionals.length > 0)
      throw new BadInput(`“${positionals[0]}” is no flag; a log is given by --log FILE.`)
    const stray = Object.entries({ models, check, train, seeds, steps, holdout }).find(
      ([, value]) => value !== undefined,
    )
    if (stray) throw new BadInput(`--${stray[0]} needs --log FILE.`)
    return { json: json === true, log: null }
  }
  const given: LogOptions = {
    logs: [...log, ...positionals],
    models: models ?? null,
    check: check === true,
    train: train === true,
    seeds: seeds === undefined ? 1 : wholeNumber('seeds', seeds, MOST_SEEDS),
    steps: steps === undefined ? null : wholeNumber('steps', steps, TRAINING_TABLE.steps.max),
    holdout: (holdout ?? '')
      .split(',')
      .map(name => name.trim())
      .filter(name => name !== ''),
  }
  return { json: json === true, log: given }
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
