/** Words that people and programs write where a number is meant. */

/** Cells that are empty in other words: a column of numbers may hold them. */
const MISSING = new Set(
  (
    'na n/a n.a. n.a nan nil null (null) none undefined missing unknown error err #error #error! #n/a #na #null! ' +
    '#value! #div/0! #ref! #num! #name? <na> <null> \\n pd.na nat k.a. entf. s/o skip skipped ? - -- --- – — . … * n/d nd'
  ).split(' '),
)

export function isMissing(lowerCase: string): boolean {
  return lowerCase === '' || MISSING.has(lowerCase) || lowerCase.startsWith('error:')
}

/** Each pair stands for 1 and 0; words of different pairs are not mixed in a column. */
const PAIRS =
  'true/false t/f yes/no y/n pass/fail passed/failed p/f correct/incorrect correct/wrong right/wrong success/failure ' +
  'success/fail succeeded/failed ok/fail ok/failed good/bad solved/unsolved resolved/unresolved accept/reject ' +
  'accepted/rejected valid/invalid win/loss on/off hit/miss c/i 1/0 wahr/falsch ja/nein richtig/falsch vrai/faux ' +
  'oui/non verdadero/falso sí/no si/no vero/falso verdadeiro/falso sim/não sim/nao waar/onwaar ja/nee ja/nej ' +
  'sand/falsk sant/falskt tak/nie prawda/fałsz ano/ne igaz/hamis igen/nem evet/hayır doğru/yanlış истина/ложь ' +
  'да/нет правда/ложь так/ні 真/假 是/否 对/错 正确/错误 はい/いいえ 正解/不正解 예/아니오 참/거짓 ✓/✗ ✓/✕ ✔/✘ ✔/✗ ✅/❌ ☑/☐ 👍/👎'

/** Beside the pair itself: Inspect's marks for an answer that is right in part, and for none. */
const MORE: Readonly<Record<string, Readonly<Record<string, number>>>> = { 'c/i': { p: 0.5, n: 0 } }

const GROUPS: readonly Readonly<Record<string, number>>[] = PAIRS.split(' ').map(pair => {
  const [one, zero] = pair.split('/')
  return { [one]: 1, [zero]: 0, ...MORE[pair] }
})
const KNOWN = new Set(GROUPS.flatMap(group => Object.keys(group)))

export function isWord(lowerCase: string): boolean {
  return KNOWN.has(lowerCase)
}

/** The pair that all of these words belong to: none where they belong to no one pair. */
export function pairOf(words: Iterable<string>): Readonly<Record<string, number>> | null {
  const all = [...words]
  // One letter alone is a grade or a choice.
  if (all.length === 1 && /^[a-z]$/.test(all[0])) return null
  return (all.length > 0 && GROUPS.find(group => all.every(word => word in group))) || null
}
