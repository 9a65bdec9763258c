import type { ComponentType } from 'react'

/** A dynamic import of a file whose default export is what is wanted: a component, or what makes a driver. */
export type Fetch<Made> = () => Promise<{ readonly default: Made }>
export type Load<Props> = Fetch<ComponentType<Props>>

let tries = 0

/**
 * Fetches code that could not be fetched. Chromium asks the server again; Firefox remembers a module that failed for as long
 * as the page lives, but only under the address that failed.
 * @throws what the browser said, where that does not help either: only a page that is opened afresh will do then
 */
export async function loadAgain<Made extends object>(load: Fetch<Made>): ReturnType<Fetch<Made>> {
  try {
    return await load()
  } catch (error) {
    const address = addressIn(error)
    if (address === null) throw error
    tries++
    const loaded: unknown = await import(/* @vite-ignore */ `${address}?again=${tries}`)
    if (!isFileOf<Made>(loaded)) throw error
    return loaded
  }
}

/** The address of this site at the end of what a browser says of a module that it cannot fetch; null for anything else. */
function addressIn(error: unknown): string | null {
  const [address] = /https?:\S+$/.exec(error instanceof Error ? error.message : '') ?? []
  return address?.startsWith(`${location.origin}/`) && !address.includes('?') ? address : null
}

function isFileOf<Made>(loaded: unknown): loaded is { readonly default: Made } {
  return (
    typeof loaded === 'object' &&
    loaded !== null &&
    'default' in loaded &&
    typeof loaded.default === 'function'
  )
}
