/** Fetches the page's own assets: the manifest, a world's parts, its policy. Every file is checked before it is used. */
import type { Policy } from '../../core/policy/policy.ts'
import { decodePolicy, type PolicyHeader } from '../../core/policy/policyHeader.ts'
import { decodeWorld, type WorldHeader } from '../../core/world/columns.ts'
import type { FileEntry, Manifest, WorldFiles } from '../../core/world/manifest.ts'
import type { World } from '../../core/world/world.ts'
import { sha256Hex } from './checksum.ts'

/** Fetches `path` relative to the page. @throws Error that names the file and what went wrong */
async function fetchFile(path: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(path, { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause
    throw new Error(`${path} could not be fetched. Is the network there?`, { cause })
  })
  if (!response.ok) throw new Error(`${path} could not be fetched: HTTP ${response.status}.`)
  return response
}

async function fetchChecked(entry: FileEntry, signal: AbortSignal): Promise<ArrayBuffer> {
  const bytes = await (await fetchFile(`worlds/${entry.path}`, signal)).arrayBuffer()
  await check(entry.path, bytes, entry.sha256)
  return bytes
}

/** Compares the checksum where one can be had; the decoders check length and bounds anyway. */
async function check(path: string, bytes: ArrayBuffer, expected: string): Promise<void> {
  const found = await sha256Hex(bytes)
  if (found !== null && found !== expected) {
    throw new Error(`${path} is damaged: its checksum does not match. Reload the page.`)
  }
}

export async function loadManifest(signal: AbortSignal): Promise<Manifest> {
  return (await fetchFile('worlds/manifest.json', signal)).json()
}

/** A world, whole or only its gallery. */
export async function loadWorld(files: WorldFiles, signal: AbortSignal): Promise<World> {
  const [headerBytes, columns] = await Promise.all([
    fetchChecked(files.header, signal),
    fetchChecked(files.columns, signal),
  ])
  const header: WorldHeader = JSON.parse(new TextDecoder().decode(headerBytes))
  return decodeWorld(header, columns)
}

/** The policy that ships with a world. */
export async function loadPolicy(
  worldId: string,
  roster: readonly string[],
  signal: AbortSignal,
): Promise<{ policy: Policy; header: PolicyHeader }> {
  const [header, bytes] = await Promise.all([
    fetchFile(`policies/${worldId}.json`, signal).then((response): Promise<PolicyHeader> => response.json()),
    fetchFile(`policies/${worldId}.bin`, signal).then(response => response.arrayBuffer()),
  ])
  await check(`policies/${worldId}.bin`, bytes, header.sha256)
  return { policy: decodePolicy(header, bytes, roster), header }
}
