/** Bad input is refused before anything is encoded; as the command is typed, with exit code 2 and one line on stderr. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { evaluateLog } from '../../../src/cli/evaluate/log.ts'
import { BadInput, parseOptions } from '../../../src/cli/evaluate/options.ts'
import { errorText } from '../../../src/core/messages/message.ts'
import { ROOT } from '../../arch/sources.ts'

const folder = mkdtempSync(join(tmpdir(), 'barp-evaluate-'))
afterAll(() => rmSync(folder, { recursive: true }))

const row = (i: number, score: readonly unknown[]) =>
  JSON.stringify({
    id: i,
    task: i % 2 ? 'sums' : 'verse',
    prompt: `Prompt ${i}?`,
    score,
    cost: [0.001, 0.01],
  })
const rows = Array.from({ length: 80 }, (_, i) => row(i, [0.5, 1]))

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function evaluate(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/evaluate/main.ts', ...args],
    {
      cwd: ROOT,
      encoding: 'utf8',
    },
  )
  return { status, stdout, stderr }
}

const good = write('rows.jsonl', rows.join('\n'))
const unknownFamily = ['--log', good, '--holdout', 'law']

test.each([
  ['a missing file', ['--log', join(folder, 'none.jsonl')], /no file .*none\.jsonl/],
  ['an unknown family', unknownFamily, /no family “law”/],
  [
    'a score out of range',
    ['--log', write('high.jsonl', [...rows.slice(0, 9), row(9, [0.5, 7000]), ...rows.slice(10)].join('\n'))],
    /row 10/,
  ],
  [
    'a models file of other LLMs',
    ['--log', good, '--models', write('models.json', '[{"id":"a"},{"id":"b"},{"id":"c"}]')],
    /3 LLMs.*2 scores/,
  ],
])('%s is bad input, in one line that names it', async (_, args, named) => {
  const { log } = parseOptions([...args, '--json'])
  if (log === null) throw new Error('A log was given.')
  const refused: unknown = await evaluateLog(log, true).catch(error => error)
  expect(refused).toBeInstanceOf(BadInput)
  expect(errorText(refused)).toMatch(named)
  expect(errorText(refused)).not.toContain('\n')
})

test.each([
  ['an unknown flag', ['--lgo', 'x'], /--lgo/],
  ['an unknown family', unknownFamily, /no family “law”/],
])('%s ends the command with exit code 2, one line on stderr and nothing on stdout', (_, args, named) => {
  const { status, stdout, stderr } = evaluate(...args, '--json')
  expect(stderr).toMatch(named)
  expect(stderr.trim().split('\n')).toHaveLength(1)
  expect(stdout).toBe('')
  expect(status).toBe(2)
})
