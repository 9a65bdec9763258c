import { Component, type ReactNode } from 'react'
import { messagesOf } from '../core/messages/message.ts'
import { pageWording } from '../ui/useWording.ts'

/** A failed render says so and offers the way back; never a blank page. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state = { message: null }

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: pageWording().sayAll(messagesOf(error)) }
  }

  override render() {
    if (this.state.message === null) return this.props.children
    return (
      <main className="banner problem" role="alert">
        <h1>Something broke on this page</h1>
        <p>{this.state.message}</p>
        <p>
          <a href={location.pathname}>Open the playground afresh</a>
        </p>
      </main>
    )
  }
}
