/** What every row of a table of settings can do, whatever its values are; and records made by going through a table. */
import { unreachable } from '../unreachable.ts'

export interface Row<T> {
  readonly default: T
  /** Whether a value from outside is of the row's kind and within its bounds. */
  accepts(value: unknown): value is T
  /** The value that a link's text stands for, or null where it stands for none. */
  read(text: string): T | null
  /** The text that `read` turns back into the same value. */
  write(value: T): string
}

/** What a row can do, but for its default. */
type Reader<T> = Omit<Row<T>, 'default'>

/** One of some names. */
export function oneOf<T extends string>(options: readonly T[]): Reader<T> {
  const read = (value: unknown) => options.find(option => option === value) ?? null
  return { accepts: (value): value is T => read(value) !== null, read, write: value => value }
}

/** A number in [min, max]. @param whole whether only whole ones are */
export function numberWithin(min: number, max: number, whole: boolean): Reader<number> {
  const accepts = (value: unknown): value is number =>
    typeof value === 'number' && value >= min && value <= max && (!whole || Number.isInteger(value))
  return {
    accepts,
    read(text) {
      const value = readNumber(text)
      return accepts(value) ? value : null
    },
    write: String,
  }
}

/** A list of ids, parted by commas in a link. @param form of one id, which has no comma @param most ids */
export function listOfIds(form: RegExp, most: number): Reader<readonly string[]> {
  const accepts = (value: unknown): value is readonly string[] =>
    Array.isArray(value) && value.length <= most && value.every(id => typeof id === 'string' && form.test(id))
  return {
    accepts,
    read(text) {
      const ids = text === '' ? [] : text.split(',')
      return accepts(ids) ? ids : null
    },
    write: ids => ids.join(','),
  }
}

/** A table of settings: one row each. A setting without a row does not compile. */
export type Rows<Settings> = { readonly [Name in keyof Settings]: Row<Settings[Name]> }

/** The settings that a table's rows hold. */
export type ValuesOf<Table extends Readonly<Record<string, { readonly default: unknown }>>> = {
  [Name in keyof Table]: Table[Name]['default']
}

/** The names of a table's rows, in its order, with their types: TypeScript widens Object.keys to strings. */
export function namesOf<Table extends object>(table: Table): Extract<keyof Table, string>[] {
  return Object.keys(table).filter(name => isName(table, name))
}

/** Whether a name from outside is that of a row; `__proto__` and `toString` are none. */
export function isName<Table extends object>(
  table: Table,
  name: string,
): name is Extract<keyof Table, string> {
  return Object.hasOwn(table, name)
}

/** A record with a value for every row of a table, in its order. */
export function collect<Result extends object>(
  table: { readonly [Name in keyof Result]: unknown },
  make: <Name extends Extract<keyof Result, string>>(name: Name) => Result[Name],
): Result {
  const result: Partial<Result> = {}
  for (const name in table) result[name] = make(name)
  if (!isComplete(result, table)) unreachable('a row of the table was passed over')
  return result
}

function isComplete<Result extends object>(
  result: Partial<Result>,
  table: { readonly [Name in keyof Result]: unknown },
): result is Result {
  return Object.keys(table).every(name => Object.hasOwn(result, name))
}

/** Decimal digits as a person writes them. */
const DECIMAL = /^-?(\d+\.?\d*|\.\d+)$/
const LONGEST_NUMBER = 32

/** A number from a link: plain decimals, or anything that JavaScript itself writes (`1e-10`, `1e+21`); null otherwise. */
export function readNumber(text: string): number | null {
  if (text.length > LONGEST_NUMBER) return null
  const value = Number(text)
  return Number.isFinite(value) && (DECIMAL.test(text) || String(value) === text) ? value : null
}
