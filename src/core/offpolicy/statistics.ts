/** All that an outcome model remembers of answers: sums a row can be added to at any time, so a log and a stream of pulls fit alike. */

export class OutcomeStatistics {
  /** K. */
  readonly arms: number
  /** d, the features of a prompt. */
  readonly size: number
  /** Sum of weights of each arm's answers. */
  readonly weight: Float64Array
  /** Of each arm sum x x^T: K x d x d. */
  readonly gram: Float64Array
  /** Of each arm sum x q and sum x c: K x d each; x begins with a 1, so that the sums of q and c come first. */
  readonly quality: Float64Array
  readonly cost: Float64Array
  /** Of each arm the sum of squares of q. */
  readonly qualitySquares: Float64Array

  constructor(arms: number, size: number) {
    this.arms = arms
    this.size = size
    this.weight = new Float64Array(arms)
    this.gram = new Float64Array(arms * size * size)
    this.quality = new Float64Array(arms * size)
    this.cost = new Float64Array(arms * size)
    this.qualitySquares = new Float64Array(arms)
  }

  /**
   * Takes one answer in, O(d^2).
   * @param x features of the prompt, d numbers from `offset` on, the first a 1
   * @param quality score, [0, 1]
   * @param cost on the reward's scale, min(c / tau, 1)
   * @param weight > 0; -1 takes an answer of weight 1 out again
   */
  add(x: Float64Array, offset: number, arm: number, quality: number, cost: number, weight = 1): void {
    const d = this.size
    this.weight[arm] += weight
    this.qualitySquares[arm] += weight * quality * quality
    for (let i = 0; i < d; i++) {
      const scaled = weight * x[offset + i]
      this.quality[arm * d + i] += scaled * quality
      this.cost[arm * d + i] += scaled * cost
      const row = (arm * d + i) * d
      for (let j = 0; j <= i; j++) this.gram[row + j] += scaled * x[offset + j]
    }
  }

  /** sum x x^T of an arm, d x d, both triangles. */
  gramOf(arm: number): Float64Array {
    const d = this.size
    const gram = this.gram.slice(arm * d * d, (arm + 1) * d * d)
    for (let i = 0; i < d; i++) for (let j = 0; j < i; j++) gram[j * d + i] = gram[i * d + j]
    return gram
  }
}
