/** The recorded runs that ship beside the policies are the runs that made them. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readManifest } from '../../../src/cli/support/worldFiles.ts'
import { Header } from '../../../src/schema/policyHeader.ts'
import { readJson } from '../../../src/schema/read.ts'
import { RecordedRunSchema } from '../../../src/schema/recordedRun.ts'
import { expectAllClose } from '../../close.ts'

/** Bytes that a file may have on its way to the page. */
const MOST_GZIPPED = 15_000

const textOf = (name: string) =>
  readFileSync(new URL(`../../../public/policies/${name}`, import.meta.url), 'utf8')
const worlds = readManifest().worlds.map(({ id }) => id)

test.each(worlds)('the recorded run of %s is the one that made the policy that ships', id => {
  const json = textOf(`${id}.run.json`)
  const run = readJson(RecordedRunSchema, json).value
  const header = readJson(Header, textOf(`${id}.json`)).value
  const { settings, seed } = header
  expect(run).toMatchObject({ world: id, policy: header.sha256, settings, seed, keptStep: header.bestStep })
  expect(run.points.at(-1)?.step).toBe(settings.steps)
  // The header's own curve, drawn at other updates, agrees on every look at the validation prompts.
  for (const { step, validation } of run.points) {
    const look = header.curve.findLast(point => point.step <= step)
    if (validation === null) expect(look).toBeUndefined()
    else expectAllClose([validation], [look?.validation ?? Number.NaN], { atol: 1e-4 })
  }
  expect(gzipSync(json).length).toBeLessThan(MOST_GZIPPED)
})
