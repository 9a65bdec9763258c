/** How components reach the state and the actions: read single values, ask for effects by name. */
import { createContext, use } from 'react'
import { useStore } from 'zustand'
import type { EncodingState } from '../core/session/encoding.ts'
import type { KeptRunState } from '../core/session/keptRun.ts'
import type { LogImportState } from '../core/session/logImportState.ts'
import type { RecordedState } from '../core/session/recordedRun.ts'
import type { StudyState } from '../core/session/study/state.ts'
import type { TrainingState } from '../core/session/training/state.ts'
import type { EncoderStore } from '../store/encoder.ts'
import type { KeptRunStore } from '../store/keptRun.ts'
import type { LogStore } from '../store/log.ts'
import type { PageState, PageStore } from '../store/page.ts'
import type { Playground, PlaygroundState } from '../store/playground.ts'
import type { RecordedStore } from '../store/recorded.ts'
import type { StudyStore } from '../store/study.ts'
import type { TrainingStore } from '../store/training.ts'
import type { VersionState, VersionStore } from '../store/version.ts'
import type { Actions } from './actions/actions.ts'

/** All that a component can reach. */
export interface StoresAndActions {
  readonly playground: Playground
  readonly encoder: EncoderStore
  readonly training: TrainingStore
  readonly study: StudyStore
  readonly recorded: RecordedStore
  readonly log: LogStore
  readonly keptRun: KeptRunStore
  readonly version: VersionStore
  readonly page: PageStore
  readonly actions: Actions
}

export const StoresAndActionsContext = createContext<StoresAndActions | null>(null)

function useStoresAndActions(): StoresAndActions {
  const given = use(StoresAndActionsContext)
  if (!given) throw new Error('No <StoresAndActionsContext> above this component.')
  return given
}

export function usePlayground<T>(select: (state: PlaygroundState) => T): T {
  return useStore(useStoresAndActions().playground, select)
}

export function useEncoder<T>(select: (state: EncodingState) => T): T {
  return useStore(useStoresAndActions().encoder, select)
}

export function useTraining<T>(select: (state: TrainingState) => T): T {
  return useStore(useStoresAndActions().training, select)
}

export function useStudy<T>(select: (state: StudyState) => T): T {
  return useStore(useStoresAndActions().study, select)
}

export function useRecorded<T>(select: (state: RecordedState) => T): T {
  return useStore(useStoresAndActions().recorded, select)
}

export function useLog<T>(select: (state: LogImportState) => T): T {
  return useStore(useStoresAndActions().log, select)
}

export function useKeptRun<T>(select: (state: KeptRunState) => T): T {
  return useStore(useStoresAndActions().keptRun, select)
}

export function usePage<T>(select: (state: PageState) => T): T {
  return useStore(useStoresAndActions().page, select)
}

export function useVersion<T>(select: (state: VersionState) => T): T {
  return useStore(useStoresAndActions().version, select)
}

export function useActions(): Actions {
  return useStoresAndActions().actions
}
