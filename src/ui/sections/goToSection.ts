/** Brings a section into view and puts the focus on its heading. */
export function goToSection(id: string): void {
  document.getElementById(id)?.scrollIntoView()
  document.getElementById(`${id}-title`)?.focus({ preventScroll: true })
}
