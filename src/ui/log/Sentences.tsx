import './Sentences.css'

/** Problems or notes, one sentence each. Problems are announced. */
export function Sentences({
  title,
  sentences,
  kind,
}: {
  title: string
  sentences: readonly string[]
  kind: 'problem' | 'note'
}) {
  return (
    <div className={`findings ${kind}`} role={kind === 'problem' ? 'alert' : undefined}>
      <h3>{title}</h3>
      <ul>
        {sentences.map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
