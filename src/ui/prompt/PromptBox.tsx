import { MAX_PROMPT_CHARS } from '../../core/experiment/limits.ts'
import type { Prompt } from '../../store/playground.ts'
import { useActions, useEncoder, usePlayground } from '../context.ts'
import { formatCount } from '../format.ts'
import { useStaleReason } from '../useStaleReason.ts'
import { useWording } from '../useWording.ts'
import './PromptBox.css'

/** The prompt's text: an example's, or the person's own as soon as they type. */
export function PromptBox() {
  const prompt = usePlayground(state => state.routing?.prompt)
  const draft = useEncoder(state => state.draft)
  const problem = useEncoder(state => state.draftProblem)
  const encoding = useEncoder(state => state.task?.kind === 'encoding')
  const { type } = useActions()
  const { say } = useWording()
  const stale = useStaleReason() !== null
  if (!prompt) return null
  const example = prompt.kind === 'example' ? prompt : null
  const textless = draft === null && example?.text === null
  return (
    <div className="prompt-box">
      <label htmlFor="prompt">
        {draft === null && example ? `Example ${example.name}` : 'Your own words'}
        {encoding && <span className="quiet"> encoding…</span>}
      </label>
      <textarea
        id="prompt"
        rows={5}
        dir="auto"
        maxLength={MAX_PROMPT_CHARS}
        value={draft ?? prompt.text ?? ''}
        placeholder={
          textless
            ? 'This prompt is named by family and number; its text belongs to the benchmark it comes from. Type your own here.'
            : 'Type any prompt'
        }
        onChange={event => type(event.target.value)}
        aria-describedby="prompt-note"
        spellCheck={false}
      />
      <p id="prompt-note" className={problem ? 'problem' : 'quiet'} role={problem ? 'alert' : undefined}>
        {problem ? say(problem) : note(stale ? null : prompt)}
      </p>
    </div>
  )
}

/** @param prompt the one that is routed, where it is the one in the box */
function note(prompt: Prompt | null): string {
  if (prompt?.kind === 'own') {
    const read = prompt.truncated ? 'first 256 tokens only' : `${prompt.tokens} tokens`
    return `Encoded on this device: ${read}.`
  }
  return `Up to ${formatCount(MAX_PROMPT_CHARS)} characters; stays on this device.`
}
