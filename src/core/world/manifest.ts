/** What public/worlds/manifest.json says: which worlds exist, and how to check their files. */
import type { DataCard } from './world.ts'

export interface FileEntry {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A world's two files. */
export interface WorldFiles {
  readonly header: FileEntry
  readonly columns: FileEntry
}

/** A world that can be shown. */
export interface CatalogueEntry {
  readonly id: string
  readonly title: string
  readonly provenance: DataCard['provenance']
  readonly prompts: number
  /** LLM ids, cheapest first. */
  readonly roster: readonly string[]
}

/** One that is shipped with the page. */
export interface ManifestEntry extends CatalogueEntry {
  /** The example it opens with under its shipped policy, by its lasting name: a world of one prompt. Null as long as no policy was trained. */
  readonly first: (WorldFiles & { readonly prompt: string }) | null
  /** The examples: a world like any other, only smaller. */
  readonly gallery: WorldFiles
  readonly whole: WorldFiles
}

export interface Manifest {
  /** The default world first. */
  readonly worlds: readonly ManifestEntry[]
}
