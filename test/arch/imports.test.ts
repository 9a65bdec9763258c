/** Which ring of the sources may import which. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, ROOT, ringOf, sourceFiles, targetOf } from './sources.ts'

/** From each ring to the rings it may import, besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  main: ['app'],
  app: ['ui', 'words', 'store', 'share', 'engine', 'schema', 'core'],
  ui: ['words', 'store', 'core'],
  words: ['core'],
  store: ['core'],
  share: ['schema', 'core'],
  engine: ['schema', 'core'],
  cli: ['core', 'engine', 'schema', 'share', 'words'],
  schema: ['core'],
  core: [],
}

const files = sourceFiles(['.ts', '.tsx'])
const edges = files.flatMap(({ path, text }) =>
  importsOf(text).map(specifier => ({ path, specifier, target: targetOf(path, specifier) })),
)
const local = edges.filter(edge => edge.specifier.startsWith('.'))

test('every ring has files, and there is no other', () => {
  const rings = new Set(files.map(file => ringOf(file.path)))
  expect([...rings].sort()).toEqual(Object.keys(ALLOWED).sort())
})

test('the scanner sees more than a hundred imports, and every one of them leads to a file', () => {
  expect(edges.length).toBeGreaterThan(100)
  expect(local.filter(edge => !existsSync(join(ROOT, edge.target)))).toEqual([])
})

test('no file imports from a ring that is closed to it', () => {
  const closed = local.filter(({ path, target }) => {
    const from = ringOf(path) ?? ''
    const to = ringOf(target) ?? ''
    if (from === 'main' && target.startsWith('src/ui/styles/')) return false
    return from !== to && !ALLOWED[from]?.includes(to)
  })
  expect(closed.map(({ path, target }) => `${path} -> ${target}`)).toEqual([])
})

test('no files import one another in a circle, types included', () => {
  const targets = new Map(files.map(({ path }) => [path, new Set<string>()]))
  for (const { path, target } of local) if (targets.has(target)) targets.get(path)?.add(target)
  // Files that import nothing of ours are taken away, again and again: what is left imports in a circle, or a circle.
  for (let taken = true; taken; ) {
    const free = [...targets].filter(([, imports]) => imports.size === 0).map(([path]) => path)
    taken = free.length > 0
    for (const path of free) targets.delete(path)
    for (const imports of targets.values()) for (const path of free) imports.delete(path)
  }
  expect([...targets.keys()]).toEqual([])
})

test('core imports no package at all', () => {
  const packages = edges.filter(edge => ringOf(edge.path) === 'core' && !edge.specifier.startsWith('.'))
  expect(packages).toEqual([])
})

test('only the command line imports from Node', () => {
  const fromNode = edges.filter(edge => /^node:|^fs$|^path$/.test(edge.specifier))
  expect(fromNode.length).toBeGreaterThan(0)
  const paths = new Set(fromNode.map(edge => edge.path))
  expect([...paths].filter(path => ringOf(path) !== 'cli')).toEqual([])
})

test.each([
  [`import { a } from '../core/a.ts'`, ['../core/a.ts']],
  [`import {\n  a,\n  type B,\n} from './a.ts'\nimport c from "d"`, ['./a.ts', 'd']],
  [`import type { A } from './a.ts'`, ['./a.ts']],
  [`export * from './a.ts'\nexport type { B } from './b.ts'`, ['./a.ts', './b.ts']],
  [`import './page.css'`, ['./page.css']],
  [`const a = await import('./a.ts'); let b: typeof import('./b.ts')`, ['./a.ts', './b.ts']],
  [`new Worker(new URL('./a.worker.ts', import.meta.url), { type: 'module' })`, ['./a.worker.ts']],
  [`// import { a } from './a.ts'\n/* export * from './b.ts' */`, []],
])('the scanner reads %j', (text, expected) => {
  expect(importsOf(text)).toEqual(expected)
})
