import { Batch } from './batch/Batch.tsx'

/** The rounds of the newest batch, as the learner gets them. */
export default function FeedbackSection() {
  return (
    <>
      <p className="lead">
        Bandit feedback: each round shows the learner the score and the cost of the one LLM that was pulled.
        What the others would have done stays hidden, here as in production.
      </p>
      <Batch />
    </>
  )
}
