import './MethodSection.css'

/** The method in four lines, with its source. */
export default function MethodSection() {
  return (
    <>
      <p>
        A prompt <i>x</i> and a preference <i>w</i> = (<i>w</i>
        <sub>q</sub>, <i>w</i>
        <sub>c</sub>) go into one network, which gives every LLM a probability π(<i>a</i> | <i>x</i>, <i>w</i>
        ). It was trained from bandit feedback: in each round one LLM is pulled, and only that LLM’s score{' '}
        <i>q</i> and cost <i>c</i> are seen. Its reward is <i>r</i> = <i>w</i>
        <sub>q</sub> <i>q</i> − <i>w</i>
        <sub>c</sub> min(<i>c</i>/τ, 1), where τ is the 95th percentile of the training costs. Since <i>w</i>{' '}
        is an input, the trade-off is dialled afterwards, with no retraining.
      </p>
      <p>
        Method: Wei et al., “Learning to Route LLMs from Bandit Feedback: One Policy, Many Trade-offs”,{' '}
        <a href="https://arxiv.org/abs/2510.07429">arXiv 2510.07429</a>. Figures: RouterBench,{' '}
        <a href="https://arxiv.org/abs/2403.12031">arXiv 2403.12031</a>. This is an independent
        implementation.
      </p>
    </>
  )
}
