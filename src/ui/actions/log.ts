/** What the page can ask about a person's own routing log. */
export interface LogActions {
  /** Reads a file: format and columns are guessed and shown before anything is kept. */
  choose(file: File): void
}
