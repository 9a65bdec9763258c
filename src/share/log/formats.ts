/** The forms of routing log that are read, one line each: a file is read by the first that claims it. */
import { CSV, TSV } from './delimited.ts'
import { JSON_LINES, JSON_LIST } from './json.ts'
import { PARQUET } from './parquet.ts'
import type { TableFormat } from './table.ts'

export const FORMATS: readonly TableFormat[] = [PARQUET, JSON_LINES, JSON_LIST, TSV, CSV]
