/** A person's own routing log on its way in. */
import { createStore } from 'zustand/vanilla'

export interface LogState {
  /** Why the last file was refused. */
  readonly problem: string | null
  setProblem(problem: string | null): void
}

export function createLogStore() {
  return createStore<LogState>()(set => ({
    problem: null,
    setProblem: problem => set({ problem }),
  }))
}

export type LogStore = ReturnType<typeof createLogStore>
