import './Tag.css'

/** SIMULATED, MEASURED, PUBLISHED or ABOUT: where a number comes from, as part of the typography. */
export function Tag({ children }: { children: string }) {
  return <span className="tag">{children.toUpperCase()}</span>
}
