import './MethodSection.css'

/** The method in words, its terms beside it, and its sources. */
export default function MethodSection() {
  return (
    <div className="method-columns">
      <div>
        <p>
          A prompt <i>x</i> and a preference <i>w</i> go into one network, which gives every LLM <i>a</i> a
          probability <i>π</i>(<i>a</i> | <i>x</i>, <i>w</i>). It was trained from bandit feedback: in each
          round one LLM is pulled, and only that LLM’s score <i>q</i> and cost <i>c</i> are seen. The
          preference turns them into one reward,
        </p>
        <p className="formula">
          <i>r</i> = <i>w</i>
          <sub>q</sub> <i>q</i> − <i>w</i>
          <sub>c</sub> min(<i>c</i>/τ, 1)
        </p>
        <p>
          and the pull becomes likelier where the reward was more than a baseline expected. Every round draws
          another preference, so the one network learns every trade-off. The dial chooses among them
          afterwards, with no retraining.
        </p>
        <p>
          Method: Wei et al., “Learning to Route LLMs from Bandit Feedback: One Policy, Many Trade-offs”,{' '}
          <a href="https://arxiv.org/abs/2510.07429">arXiv 2510.07429</a>. Figures: RouterBench,{' '}
          <a href="https://arxiv.org/abs/2403.12031">arXiv 2403.12031</a>. This is an independent
          implementation.
        </p>
      </div>
      <dl className="terms">
        {TERMS.map(({ term, symbol, meaning }) => (
          <div key={term}>
            <dt>
              {term} <span className="symbol">{symbol}</span>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const TERMS = [
  { term: 'Pull', symbol: 'a', meaning: 'Asking one LLM, and seeing what it scores and costs.' },
  {
    term: 'Score',
    symbol: 'q',
    meaning: 'How good the answer was, 0 to 1: right or wrong, or a judge’s mark.',
  },
  { term: 'Cost', symbol: 'c', meaning: 'What the answer cost, written as $ per 1,000 prompts.' },
  {
    term: 'Quality and saving',
    symbol: 'w_q, w_c',
    meaning: 'The two ends of the dial. They sum to 1: 30 % saving leaves 70 % quality.',
  },
  {
    term: 'Cost scale',
    symbol: 'τ',
    meaning:
      'The 95th percentile of the training costs: a cost of τ weighs as much as a whole point of score.',
  },
  {
    term: 'Reward',
    symbol: 'r',
    meaning: 'Score and saved money in one number, from −1 to 1, as the dial weighs them.',
  },
  {
    term: 'Entropy',
    symbol: 'H',
    meaning: 'How undecided the policy is, in nats: 0 when it is sure, ln K when all K LLMs are alike to it.',
  },
  {
    term: 'Regret',
    symbol: '',
    meaning: 'Expected reward given up against the oracle, which knows every outcome. No learner sees it.',
  },
  {
    term: 'Zero router',
    symbol: '',
    meaning: 'Mixes LLMs by chance without reading the prompt. A router below it has learnt nothing.',
  },
  {
    term: 'AIQ',
    symbol: '',
    meaning: 'Average quality over all costs on a router’s frontier, 0 to 1 (RouterBench).',
  },
] as const
