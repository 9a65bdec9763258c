/** What crosses between the page and the workers of studies. */
import type { PolicyShape } from '../../core/policy/shape.ts'

/** As much of a policy as a worker is sent. */
export interface PlainPolicy {
  readonly shape: PolicyShape
  readonly parameters: Float32Array
}
