/**
 * A trained policy as one file:
 *
 *     bytes 0-7    magic, with the line ends and the end-of-file mark that a transfer as text would mangle
 *     8-11         version, uint32 (all numbers little-endian)
 *     12-15        length of the header in bytes, uint32, a multiple of 4
 *     16-79        SHA-256 of everything after byte 79 as 64 hexadecimal characters; 64 spaces where the browser has none
 *     80-          header: JSON in UTF-8, filled up with spaces
 *     then         parameters, float32, in the order of the policy's layout
 *
 * The header is the one that the shipped policies have as a file of its own.
 */
import { type Messages, problem } from '../../core/messages/message.ts'
import type { Policy } from '../../core/policy/policy.ts'
import { decodePolicy, POLICY_FORMAT, type PolicyHeader } from '../../core/policy/policyHeader.ts'
import { Header } from '../../schema/policyHeader.ts'
import { readJson } from '../../schema/read.ts'
import { requireFinite } from './base64.ts'

/** SHA-256 of some bytes in hexadecimal, or null where it cannot be had. */
export type Hash = (bytes: Uint8Array<ArrayBuffer>) => Promise<string | null>

const MAGIC = Uint8Array.of(0x42, 0x41, 0x52, 0x50, 0x0d, 0x0a, 0x1a, 0x0a) // BARP\r\n\x1a\n
const VERSION = 1
const HEADER_AT = 80
const NO_CHECKSUM = ' '.repeat(64)

/** A larger file is not read: more than the widest policy for 64 LLMs needs. */
export const MAX_POLICY_BYTES = 96 * 2 ** 20
const MAX_HEADER_BYTES = 4 * 2 ** 20

/** Whether bytes begin as a policy file does. */
export function isPolicyFile(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte)
}

/** @throws Problem when a parameter is not finite: the page could not open the file again */
export async function encodePolicyFile(
  header: Omit<PolicyHeader, 'format' | 'sha256'>,
  parameters: Float32Array,
  hash: Hash,
): Promise<Uint8Array<ArrayBuffer>> {
  requireFinite(parameters)
  const tail = new Uint8Array(Float32Array.from(parameters).buffer)
  const whole: PolicyHeader = { ...header, format: POLICY_FORMAT, sha256: (await hash(tail)) ?? '' }
  const json = new TextEncoder().encode(JSON.stringify(whole))
  const headerBytes = Math.ceil(json.length / 4) * 4
  const bytes = new Uint8Array(HEADER_AT + headerBytes + tail.length).fill(0x20)
  const view = new DataView(bytes.buffer)
  bytes.set(MAGIC)
  view.setUint32(8, VERSION, true)
  view.setUint32(12, headerBytes, true)
  bytes.set(json, HEADER_AT)
  bytes.set(tail, HEADER_AT + headerBytes)
  const checksum = (await hash(bytes.slice(HEADER_AT))) ?? NO_CHECKSUM
  bytes.set(new TextEncoder().encode(checksum), 16)
  return bytes
}

export interface ReadPolicy {
  readonly header: PolicyHeader
  readonly policy: Policy
  /** Fields that were passed over or filled in, clauses. */
  readonly notes: Messages
}

/**
 * The policy in a file, for a world with that roster; whatever its roster is where none is given.
 * @throws Problem: not a policy, another version, damaged, out of bounds, or for other LLMs
 */
export async function decodePolicyFile(
  bytes: Uint8Array<ArrayBuffer>,
  roster: readonly string[] | null,
  hash: Hash,
): Promise<ReadPolicy> {
  if (!isPolicyFile(bytes)) throw problem('not-a-policy', {})
  if (bytes.length > MAX_POLICY_BYTES) {
    throw problem('file-too-large', { bytes: bytes.length, mostBytes: MAX_POLICY_BYTES })
  }
  if (bytes.length < HEADER_AT) throw problem('file-cut-off', {})
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  const version = view.getUint32(8, true)
  if (version !== VERSION) throw problem('version-not-read', { version, readable: VERSION })
  const stated = String.fromCharCode(...bytes.subarray(16, HEADER_AT))
  const found = await hash(bytes.slice(HEADER_AT))
  if (stated !== NO_CHECKSUM && found !== null && stated !== found) {
    throw problem('checksum-differs', {})
  }
  const headerBytes = view.getUint32(12, true)
  if (headerBytes > MAX_HEADER_BYTES || headerBytes % 4 !== 0 || HEADER_AT + headerBytes > bytes.length) {
    throw problem('header-cut-off', {})
  }
  const start = HEADER_AT + headerBytes
  const json = new TextDecoder().decode(bytes.subarray(HEADER_AT, start))
  const { value: header, notes } = readJson(Header, json)
  return { header, policy: decodePolicy(header, bytes.slice(start).buffer, roster ?? header.roster), notes }
}
