import { useEffect, useState } from 'react'

/**
 * Seconds until something is done, by its pace so far; null until that can be told.
 * @param share done, 0 ... 1; null while nothing runs
 */
export function useTimeLeft(share: number | null): number | null {
  const [start, setStart] = useState<{ readonly at: number; readonly share: number } | null>(null)
  const [now, setNow] = useState(0)
  const running = share !== null
  useEffect(() => {
    if (!running) {
      setStart(null)
      return
    }
    const tick = () => setNow(performance.now())
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [running])
  useEffect(() => {
    if (share !== null && share > 0 && start === null) setStart({ at: performance.now(), share })
  }, [share, start])
  if (share === null || start === null || share - start.share < 0.01) return null
  return Math.max(0, ((now - start.at) * (1 - share)) / (share - start.share) / 1000)
}
