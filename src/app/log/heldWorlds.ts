/** Worlds of own logs in memory: all that the device could not keep, and of those that it keeps the one last used. */
import type { CatalogueEntry } from '../../core/world/manifest.ts'
import type { LogWorld } from './service.ts'

export class HeldWorlds {
  readonly #held = new Map<string, { readonly world: LogWorld; readonly kept: boolean }>()

  get(id: string): LogWorld | null {
    return this.#held.get(id)?.world ?? null
  }

  /** @param kept whether the device keeps it too: such a world takes the place of the one before */
  add(world: LogWorld, kept: boolean): void {
    if (kept) for (const [id, other] of this.#held) if (other.kept) this.#held.delete(id)
    this.#held.set(world.whole.id, { world, kept })
  }

  delete(id: string): void {
    this.#held.delete(id)
  }

  /** Those of this visit alone, newest last. @param saved what the device keeps */
  notKept(saved: readonly { readonly id: string }[]): CatalogueEntry[] {
    return [...this.#held.values()]
      .filter(({ world, kept }) => !kept && saved.every(({ id }) => id !== world.whole.id))
      .map(({ world }) => entryOf(world))
  }
}

function entryOf({ whole }: LogWorld): CatalogueEntry {
  const { id, title, card, size, llms } = whole
  return { id, title, provenance: card.provenance, prompts: size, roster: llms.map(llm => llm.id) }
}
