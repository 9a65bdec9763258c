/** The forms of file that hold a routing log, one line each: a file is read by the first that claims it. */
import { DELIMITED } from './delimited/delimited.ts'
import { JSON_TEXT } from './json/json.ts'
import { PARQUET } from './parquet.ts'
import type { TableFormat } from './table.ts'

export const FORMATS: readonly TableFormat[] = [PARQUET, JSON_TEXT, DELIMITED]
