/** The training session's state: a store of its own, since it changes ten times a second while the rest stands still. */
import { createStore } from 'zustand/vanilla'
import { INITIAL_TRAINING, type TrainingState } from '../core/session/training/state.ts'

export function createTrainingStore() {
  return createStore<TrainingState>()(() => INITIAL_TRAINING)
}

export type TrainingStore = ReturnType<typeof createTrainingStore>
