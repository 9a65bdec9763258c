import type { Message } from '../../core/messages/message.ts'
import { useWording } from '../useWording.ts'
import './Findings.css'

/** Problems or notes, one sentence each. Problems are announced. */
export function Findings({
  title,
  messages,
  kind,
}: {
  title: string
  messages: readonly Message[]
  kind: 'problem' | 'note'
}) {
  const sentences = messages.map(useWording().say)
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
