import type { ReactNode } from 'react'
import './Station.css'

/** One station of the flow, with its place in it and its symbol in the equation. @param name also the CSS class */
export function Station({
  place,
  name,
  title,
  symbol,
  children,
}: {
  place: number
  name: string
  title: string
  symbol: string
  children: ReactNode
}) {
  return (
    <section className={`station ${name}`} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        <span className="step">{place}</span> {title} <span className="symbol">{symbol}</span>
      </h2>
      {children}
    </section>
  )
}
