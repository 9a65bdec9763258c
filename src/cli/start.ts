/** `npm start`: builds what is missing and serves the page, printing its address. */
import { build, preview } from 'vite'
import { ensureEncoder } from './encoderSources.ts'
import { readManifest } from './worldFiles.ts'

if (readManifest().worlds.length === 0) {
  process.stderr.write('public/worlds is empty: run `npm run build-worlds` and `npm run pretrain` first.\n')
  process.exit(1)
}
// Without the encoder the page still starts: example prompts carry their embeddings, and the page says what is missing.
await ensureEncoder({ log: line => process.stderr.write(`${line}\n`) })
await build({ logLevel: 'warn' })
const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173) } })
server.printUrls()
