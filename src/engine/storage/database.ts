/** Databases on the device. Works in the page and in workers. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { errorText, Problem, problem } from '../../core/messages/message.ts'

/** How long the browser may take to open it, ms; some never answer, and the page then works without. */
const PATIENCE_MS = 4000

/** A database by its name, and how one of an older version is made one of this. */
export interface Definition<Schema extends DBSchema> {
  readonly name: string
  readonly version: number
  readonly upgrade: (database: IDBPDatabase<Schema>, oldVersion: number) => void
}

export interface OpenOptions<Schema extends DBSchema> {
  readonly open?: typeof openDB<Schema>
  readonly patienceMs?: number
}

/**
 * Opens the database for one piece of work and closes it again, so that no tab stands in the way of another's upgrade.
 * @throws Problem with a `storage-` code; a Problem of the work itself as it is
 */
export async function withDatabase<Schema extends DBSchema, T>(
  definition: Definition<Schema>,
  work: (database: IDBPDatabase<Schema>) => Promise<T>,
  options: OpenOptions<Schema> = {},
): Promise<T> {
  const database = await openDatabase(definition, options)
  try {
    return await work(database)
  } catch (error) {
    throw failureOf(error)
  } finally {
    database.close()
  }
}

/** Opens the database, made anew where there is none. */
async function openDatabase<Schema extends DBSchema>(
  { name, version, upgrade }: Definition<Schema>,
  { open = openDB, patienceMs = PATIENCE_MS }: OpenOptions<Schema>,
): Promise<IDBPDatabase<Schema>> {
  let blocked = false
  let opened: IDBPDatabase<Schema> | null = null
  const opening = Promise.resolve().then(() =>
    open(name, version, {
      upgrade,
      // A tab with an older version is asked to close first; most do at once.
      blocked() {
        blocked = true
      },
      // A tab with a newer version waits for this one: work that is under way is still finished.
      blocking() {
        opened?.close()
      },
    }),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<null>(resolve => {
    timer = setTimeout(() => resolve(null), patienceMs)
  })
  try {
    opened = await Promise.race([opening, deadline])
  } catch (error) {
    throw refusalOf(error)
  } finally {
    clearTimeout(timer)
  }
  if (opened !== null) return opened
  opening.then(
    late => late.close(),
    () => {},
  )
  throw blocked ? problem('storage-blocked', {}) : problem('storage-silent', { seconds: patienceMs / 1000 })
}

/** Why a database could not be opened. */
function refusalOf(error: unknown): Problem {
  switch (nameOf(error)) {
    case 'VersionError':
      return problem('storage-newer', {})
    case 'QuotaExceededError':
      return problem('storage-full', {})
    default:
      return problem('storage-refused', {})
  }
}

/** Why work on an open database failed. */
function failureOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  switch (nameOf(error)) {
    case 'QuotaExceededError':
      return problem('storage-full', {})
    // The connection was closed: by a newer version in another tab, or by the browser, whose data was cleared.
    case 'InvalidStateError':
    case 'AbortError':
      return problem('storage-closed', {})
    default:
      return problem('storage-failed', { why: errorText(error) })
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : ''
}
