import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HEADS } from '../../../src/core/experiment/options.ts'
import { DEFAULT_TRAINING } from '../../../src/core/experiment/training.ts'
import { initialisePolicy } from '../../../src/core/policy/policy.ts'
import { shapeOf } from '../../../src/core/policy/shape.ts'
import { decodePolicyFile, encodePolicyFile, type Hash } from '../../../src/share/files/policyFile.ts'
import { expectSameBits } from '../../fixtures/bits.ts'

const ROSTER = ['maker/small', 'maker/middle', 'maker/large']
const sha256: Hash = async bytes => createHash('sha256').update(bytes).digest('hex')
const noHash: Hash = async () => null

const settings = { ...DEFAULT_TRAINING, head: 'linear', entropyWeight: 0 } as const
const policy = initialisePolicy(shapeOf(settings, 3), 6)
const header = {
  world: 'tiny',
  roster: ROSTER,
  shape: policy.shape,
  settings,
  seed: 6,
  backend: 'wasm',
  bestStep: 250,
  curve: [{ step: 250, reward: 0.4, entropy: 1, validation: 0.45 }],
}
const file = await encodePolicyFile(header, policy.parameters, sha256)

/** The file with its header's JSON changed, and a checksum that fits. */
async function withHeader(change: object): Promise<Uint8Array<ArrayBuffer>> {
  return encodePolicyFile({ ...header, ...change }, policy.parameters, sha256)
}

test('a policy comes back from its file bit for bit, with all that its header says', async () => {
  const read = await decodePolicyFile(file, ROSTER, sha256)
  expectSameBits(read.policy.parameters, policy.parameters)
  expect(read.header).toMatchObject(header)
  expect(read.notes).toEqual([])
})

test.each(HEADS)('a policy with the %s head comes back', async head => {
  const other = initialisePolicy(shapeOf({ preferenceEncoder: 'none', head }, 3), 7)
  const bytes = await encodePolicyFile({ ...header, shape: other.shape }, other.parameters, sha256)
  const read = await decodePolicyFile(bytes, ROSTER, sha256)
  expect(read.policy.shape).toEqual(other.shape)
  expectSameBits(read.policy.parameters, other.parameters)
})

test('the header’s own checksum is that of the parameters, as in the shipped pair', async () => {
  const { header: read } = await decodePolicyFile(file, ROSTER, sha256)
  expect(read.sha256).toBe(await sha256(new Uint8Array(Float32Array.from(policy.parameters).buffer)))
})

test('any one flipped bit refuses the file', async () => {
  const place = fc.nat(file.length * 8 - 1)
  await fc.assert(
    fc.asyncProperty(place, async bit => {
      const damaged = file.slice()
      damaged[bit >> 3] ^= 1 << (bit & 7)
      await expect(decodePolicyFile(damaged, ROSTER, sha256)).rejects.toThrow()
    }),
    { numRuns: 200 },
  )
  for (let bit = 0; bit < 80 * 8; bit++) {
    const damaged = file.slice()
    damaged[bit >> 3] ^= 1 << (bit & 7)
    await expect(decodePolicyFile(damaged, ROSTER, sha256)).rejects.toThrow()
  }
})

test('a file cut anywhere, or with bytes after its end, is refused, with and without a checksum to compare', async () => {
  const unchecked = await encodePolicyFile(header, policy.parameters, noHash)
  for (const [bytes, hash] of [
    [file, sha256],
    [unchecked, noHash],
  ] as const) {
    for (const length of [0, 4, 8, 15, 79, 80, 100, 400, bytes.length - 4, bytes.length - 1]) {
      await expect(decodePolicyFile(bytes.slice(0, length), ROSTER, hash)).rejects.toThrow()
    }
    const longer = new Uint8Array(bytes.length + 4)
    longer.set(bytes)
    await expect(decodePolicyFile(longer, ROSTER, hash)).rejects.toThrow()
  }
})

test('no bytes make reading do anything but refuse', async () => {
  const prefix = fc.constantFrom(0, 8, 12, 80, 200).map(length => file.slice(0, length))
  await fc.assert(
    fc.asyncProperty(prefix, fc.uint8Array({ maxLength: 400 }), async (start, noise) => {
      const bytes = new Uint8Array([...start, ...noise])
      await expect(decodePolicyFile(bytes, ROSTER, noHash)).rejects.toThrow(Error)
    }),
  )
})

test('another version is named', async () => {
  const later = file.slice()
  later[8] = 2
  await expect(decodePolicyFile(later, ROSTER, sha256)).rejects.toThrow(/version-not-read.*2/)
})

test.each([Number.NaN, Number.POSITIVE_INFINITY])('a parameter of %d is not written', async value => {
  const broken = policy.parameters.slice()
  broken[12] = value
  await expect(encodePolicyFile(header, broken, sha256)).rejects.toThrow(/parameters-not-finite/)
})

test.each([Number.NaN, Number.NEGATIVE_INFINITY])('a forged parameter of %d is refused', async value => {
  const forged = await encodePolicyFile(header, policy.parameters, noHash)
  new DataView(forged.buffer).setFloat32(forged.length - 4, value, true)
  await expect(decodePolicyFile(forged, ROSTER, noHash)).rejects.toThrow(/parameters-not-finite/)
})

test('a policy for other LLMs is refused, naming its world', async () => {
  await expect(decodePolicyFile(file, ['a', 'b', 'c'], sha256)).rejects.toThrow(
    /policy-for-other-llms.*"tiny"/,
  )
  await expect(decodePolicyFile(file, [...ROSTER].reverse(), sha256)).rejects.toThrow(
    /policy-for-other-llms.*"tiny"/,
  )
})

const shape = policy.shape
test.each([
  ['a shape of terabytes', { shape: { ...shape, hidden: 1e12 } }],
  ['a shape larger than the file', { shape: { ...shape, head: 'mlp', hidden: 4096 } }],
  ['a shape of minus one', { shape: { ...shape, preference: -1 } }],
  ['a shape with a fraction', { shape: { ...shape, preference: 1.5 } }],
  ['a shape that contradicts itself', { shape: { ...shape, preferenceHidden: 0 } }],
  ['another length of embeddings', { shape: { ...shape, embedding: 768 } }],
  ['an unknown head', { shape: { ...shape, head: 'attention' } }],
  ['a setting out of bounds', { settings: { ...settings, learningRate: 5 } }],
  ['a seed that is a text', { seed: 'one' }],
  ['a roster of a thousand', { roster: Array.from({ length: 1000 }, (_, i) => `llm${i}`) }],
  ['a curve that is no list', { curve: {} }],
  ['markup for a world', { world: '<img src=x>' }],
])('%s is refused although the checksum fits', async (_, change) => {
  const roster = 'roster' in change ? change.roster : ROSTER
  await expect(decodePolicyFile(await withHeader(change), roster, sha256)).rejects.toThrow()
})

test('an unknown field in the header is passed over and told', async () => {
  const { policy: read, notes } = await decodePolicyFile(await withHeader({ mood: 'good' }), ROSTER, sha256)
  expectSameBits(read.parameters, policy.parameters)
  expect(notes).toEqual([{ code: 'field-unknown', params: { path: 'mood' } }])
})
