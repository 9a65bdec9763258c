import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { errorText } from '../../core/messages/message.ts'
import type { LogFile } from '../../share/log/read.ts'
import { BadInput, type LogOptions } from './options.ts'

/** @throws BadInput for a file that is not there or cannot be read */
export function readFiles({ logs, models }: Pick<LogOptions, 'logs' | 'models'>): LogFile[] {
  const files = logs.map(readFile)
  return models === null ? files : [...files, { ...readFile(models), isModels: true }]
}

function readFile(path: string): LogFile {
  try {
    return { name: basename(path), bytes: new Uint8Array(readFileSync(path)) }
  } catch (error) {
    const missing = errorText(error).startsWith('ENOENT')
    throw new BadInput(missing ? `There is no file ${path}.` : `${path} cannot be read: ${errorText(error)}.`)
  }
}
