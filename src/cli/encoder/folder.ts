import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { EncoderSource } from './source.ts'

/** A folder with the hub's layout, or with all files side by side. */
export function folderSource(folder: string): EncoderSource {
  return {
    name: folder,
    async read({ path }) {
      const found = [join(folder, path), join(folder, basename(path))].find(existsSync)
      if (found === undefined) throw new Error(`has no ${path}`)
      return new Uint8Array(await readFile(found))
    },
  }
}
