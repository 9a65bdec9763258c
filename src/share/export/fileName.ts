/** Longest name before its ending: every file system takes it. */
const MAX_LENGTH = 60

/** A file's name from any words: `barp-`, plain letters, digits and hyphens, e.g. `barp-reward.csv`. */
export function fileName(words: string, ending: string): string {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '')
  return `barp-${plain || 'file'}.${ending}`
}
