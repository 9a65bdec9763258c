import { Component, type ReactNode } from 'react'
import { messagesOf } from '../../core/messages/message.ts'
import { pageWording } from '../useWording.ts'

interface Props {
  title: string
  /** Puts something new in the place of the children that failed. */
  onRetry: () => void
  children: ReactNode
}

/** A section that cannot be fetched or drawn says so in its own place; the rest of the page, a running training too, goes on. */
export class SectionBoundary extends Component<
  Props,
  { readonly failures: number; readonly why: string | null }
> {
  override state = { failures: 0, why: null }

  static getDerivedStateFromError(error: unknown): { why: string } {
    return { why: pageWording().sayAll(messagesOf(error)) }
  }

  override componentDidCatch(): void {
    this.setState(({ failures }) => ({ failures: failures + 1 }))
  }

  #retry = (): void => {
    this.props.onRetry()
    this.setState({ why: null })
  }

  override render() {
    const { why, failures } = this.state
    if (why === null) return this.props.children
    return (
      <div className="section-failed" role="alert">
        <p className="problem">
          “{this.props.title}” could not be shown. Everything else on the page goes on.{' '}
          <span className="quiet">({why})</span>
        </p>
        <p>
          <button type="button" onClick={this.#retry}>
            Try again
          </button>{' '}
          {failures > 1 && (
            <span className="quiet">
              If it fails again, the page may have been renewed since you opened it:{' '}
              <a href={location.href} onClick={() => location.reload()}>
                open it afresh
              </a>
              . A run that is not saved is lost by that.
            </span>
          )}
        </p>
      </div>
    )
  }
}
