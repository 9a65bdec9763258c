/** `npm start`: builds what is missing and serves the page, printing its address. */
import { build, preview } from 'vite'
import { ensureEncoder } from '../encoder/ensureEncoder.ts'
import { say } from '../support/say.ts'
import { readManifest } from '../support/worldFiles.ts'

if (readManifest().worlds.length === 0) {
  say('public/worlds is empty: run `npm run build-worlds` and `npm run pretrain` first.')
  process.exit(1)
}
// Without the encoder the page still starts: example prompts carry their embeddings, and the page says what is missing.
await ensureEncoder({ say })
await build({ logLevel: 'warn' })
const server = await preview({ preview: { port: Number(process.env.PORT ?? 4173) } })
server.printUrls()
