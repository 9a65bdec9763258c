/** Fetches the page's own assets: the manifest, a world's parts, its policy. Every file is checked before it is used. */
import { problem } from '../../core/messages/message.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { decodeShippedPolicy, type PolicyHeader } from '../../core/policy/policyHeader.ts'
import { decodeWorld } from '../../core/world/columns.ts'
import type { FileEntry, Manifest, WorldFiles } from '../../core/world/manifest.ts'
import type { World } from '../../core/world/world.ts'
import { Header } from '../../schema/policyHeader.ts'
import { readJson } from '../../schema/read.ts'
import { ManifestFile, ShippedWorldHeader } from '../../schema/world.ts'
import { sha256Hex } from './checksum.ts'
import { fetchFile, within } from './fetch.ts'

async function fetchChecked(entry: FileEntry, signal: AbortSignal): Promise<ArrayBuffer> {
  const bytes = await (await fetchFile(`worlds/${entry.path}`, signal)).arrayBuffer()
  await check(entry.path, bytes, entry.sha256)
  return bytes
}

/** Compares the checksum where one can be had; the decoders check length and bounds anyway. */
async function check(path: string, bytes: ArrayBuffer, expected: string): Promise<void> {
  const found = await sha256Hex(bytes)
  if (found !== null && found !== expected) {
    throw problem('asset-damaged', { path })
  }
}

export async function loadManifest(signal: AbortSignal): Promise<Manifest> {
  const path = 'worlds/manifest.json'
  const json = await (await fetchFile(path, signal)).text()
  return within(path, () => readJson(ManifestFile, json).value)
}

/** A world, whole or only its gallery. */
export async function loadWorld(files: WorldFiles, signal: AbortSignal): Promise<World> {
  const [headerBytes, columns] = await Promise.all([
    fetchChecked(files.header, signal),
    fetchChecked(files.columns, signal),
  ])
  return within(files.header.path, () => {
    const header = readJson(ShippedWorldHeader, new TextDecoder().decode(headerBytes)).value
    return decodeWorld(header, columns)
  })
}

/** The policy that ships with a world. */
export async function loadPolicy(
  worldId: string,
  roster: readonly string[],
  signal: AbortSignal,
): Promise<{ policy: Policy; header: PolicyHeader }> {
  const paths = { header: `policies/${worldId}.json`, parameters: `policies/${worldId}.bin` }
  const [json, bytes] = await Promise.all([
    fetchFile(paths.header, signal).then(response => response.text()),
    fetchFile(paths.parameters, signal).then(response => response.arrayBuffer()),
  ])
  const header = within(paths.header, () => readJson(Header, json).value)
  await check(paths.parameters, bytes, header.sha256)
  return { policy: within(paths.parameters, () => decodeShippedPolicy(header, bytes, roster)), header }
}
