/** `npm run encoder [-- --fp32]`: fetches the encoder. `-- --reference` writes its reference vectors anew. */
import { ensureEncoder } from './ensureEncoder.ts'

const reference = process.argv.includes('--reference')
const ready = await ensureEncoder({ fp32: reference || process.argv.includes('--fp32') })
if (!ready) process.exitCode = 1
else if (reference) await (await import('./reference.ts')).writeReference()
else console.log('The encoder is in public/encoder.')
