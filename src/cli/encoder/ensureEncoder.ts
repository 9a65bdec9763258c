/** Puts the encoder's files into a folder, each from the first source that has it intact. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorText } from '../../core/messages/message.ts'
import { CONFIG_FILES } from '../../engine/encoder/configFiles.ts'
import { type EncoderFile, findDamage, MODEL_ID, TOKENIZER, WEIGHTS } from '../../engine/encoder/files.ts'
import { createWording } from '../../ui/words/words.ts'
import type { EncoderSource } from './source.ts'
import { encoderSources } from './sources.ts'

export interface EnsureEncoderOptions {
  /** Also fetch the 32-bit weights (90 MB). */
  readonly fp32?: boolean
  readonly say?: (line: string) => void
  readonly folder?: string
  readonly sources?: readonly EncoderSource[]
}

/** Holds `Xenova/all-MiniLM-L6-v2/`; git ignores it and Vite serves it with the page. */
export const ENCODER_FOLDER = fileURLToPath(new URL('../../../public/encoder/', import.meta.url))

/** True when every file is in place and intact; otherwise one line to `say` says what failed and what to do. */
export async function ensureEncoder({
  fp32 = false,
  say = line => console.error(line),
  folder = ENCODER_FOLDER,
  sources = encoderSources(),
}: EnsureEncoderOptions = {}): Promise<boolean> {
  const target = join(folder, MODEL_ID)
  for (const [path, text] of CONFIG_FILES) await write(join(target, path), text)
  let missing = await findMissing([TOKENIZER, WEIGHTS.q8, ...(fp32 ? [WEIGHTS.fp32] : [])], target)
  const failures: string[] = []
  for (const source of sources) {
    if (missing.length === 0) break
    const failure = await drain(source, missing, target, say)
    if (failure !== null) failures.push(`${source.name}: ${failure}`)
    missing = await findMissing(missing, target)
  }
  if (missing.length === 0) return true
  say(
    `The encoder lacks ${missing.map(({ path }) => path).join(', ')} (${failures.join('; ')}). ` +
      'Go online and run `npm run encoder`, or name a folder that has the files in BARP_ENCODER_DIR.',
  )
  return false
}

async function findMissing(files: readonly EncoderFile[], target: string): Promise<EncoderFile[]> {
  const intact = await Promise.all(
    files.map(async file => {
      const bytes = await readFile(join(target, file.path)).catch(() => null)
      return bytes !== null && (await findDamage(file, new Uint8Array(bytes))) === null
    }),
  )
  return files.filter((_, i) => !intact[i])
}

/** Takes what a source has, up to its first failure, which is returned; null when it had everything. */
async function drain(
  source: EncoderSource,
  files: readonly EncoderFile[],
  target: string,
  say: (line: string) => void,
): Promise<string | null> {
  for (const file of files) {
    try {
      const bytes = await source.read(file)
      const damage = await findDamage(file, bytes)
      if (damage !== null) return `${file.path}: ${createWording('en').say(damage)}`
      await write(join(target, file.path), bytes)
      say(`${file.path}: ${(file.bytes / 1e6).toFixed(1)} MB from ${source.name}, checksum right`)
    } catch (error) {
      return errorText(error)
    }
  }
  return null
}

/** Under another name first, so that a file is never half there. */
async function write(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.${process.pid}.part`
  await mkdir(dirname(path), { recursive: true })
  await writeFile(unfinished, content)
  await rename(unfinished, path)
}
