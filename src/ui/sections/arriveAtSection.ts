import { goToSection } from './goToSection.ts'

/** What says that a person has taken over. */
const INPUTS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/** Goes to a section once what is shown now has been painted, and stays there while those above it are still fetched. */
export function arriveAtSection(id: string): void {
  requestAnimationFrame(() => {
    goToSection(id)
    const observer = new ResizeObserver(() => {
      document.getElementById(id)?.scrollIntoView()
      if (document.querySelector('.section-wait') === null) leave()
    })
    const leave = () => {
      observer.disconnect()
      for (const input of INPUTS) removeEventListener(input, leave)
    }
    for (const input of INPUTS) addEventListener(input, leave, { passive: true })
    observer.observe(document.body)
  })
}
