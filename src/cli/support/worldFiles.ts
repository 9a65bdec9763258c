/** Worlds and policies as files under public/: what the build writes and every headless command reads. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { encodeRecordedRun, type RecordedRun } from '../../core/evaluation/recordedRun.ts'
import type { EvaluatedFiles, EvaluationFile } from '../../core/evaluation/shippedEvaluation.ts'
import { encodeCompact } from '../../core/policy/compact.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { decodeShippedPolicy, isSameRoster, type PolicyHeader } from '../../core/policy/policyHeader.ts'
import { decodeWorld, encodeWorld } from '../../core/world/columns.ts'
import type { FileEntry, Manifest, ManifestEntry, WorldFiles } from '../../core/world/manifest.ts'
import type { World } from '../../core/world/world.ts'

const WORLDS = new URL('../../../public/worlds/', import.meta.url)
const POLICIES = new URL('../../../public/policies/', import.meta.url)

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Writes a world and its gallery; returns its entry for the manifest. */
export function writeWorld(world: World, gallery: World): ManifestEntry {
  return {
    id: world.id,
    title: world.title,
    provenance: world.card.provenance,
    prompts: world.size,
    roster: world.llms.map(llm => llm.id),
    first: null,
    gallery: writeParts(`${world.id}.gallery`, gallery),
    whole: writeParts(world.id, world),
  }
}

/** Writes a world's two files. */
export function writeParts(name: string, world: World): WorldFiles {
  const { header, columns } = encodeWorld(world)
  return {
    header: writeChecked(`${name}.json`, JSON.stringify(header)),
    columns: writeChecked(`${name}.bin`, columns),
  }
}

function writeChecked(path: string, content: Uint8Array | string): FileEntry {
  mkdirSync(WORLDS, { recursive: true })
  writeFileSync(new URL(path, WORLDS), content)
  return { path, bytes: Buffer.byteLength(content), sha256: sha256(content) }
}

export function writeManifest(manifest: Manifest): void {
  writeFileSync(new URL('manifest.json', WORLDS), `${JSON.stringify(manifest, null, 1)}\n`)
}

/** The manifest, or an empty one before the first build. */
export function readManifest(): Manifest {
  const file = new URL('manifest.json', WORLDS)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { worlds: [] }
}

/** @throws Error when the world has not been built */
export function readWorld(id: string): World {
  const header = JSON.parse(readFileSync(new URL(`${id}.json`, WORLDS), 'utf8'))
  return decodeWorld(header, toArrayBuffer(readFileSync(new URL(`${id}.bin`, WORLDS))))
}

/** Writes a policy to ship: its header, and its parameters in their compact form; returns their checksum. */
export function writePolicy(header: Omit<PolicyHeader, 'shape' | 'sha256'>, policy: Policy): string {
  const bytes = encodeCompact(policy)
  const whole: PolicyHeader = { ...header, shape: policy.shape, sha256: sha256(bytes) }
  mkdirSync(POLICIES, { recursive: true })
  writeFileSync(new URL(`${header.world}.json`, POLICIES), `${JSON.stringify(whole)}\n`)
  writeFileSync(new URL(`${header.world}.bin`, POLICIES), bytes)
  return whole.sha256
}

/** Writes the run that made a shipped policy, beside it. */
export function writeRecordedRun(run: RecordedRun): void {
  writeFileSync(new URL(`${run.world}.run.json`, POLICIES), `${JSON.stringify(encodeRecordedRun(run))}\n`)
}

/** Whether a policy has been trained for the world's LLMs. */
export function hasPolicy({ id, llms }: World): boolean {
  const file = new URL(`${id}.json`, POLICIES)
  if (!existsSync(file)) return false
  const { roster }: PolicyHeader = JSON.parse(readFileSync(file, 'utf8'))
  return isSameRoster(
    roster,
    llms.map(llm => llm.id),
  )
}

/** What an evaluation of a world's shipped policy is made of. @throws Error when the world is not in the manifest or has no policy */
export function readEvaluatedFiles(world: string): EvaluatedFiles {
  const entry = readManifest().worlds.find(({ id }) => id === world)
  if (!entry) throw new Error(`There is no world ${world}.`)
  const { sha256 }: PolicyHeader = JSON.parse(readFileSync(new URL(`${world}.json`, POLICIES), 'utf8'))
  const { header, columns } = entry.whole
  return { world, policy: sha256, header: header.sha256, columns: columns.sha256 }
}

/** Writes what the page shows of a world's routers, beside its policy. */
export function writeEvaluation(file: EvaluationFile): void {
  writeFileSync(new URL(`${file.world}.evaluation.json`, POLICIES), `${JSON.stringify(file)}\n`)
}

/** @throws Error when the policy has not been trained or does not fit the world */
export function readPolicy(world: World): Policy {
  const header: PolicyHeader = JSON.parse(readFileSync(new URL(`${world.id}.json`, POLICIES), 'utf8'))
  const bytes = toArrayBuffer(readFileSync(new URL(`${world.id}.bin`, POLICIES)))
  return decodeShippedPolicy(
    header,
    bytes,
    world.llms.map(llm => llm.id),
  )
}

/** A copy of its own: Node's buffers share memory with others. */
function toArrayBuffer(bytes: Buffer): ArrayBuffer {
  return Uint8Array.from(bytes).buffer
}
