/** Style sheets stand beside the component that they are for, and no class is styled from two places. */
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, type SourceFile, sourceFiles, targetOf } from './sources.ts'

/** What every part may use: colours and sizes, elements as they are by default, and the page's own frame. */
const SHARED = 'src/ui/styles/'

const sheets = sourceFiles(['.css'])
const code = sourceFiles(['.tsx', '.ts'])

/** Classes at the head of a sheet's selectors: those that the sheet is for. */
function headClasses({ text }: SourceFile): string[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/@import[^;]*;/g, '')
  const selectors = Array.from(plain.matchAll(/([^{};]+)\{/g), match => match[1].trim())
  const single = selectors
    .filter(selector => !selector.startsWith('@'))
    .flatMap(selector => selector.split(/,(?![^(]*\))/))
  return [...new Set(single.flatMap(selector => /^\s*[a-z]*\.([\w-]+)/.exec(selector)?.[1] ?? []))]
}

test('every style sheet is imported by a component of its folder, or by a shared one', () => {
  expect(sheets.length).toBeGreaterThan(30)
  const importers = new Map<string, string[]>()
  for (const { path, text } of code) {
    for (const target of importsOf(text).map(specifier => targetOf(path, specifier))) {
      importers.set(target, [...(importers.get(target) ?? []), path])
    }
  }
  const stray = sheets
    .filter(({ path }) => !path.startsWith(SHARED))
    .filter(({ path }) => !(importers.get(path) ?? []).some(from => dirname(from) === dirname(path)))
    .filter(
      ({ path }) => !sheets.some(({ text }) => text.includes(`@import "../${path.slice('src/ui/'.length)}"`)),
    )
  expect(stray.map(({ path }) => path)).toEqual([])
})

test('no class is styled from two places', () => {
  const owners = new Map<string, string[]>()
  for (const sheet of sheets) {
    for (const name of headClasses(sheet)) owners.set(name, [...(owners.get(name) ?? []), sheet.path])
  }
  expect(owners.size).toBeGreaterThan(100)
  // The frame of all sections is one sheet's; what is particular to one section is that section's.
  owners.delete('section')
  expect([...owners].filter(([, paths]) => paths.length > 1)).toEqual([])
})

test('every class that is styled is used', () => {
  const used = code.map(({ text }) => text).join('\n')
  const idle = sheets.flatMap(headClasses).filter(name => !new RegExp(`\\b${name}\\b`).test(used))
  expect(idle).toEqual([])
})
