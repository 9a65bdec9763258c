/** The sources under src/, read as text: what the architecture tests look at. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export interface SourceFile {
  /** Path from the top of the repository, with `/`. */
  readonly path: string
  readonly text: string
}

/** Every file under src/ whose name ends in one of `endings`. */
export function sourceFiles(endings: readonly string[]): SourceFile[] {
  return readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .map(name => `src/${name.replaceAll('\\', '/')}`)
    .filter(path => endings.some(ending => path.endsWith(ending)))
    .sort()
    .map(path => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

const TOKENS =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:\\[\s\S]|[^`\\])*`|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|(?<=[=(,:!&|?{};[]\s*)\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/g

/** The code alone: no comments; no strings, templates and regular expressions either, unless `keepStrings`. */
export function codeOf(text: string, keepStrings = false): string {
  return text.replace(TOKENS, token => {
    if (token.startsWith('/*') || token.startsWith('//')) return ' '
    return keepStrings ? token : '""'
  })
}

/** Specifiers of every import: static, for its effects, re-exported, type-only, dynamic, and of workers by URL. */
export function importsOf(text: string): string[] {
  const forms = [
    /\b(?:import|export)\b[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(\s*['"]([^'"]+)['"]/g,
    /\bnew\s+URL\(\s*['"](\.[^'"]+\.(?:tsx?|js|json|css))['"]\s*,\s*import\.meta\.url/g,
  ]
  const code = codeOf(text, true)
  return forms.flatMap(form => Array.from(code.matchAll(form), match => match[1]))
}

/** Path from the top of the repository that a relative specifier stands for; a package's name otherwise. */
export function targetOf(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const path = join(dirname(join(ROOT, from)), specifier.replace(/\?.*$/, ''))
  return relative(ROOT, path).replaceAll('\\', '/')
}

/** The ring of a file: `core`, `engine`, ...; `main` for the entry, `words` within `ui`; null for anything outside src/. */
export function ringOf(path: string): string | null {
  if (path === 'src/main.tsx') return 'main'
  if (path.startsWith('src/ui/words/')) return 'words'
  const parts = path.split('/')
  return parts[0] === 'src' && parts.length > 2 ? parts[1] : null
}
