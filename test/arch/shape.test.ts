/** How large a file may grow, and what may lie at the top of the repository. */
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { ROOT, sourceFiles } from './sources.ts'

const TOP = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'index.html',
  'src',
  'public',
  'test',
  'README.md',
  'LICENSE',
]

test('no source file is longer than 300 lines', () => {
  const files = sourceFiles(['.ts', '.tsx', '.css'])
  expect(files.length).toBeGreaterThan(50)
  const lines = (text: string) => text.trimEnd().split('\n').length
  const long = files.filter(({ text }) => lines(text) > 300)
  expect(long.map(({ path, text }) => `${path}: ${lines(text)} lines`)).toEqual([])
})

test('only what belongs there lies at the top of the repository', () => {
  const listed = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 })
  const top = new Set(
    listed
      .trim()
      .split('\n')
      .map(path => path.split('/')[0]),
  )
  expect(top).toContain('package.json')
  expect([...top].filter(name => !name.startsWith('.') && !TOP.includes(name))).toEqual([])
})
