import { type ReactNode, useState } from 'react'
import type { PartId } from '../../parts.ts'
import { usePart } from '../../usePart.ts'
import './Disclosure.css'

/** Detail on demand, in place; what is inside is built when it is first asked for. @param about what the detail belongs to, for those who do not see it */
export function Disclosure({
  part,
  label,
  about,
  children,
}: {
  /** Its id among the page's parts, where it is one by itself. */
  part?: PartId
  label: string
  about?: string
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <details className="disclosure" {...usePart(part)} onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {label}
        {about && <span className="visually-hidden"> of {about}</span>}
      </summary>
      {open && children}
    </details>
  )
}
