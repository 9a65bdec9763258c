/** A value from outside read by a schema: typed, or refused in messages that name the place. */
import * as v from 'valibot'
import { type Message, message, Problem, problem } from '../core/messages/message.ts'
import { notesOn } from './notes.ts'

export interface Read<T> {
  readonly value: T
  /** What was passed over or filled in, clauses. */
  readonly notes: readonly Message[]
}

/** @throws Problem that names the first place that is not as it should be */
export function read<T>(schema: v.GenericSchema<unknown, T>, given: unknown): Read<T> {
  const result = v.safeParse(schema, given, { abortEarly: true })
  if (result.success) return { value: result.output, notes: notesOn(given, result.output) }
  throw new Problem(...result.issues.map(sayIssue))
}

/** @throws Problem when it is not JSON, or not what the schema says */
export function readJson<T>(schema: v.GenericSchema<unknown, T>, json: string): Read<T> {
  return read(schema, parse(json))
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    throw problem('not-json', {})
  }
}

function sayIssue(issue: v.BaseIssue<unknown>): Message {
  const path = (issue.path ?? []).reduce(placeOf, '')
  const bound = typeof issue.requirement === 'number' ? issue.requirement : 0
  switch (issue.type) {
    case 'min_value':
      return message('field-too-small', { path, least: bound })
    case 'max_value':
      return message('field-too-large', { path, most: bound })
    case 'max_length':
      return message('field-too-long', { path, most: bound })
    case 'min_length':
      return message('field-too-short', { path, least: bound })
    case 'integer':
      return message('field-not-whole', { path })
    case 'number':
    case 'string':
    case 'array':
    case 'object':
    case 'boolean':
      if (issue.received !== 'undefined') return message('field-of-wrong-kind', { path, kind: issue.type })
  }
  return message(issue.received === 'undefined' ? 'field-missing' : 'field-of-wrong-form', { path })
}

/** E.g. `run.points[3].reward`. */
function placeOf(path: string, { key }: v.IssuePathItem): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? String(key) : `${path}.${String(key)}`
}
