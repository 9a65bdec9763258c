import type { Message, Messages } from '../../core/messages/message.ts'
import { useActions, useLog } from '../context.ts'
import { formatCount } from '../format.ts'

/** The ways out of a log in which some LLM answered few prompts: each with the prompts that it leaves. */
export function LeaveOut({ problems }: { problems: Messages }) {
  const { leaveOut } = useActions().log
  const before = useLog(state => state.mapping?.without)
  const choices = problems.filter(isChoice)
  if (!before || choices.length === 0) return null
  return (
    <p className="leave-out">
      {choices.map(({ params: { llms, prompts } }) => (
        <button type="button" key={llms.join()} onClick={() => leaveOut([...before, ...llms])}>
          Leave out {llms.join(', ')}: {formatCount(prompts)} prompts
        </button>
      ))}
    </p>
  )
}

function isChoice(problem: Message): problem is Message<'leave-llm-out'> {
  return problem.code === 'leave-llm-out'
}
