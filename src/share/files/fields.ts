/**
 * Reading JSON that came from outside: only fields that are asked for, by name and of their own (a `__proto__` is no field),
 * every number finite and in bounds, every text and list capped. A field that is not there and has no default, or is not
 * what it should be, refuses the whole.
 */

/** Where a value stands in the file, and what was passed over on the way. */
export interface Place {
  /** E.g. `run.points[3].reward`; '' at the top. */
  readonly path: string
  /** Things worth telling that do not refuse the file, in words. */
  readonly notes: string[]
}

/** @throws Error that names the place and what is wrong with it */
export type Reader<T> = (value: unknown, place: Place) => T

function refuse({ path }: Place, expected: string): never {
  throw new Error(`“${path || 'the file'}” is not ${expected}.`)
}

export function number(min: number, max: number): Reader<number> {
  return (value, place) =>
    typeof value === 'number' && value >= min && value <= max
      ? value
      : refuse(place, `a number between ${min} and ${max}`)
}

export function whole(min: number, max: number): Reader<number> {
  const read = number(min, max)
  return (value, place) =>
    Number.isInteger(value) ? read(value, place) : refuse(place, `a whole number between ${min} and ${max}`)
}

export function text(maxLength: number, pattern?: RegExp): Reader<string> {
  return (value, place) =>
    typeof value === 'string' && value.length <= maxLength && (pattern?.test(value) ?? true)
      ? value
      : refuse(place, pattern ? 'a name of the right form' : `a text of at most ${maxLength} characters`)
}

export function oneOf<T extends string>(options: readonly T[]): Reader<T> {
  return (value, place) =>
    options.find(option => option === value) ?? refuse(place, `one of ${options.join(', ')}`)
}

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value, place) => (value === null ? null : read(value, place))
}

export function list<T>(read: Reader<T>, maxLength: number): Reader<T[]> {
  return (value, place) =>
    Array.isArray(value) && value.length <= maxLength
      ? value.map((item: unknown, i) => read(item, { ...place, path: `${place.path}[${i}]` }))
      : refuse(place, `a list of at most ${maxLength}`)
}

/** An object with these fields; others are passed over, and that is noted. */
export function record<T extends object>(fields: { readonly [Key in keyof T]-?: Reader<T[Key]> }): Reader<T> {
  return (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) refuse(place, 'an object')
    const at = (name: string) => ({ ...place, path: place.path === '' ? name : `${place.path}.${name}` })
    const result: Partial<T> = {}
    for (const name in fields) {
      const given: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined
      result[name] = fields[name](given, at(name))
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) place.notes.push(`“${at(name).path.slice(0, 80)}” is not known here`)
    }
    if (!isComplete(result, fields)) refuse(place, 'complete')
    return result
  }
}

function isComplete<T extends object>(
  result: Partial<T>,
  fields: { readonly [Key in keyof T]-?: unknown },
): result is T {
  return Object.keys(fields).every(name => Object.hasOwn(result, name))
}

/** Takes `fallback` where a file does not have the field at all, and notes it. */
export function withDefault<T>(read: Reader<T>, fallback: T): Reader<T> {
  return (value, place) => {
    if (value !== undefined) return read(value, place)
    place.notes.push(`“${place.path}” is missing: the default stands in its place`)
    return fallback
  }
}

/** Reads a text as JSON and its value with `read`. @throws Error when it is not JSON, or `read` refuses */
export function readJson<T>(json: string, read: Reader<T>): { value: T; notes: readonly string[] } {
  const notes: string[] = []
  const parsed = parse(json)
  return { value: read(parsed, { path: '', notes }), notes }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw new Error('It is not JSON: the file is damaged, or of another kind.')
  }
}
