/** Chat messages: what the person said is the prompt; what the system was told, or answered, is not. */
import { isList, isRecord } from '../json/isRecord.ts'
import { parsePythonLiteral } from './pythonLiteral.ts'

const PERSON = /^(user|human|person|customer|prompter)$/i
/** Between two turns of the person. */
const BREAK = '\n\n'
/** Keys under which requests keep their messages, or the one text that they are about. */
const MESSAGES = ['messages', 'conversation', 'conversations', 'chat', 'turns', 'contents', 'input', 'prompt']
const TEXTS = ['prompt', 'question', 'query', 'input', 'text', 'content', 'user_input', 'instruction']
const MAX_DEPTH = 3

/** The person's turns of a list of messages; null where it is no such list or the person said nothing. */
export function personTurns(list: readonly unknown[]): string | null {
  const turns: string[] = []
  for (const item of list) {
    if (!isRecord(item)) return null
    const role = item.role ?? item.from ?? item.type ?? item.sender
    const content = item.content ?? item.value ?? item.text ?? item.parts
    if (typeof role !== 'string' || content === undefined) return null
    if (!PERSON.test(role)) continue
    const text = contentText(content)
    if (text !== '') turns.push(text)
  }
  return turns.length > 0 ? turns.join(BREAK) : null
}

/** A message's text: one string, or parts of which some are text. */
function contentText(content: unknown): string {
  if (typeof content === 'string') return content
  if (!isList(content)) return isRecord(content) && typeof content.text === 'string' ? content.text : ''
  return content
    .map(contentText)
    .filter(text => text !== '')
    .join('\n')
}

/** What a prompt's cell asks: the person's turns where it holds a chat as JSON or as Python prints one, else the cell. */
export function promptText(cell: string): string {
  const text = cell.trim()
  if (
    !/^[[{]/.test(text) ||
    !/\brole\b|\bfrom\b|messages|content|prompt|question|query|input|text/.test(text)
  )
    return cell
  const value = parse(text)
  return value === undefined ? cell : (turnsIn(value, 1) ?? cell)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return parsePythonLiteral(text)
  }
}

function turnsIn(value: unknown, depth: number): string | null {
  if (isList(value)) return personTurns(value)
  if (!isRecord(value) || depth > MAX_DEPTH) return null
  for (const key of MESSAGES) {
    const inner = value[key]
    const turns = typeof inner === 'object' ? turnsIn(inner, depth + 1) : null
    if (turns !== null) return turns
  }
  const own = personTurns([value])
  if (own !== null) return own
  const key = TEXTS.find(name => typeof value[name] === 'string')
  const alone = Object.entries(value).every(([name, other]) => name === key || isSetting(other))
  return key !== undefined && alone ? String(value[key]) : null
}

/** A request's temperature, model and the like: nothing that could belong to the question. */
function isSetting(value: unknown): boolean {
  return typeof value === 'string'
    ? value.length < 40 && !value.includes(' ')
    : typeof value !== 'object' || value === null
}
