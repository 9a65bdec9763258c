import { type ReactNode, useState } from 'react'
import './Disclosure.css'

/** Detail on demand, in place; what is inside is built when it is first asked for. @param about what the detail belongs to, for those who do not see it */
export function Disclosure({
  label,
  about,
  children,
}: {
  label: string
  about?: string
  children: ReactNode
}) {
  const [open, setOpen] = useState(false)
  return (
    <details className="disclosure" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>
        {label}
        {about && <span className="visually-hidden"> of {about}</span>}
      </summary>
      {open && children}
    </details>
  )
}
