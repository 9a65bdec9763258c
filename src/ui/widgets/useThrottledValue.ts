import { useEffect, useRef, useState } from 'react'

/** A value that changes too often to be read: the newest one, but each stands for at least `standsMs`. */
export function useThrottledValue<T>(value: T, standsMs: number): T {
  const [shown, setShown] = useState(value)
  const last = useRef(value)
  const since = useRef(0)
  useEffect(() => {
    if (last.current === value) return
    const show = () => {
      last.current = value
      since.current = performance.now()
      setShown(value)
    }
    const left = since.current + standsMs - performance.now()
    if (left <= 0) {
      show()
      return
    }
    const timer = setTimeout(show, left)
    return () => clearTimeout(timer)
  }, [value, standsMs])
  return standsMs === 0 ? value : shown
}
