import type { OptimiserName } from '../experiment/options.ts'
import { Adam } from './adam.ts'
import type { Optimiser } from './optimiser.ts'
import { Sgd } from './sgd.ts'

/** @param size length of the parameter vector */
export function createOptimiser(name: OptimiserName, size: number): Optimiser {
  switch (name) {
    case 'adam':
      return new Adam(size)
    case 'sgd':
      return new Sgd()
  }
}
