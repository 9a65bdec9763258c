import './FeedbackLegend.css'

/** What the cells hold, with their units. */
export function FeedbackLegend({ peek, dense }: { peek: boolean; dense: boolean }) {
  const below = dense
    ? ''
    : peek
      ? ', below it the one expected'
      : ', below it score (0 to 1) and $ per 1,000 prompts'
  return (
    <p className="feedback-legend quiet">
      <span>
        <i className="cell-key lit-key" /> pulled: the reward it drew{below}
      </span>
      {peek ? (
        <>
          <span>
            <i className="cell-key" /> others: {dense ? 'not pulled' : 'the reward expected of them'}
          </span>
          <span>
            <i className="cell-key best-key" /> best expected reward
          </span>
          <span>regret: best expected less expected of the pulled one</span>
        </>
      ) : (
        <span>
          <i className="cell-key unseen-key" /> unseen by the learner
        </span>
      )}
    </p>
  )
}
