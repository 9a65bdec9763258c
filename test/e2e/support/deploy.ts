/** Puts builds of the page in the place of one another at one address, as a host does. */
import { build, type PreviewServer, preview } from 'vite'

const ROOT = new URL('../../..', import.meta.url).pathname

/** Builds the page with every script changed, as a later version of it. @param folder relative to the project */
export async function buildLater(folder: string): Promise<void> {
  const rolldownOptions = { output: { banner: 'globalThis.laterVersion = true;' } }
  await build({
    root: ROOT,
    logLevel: 'error',
    build: { outDir: folder, rolldownOptions },
    worker: { rolldownOptions },
  })
}

export interface Host {
  readonly address: string
  /** Serves another build from now on. */
  deploy(folder: string): Promise<void>
  /** Nothing answers any more. */
  stop(): Promise<void>
}

/** Serves a build as `npm start` does, at a free port. */
export async function startHost(folder: string): Promise<Host> {
  let server: PreviewServer | null = null
  let port = 0
  const serve = async (outDir: string) => {
    await stop()
    server = await preview({
      root: ROOT,
      logLevel: 'error',
      build: { outDir },
      preview: { host: 'localhost', port, strictPort: port > 0 },
    })
    const address = server.resolvedUrls?.local[0] ?? ''
    port = Number(new URL(address).port)
    return address
  }
  const stop = async () => {
    await server?.close()
    server = null
  }
  return {
    address: await serve(folder),
    stop,
    async deploy(other) {
      await serve(other)
    },
  }
}
