import { expect, test } from 'vitest'
import { readPrompts } from '../../../src/cli/worlds/promptSources.ts'
import { ROUTERBENCH_FAMILIES } from '../../../src/core/world/routerbench/roster.ts'

const prompts = readPrompts()

test('at least 900 prompts are written one by one', () => {
  expect(prompts.filter(p => p.written).length).toBeGreaterThanOrEqual(900)
})

test('no text comes twice, be it in another case or spacing', () => {
  const seen = new Map<string, number>()
  for (const { text } of prompts) {
    const plain = text.toLowerCase().replace(/\s+/g, ' ').trim()
    seen.set(plain, (seen.get(plain) ?? 0) + 1)
  }
  expect([...seen].filter(([, count]) => count > 1)).toEqual([])
})

test('every family has written and combined prompts, the written ones first', () => {
  for (const { id } of ROUTERBENCH_FAMILIES) {
    const written = prompts.filter(p => p.family === id).map(p => p.written)
    expect(written.lastIndexOf(true) + 1).toBe(written.indexOf(false))
    expect(written.indexOf(false)).toBeGreaterThan(50)
  }
})

test('difficulties are whole numbers from 1 to 5, and every family has at least three of them', () => {
  expect(prompts.filter(p => ![1, 2, 3, 4, 5].includes(p.difficulty))).toEqual([])
  for (const { id } of ROUTERBENCH_FAMILIES) {
    const levels = new Set(prompts.filter(p => p.family === id).map(p => p.difficulty))
    expect(levels.size).toBeGreaterThanOrEqual(3)
  }
})

test('no template field is left unfilled', () => {
  const left = prompts.filter(p => !p.written && /\{\w+\}|undefined/.test(p.text))
  expect(left.map(p => p.text)).toEqual([])
})

test('reading twice gives the same prompts in the same order', () => {
  expect(readPrompts()).toEqual(prompts)
})
