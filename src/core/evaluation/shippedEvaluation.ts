/**
 * A world's routers and its shipped policy, evaluated when the policy was trained: what the comparison shows before anything
 * is worked out in the page. The same figures as `evaluateReferences` gives, in columns.
 */
import { PREFERENCE_GRID } from '../bandit/preference.ts'
import type { Split } from '../world/world.ts'
import type { FamilyRow } from './families.ts'
import type { Means } from './groupMeans.ts'
import type { HeldOutEvaluation } from './heldOut.ts'
import type { Evaluation } from './sweep.ts'

export const EVALUATION_FORMAT = 'barp-evaluation-1'

/** The files that an evaluation was made of. */
export interface EvaluatedFiles {
  /** Id of the world. */
  readonly world: string
  /** SHA-256 of the shipped policy's parameters. */
  readonly policy: string
  /** SHA-256 of the whole world's header and of its columns. */
  readonly header: string
  readonly columns: string
}

/** Means, a column each. */
export type MeanColumns = { readonly [Name in keyof Means]: readonly number[] }

export interface RouterColumns extends MeanColumns {
  readonly router: string
  readonly aiq: number
}

export interface FamilyColumns extends MeanColumns {
  readonly family: string
  /** Prompts. */
  readonly n: number
}

export interface SplitColumns {
  readonly split: Split
  /** Prompts. */
  readonly n: number
  /** A number each place on the dial, w_c = 0, 0.1 ... 1. */
  readonly routers: readonly RouterColumns[]
  /** A number each router, in the same order. */
  readonly families: readonly FamilyColumns[]
}

export interface EvaluationFile extends EvaluatedFiles {
  readonly format: typeof EVALUATION_FORMAT
  readonly trainingPrompts: number
  readonly splits: readonly SplitColumns[]
}

/** Significant digits of a figure in the file: so many that no figure on the page is rounded another way. */
const DIGITS = 8

/** @throws RangeError where a router is missing: half an evaluation is not shipped */
export function encodeEvaluation(
  { evaluations, families, trainingPrompts, missing }: HeldOutEvaluation,
  files: EvaluatedFiles,
): EvaluationFile {
  if (missing.length > 0) throw new RangeError('A router is missing.')
  return {
    format: EVALUATION_FORMAT,
    ...files,
    trainingPrompts,
    splits: evaluations.map(evaluation => splitColumns(evaluation, families)),
  }
}

function splitColumns({ rows, aiq }: Evaluation, families: readonly FamilyRow[]): SplitColumns {
  const [{ split, n }] = rows
  const own = families.filter(row => row.split === split)
  const ids = [...new Set(own.map(row => row.family))]
  return {
    split,
    n,
    routers: aiq.map(area => ({
      router: area.router,
      aiq: shorten(area.aiq),
      ...columnsOf(rows.filter(row => row.router === area.router)),
    })),
    families: ids.map(family => {
      const ofFamily = own.filter(row => row.family === family)
      const inOrder = aiq.flatMap(({ router }) => ofFamily.filter(row => row.router === router))
      return { family, n: inOrder[0].n, ...columnsOf(inOrder) }
    }),
  }
}

function columnsOf(rows: readonly Means[]): MeanColumns {
  return {
    quality: rows.map(row => shorten(row.quality)),
    costUsd: rows.map(row => shorten(row.costUsd)),
    reward: rows.map(row => shorten(row.reward)),
    regret: rows.map(row => shorten(row.regret)),
  }
}

function shorten(value: number): number {
  return Number(value.toPrecision(DIGITS))
}

/** @param file whose columns have a number each place on the dial, and those of families one each router */
export function decodeEvaluation({ world, trainingPrompts, splits }: EvaluationFile): HeldOutEvaluation {
  return {
    trainingPrompts,
    missing: [],
    evaluations: splits.map(({ split, n, routers }) => ({
      rows: routers.flatMap(({ router, ...columns }) =>
        PREFERENCE_GRID.map((w, i) => ({ world, split, router, wc: w.cost, n, ...meansAt(columns, i) })),
      ),
      aiq: routers.map(({ router, aiq }) => ({ world, split, router, aiq })),
    })),
    families: splits.flatMap(({ split, routers, families }) =>
      families.flatMap(({ family, n, ...columns }) =>
        routers.map(({ router }, i) => ({ world, split, family, router, n, ...meansAt(columns, i) })),
      ),
    ),
  }
}

function meansAt({ quality, costUsd, reward, regret }: MeanColumns, i: number): Means {
  return { quality: quality[i], costUsd: costUsd[i], reward: reward[i], regret: regret[i] }
}
