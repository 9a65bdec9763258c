/**
 * Seeded random streams. Every consumer owns a stream with its own name, so that switching one
 * feature on never shifts the draws of another.
 *
 * Generator: sfc32 (Chris Doty-Humphrey's Small Fast Chaotic, 32 bit), seeded by a hash of (seed, name).
 */

/** Four 32-bit words: everything needed to continue a stream where it stopped. */
export type StreamState = readonly [number, number, number, number]

export interface RandomStream {
  /** Uniform in [0, 1), 32 random bits. */
  uniform(): number
  /** Standard normal (Box-Muller, one of the pair). */
  normal(): number
  /** Uniform integer in [0, n). */
  integer(n: number): number
  /** Adds to every element a uniform draw of 16 bits from [-halfWidth, halfWidth). Two elements share a draw of the stream. */
  jitter(values: Float32Array, halfWidth: number): void
  state(): StreamState
}

/** 32-bit FNV-1a with a final avalanche; `salt` gives independent hashes of the same text. */
export function hashText(text: string, salt = 0): number {
  let hash = (0x811c9dc5 ^ salt) >>> 0
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A text's place in [0, 1): the same text always gets the same place, whatever surrounds it. */
export function hashFraction(text: string, salt = 0): number {
  return hashText(text, salt) / 0x100000000
}

/** The stream called `name` under `seed`. Same pair, same draws, on every machine. */
export function createStream(seed: number, name: string): RandomStream {
  const key = `${seed}/${name}`
  const stream = resumeStream([hashText(key, 1), hashText(key, 2), hashText(key, 3), 1])
  for (let i = 0; i < 12; i++) stream.uniform() // sfc32 needs a short run-in to mix its seed
  return stream
}

/** Continue a stream from a saved state. */
export function resumeStream(saved: StreamState): RandomStream {
  let [a, b, c, counter] = saved

  function uniform(): number {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 0x100000000
  }

  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    integer: n => Math.floor(uniform() * n),
    jitter(values, halfWidth) {
      // uniform() written out on local variables, which is some four times as fast.
      let [x, y, z, n] = [a, b, c, counter]
      const unit = halfWidth / 0x8000
      for (let i = 0; i < values.length; i += 2) {
        const sum = (x + y + n) | 0
        n = (n + 1) | 0
        x = y ^ (y >>> 9)
        y = (z + (z << 3)) | 0
        z = (((z << 21) | (z >>> 11)) + sum) | 0
        values[i] += (sum >> 16) * unit
        values[i + 1] += ((sum << 16) >> 16) * unit
      }
      ;[a, b, c, counter] = [x, y, z, n]
    },
    state: () => [a, b, c, counter],
  }
}

/** Fisher-Yates in place; returns its argument. */
export function shuffle<T extends number[] | Uint32Array>(items: T, stream: RandomStream): T {
  for (let i = items.length - 1; i > 0; i--) {
    const j = stream.integer(i + 1)
    const kept = items[i]
    items[i] = items[j]
    items[j] = kept
  }
  return items
}

/** An index drawn with the given probabilities (sum 1 up to rounding). */
export function sampleCategorical(probabilities: ArrayLike<number>, stream: RandomStream): number {
  let rest = stream.uniform()
  const last = probabilities.length - 1
  for (let i = 0; i < last; i++) {
    rest -= probabilities[i]
    if (rest < 0) return i
  }
  return last
}
