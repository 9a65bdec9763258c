/** The evaluations that ship beside the policies belong to them, and say what the page itself would work out. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  readEvaluatedFiles,
  readManifest,
  readPolicy,
  readWorld,
} from '../../../src/cli/support/worldFiles.ts'
import type { Means } from '../../../src/core/evaluation/groupMeans.ts'
import type { HeldOutEvaluation } from '../../../src/core/evaluation/heldOut.ts'
import { decodeEvaluation } from '../../../src/core/evaluation/shippedEvaluation.ts'
import { evaluateReferences } from '../../../src/engine/study/references.ts'
import { EvaluationSchema } from '../../../src/schema/evaluation.ts'
import { readJson } from '../../../src/schema/read.ts'
import { expectAllClose } from '../../close.ts'

/** Bytes that a file may have on its way to the page. */
const MOST_GZIPPED = 15_000

const textOf = (name: string) =>
  readFileSync(new URL(`../../../public/policies/${name}`, import.meta.url), 'utf8')
const worlds = readManifest().worlds.map(({ id }) => id)

test.each(worlds)('the evaluation of %s is of the world and the policy that ship', id => {
  const json = textOf(`${id}.evaluation.json`)
  const { evaluations, families } = decodeEvaluation(readJson(EvaluationSchema, json).value)
  expect(JSON.parse(json)).toMatchObject(readEvaluatedFiles(id))
  expect(evaluations.map(({ aiq }) => aiq[0].split)).toEqual(['test', 'ood'])
  for (const { aiq } of evaluations) {
    const names = aiq.map(({ router }) => router)
    for (const router of ['policy', 'zero', 'fixed-per-w', 'oracle', 'random', 'knn'])
      expect(names).toContain(router)
  }
  expect(families.length).toBeGreaterThan(0)
  expect(gzipSync(json).length).toBeLessThan(MOST_GZIPPED)
})

/** Every figure by its name, in an order that does not hang on how the routers were walked. */
function figures({ evaluations, families }: HeldOutEvaluation): Map<string, number> {
  const found = new Map<string, number>()
  const add = (name: string, { quality, costUsd, reward, regret }: Means) => {
    found.set(`${name} quality`, quality)
    found.set(`${name} cost`, costUsd)
    found.set(`${name} reward`, reward)
    found.set(`${name} regret`, regret)
  }
  for (const { rows, aiq } of evaluations) {
    for (const row of rows) add(`${row.split} ${row.router} ${row.wc} ${row.n}`, row)
    for (const { split, router, aiq: area } of aiq) found.set(`${split} ${router} aiq`, area)
  }
  for (const row of families) add(`${row.split} ${row.family} ${row.router} ${row.n}`, row)
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

test('the shipped evaluation of judged-4 is what the page’s own worker works out', async () => {
  const shipped = decodeEvaluation(readJson(EvaluationSchema, textOf('judged-4.evaluation.json')).value)
  const world = readWorld('judged-4')
  const here = await evaluateReferences(world, readPolicy(world))
  const [ours, its] = [figures(here), figures(shipped)]
  expect(ours.size).toBeGreaterThan(1000)
  expect([...its.keys()]).toEqual([...ours.keys()])
  expectAllClose([...its.values()], [...ours.values()], { atol: 1e-15, rtol: 1e-7 })
  expect(shipped.trainingPrompts).toBe(here.trainingPrompts)
})
