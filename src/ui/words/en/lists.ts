/** `3`, `3 and 8`, `3, 8 and 12`. */
export function andList(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`
}

/** `“sums”, “verse”`. */
export function quotedList(items: readonly string[]): string {
  return items.map(item => `“${item}”`).join(', ')
}

/** A sentence within another: without its full stop. */
export function clause(sentence: string): string {
  return sentence.replace(/\.$/, '')
}
