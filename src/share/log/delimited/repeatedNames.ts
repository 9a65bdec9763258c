/** Column names that repeat once an LLM: `tiny, score, cost, mid, score, cost` are the score and cost of what stands before. */

/** The same names, with repeated ones joined to the name that leads their group: `tiny|score`. */
export function ownRepeatedNames(names: readonly string[]): string[] {
  const keys = names.map(name => name.trim().toLowerCase())
  const count = new Map<string, number>()
  for (const key of keys) count.set(key, (count.get(key) ?? 0) + 1)
  const most = Math.max(0, ...[...count].filter(([key]) => key !== '').map(([, times]) => times))
  if (most < 2) return [...names]
  const repeats = (i: number) => (count.get(keys[i]) ?? 0) === most && keys[i] !== ''
  const leads = (i: number) => count.get(keys[i]) === 1 && i + 1 < names.length && repeats(i + 1)
  if (names.filter((_, i) => leads(i)).length !== most) return [...names]
  let leader = ''
  return names.map((name, i) => {
    if (leads(i)) leader = leaderName(name)
    return leader !== '' && repeats(i) ? `${leader}|${name.trim()}` : name
  })
}

/** promptfoo heads an LLM's outputs with `[provider] prompt`. */
function leaderName(name: string): string {
  const bracketed = /^\[([^\]]+)\]/.exec(name.trim())
  return bracketed ? bracketed[1] : name.trim().replace(/[ _|.:-]+(output|response|answer)$/i, '')
}
