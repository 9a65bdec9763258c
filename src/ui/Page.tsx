import { lazy, type MouseEvent, Suspense } from 'react'
import { usePlayground } from './context.ts'
import { Dial } from './dial/Dial.tsx'
import { Spectrum } from './dial/Spectrum.tsx'
import { Header } from './header/Header.tsx'
import { PolicyStation } from './policy/PolicyStation.tsx'
import { PromptStation } from './prompt/PromptStation.tsx'
import { RouteStation } from './route/RouteStation.tsx'
import { Said } from './Said.tsx'

const TrainSection = lazy(() => import('./train/TrainSection.tsx'))
const CompareSection = lazy(() => import('./compare/CompareSection.tsx'))
const LogSection = lazy(() => import('./log/LogSection.tsx'))

/** The page as one flow: x and w in, pi, then the route; the dial stays in view. */
export function Page() {
  const loading = usePlayground(state => state.loading)
  const shown = usePlayground(state => state.routing !== null)
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it is navigation within the page; only its fragment may not reach the address */}
      <a className="skip" href="#dial" onClick={skipToDial}>
        Skip to the dial
      </a>
      <Header />
      <Notice />
      {loading?.kind === 'failed' && (
        <p className="banner problem" role="alert">
          <Said messages={loading.why} />
        </p>
      )}
      {loading?.kind === 'busy' && (
        <p className="banner quiet" role="status">
          Loading {loading.title ?? 'the playground'}…
        </p>
      )}
      {shown && (
        <main>
          <div className="stations">
            <PromptStation />
            <PolicyStation />
            <RouteStation />
          </div>
          <Dial />
          <Spectrum />
          <Suspense fallback={null}>
            <TrainSection />
            <CompareSection />
            <LogSection />
          </Suspense>
          <Method />
        </main>
      )}
    </>
  )
}

/** Focus alone: the address belongs to the view, and a fragment there would be read as a link. */
function skipToDial(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('dial')?.focus()
}

/** One message at a time, dismissed by the person. */
function Notice() {
  const notice = usePlayground(state => state.notice)
  const setNotice = usePlayground(state => state.setNotice)
  return (
    <div role="status" className="notice-place">
      {notice && (
        <p className="banner notice">
          <Said messages={notice} />{' '}
          <button type="button" onClick={() => setNotice(null)}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  )
}

/** The method in four lines, with its source. */
function Method() {
  return (
    <section className="method" aria-labelledby="method-title">
      <h2 id="method-title">What you are looking at</h2>
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
    </section>
  )
}
