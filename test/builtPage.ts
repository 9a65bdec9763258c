/** The page as it is built, once for all tests that open it in a browser. */
import { spawnSync } from 'node:child_process'

/** Names the folder of a build that is there already; `npm test` sets it. */
export const BUILT_PAGE = 'BARP_BUILT_PAGE'

/** An installed program and its arguments; dist/ is left alone. */
export function buildCommand(folder: string): string[] {
  return ['node_modules/.bin/vite', 'build', '--outDir', folder, '--logLevel', 'error']
}

/** The folder of the built page; builds it where nobody has yet. */
export function builtPage(): string {
  const built = process.env[BUILT_PAGE]
  if (built !== undefined && built !== '') return built
  const folder = '.cache/built-page'
  const [program, ...args] = buildCommand(folder)
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return folder
}
