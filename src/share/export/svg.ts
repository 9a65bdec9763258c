/** A drawn chart as a file of its own: light colours and fonts written into its elements, no stylesheet needed. */
import { unreachable } from '../../core/unreachable.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Properties handed down from parent to child: written where they change. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
] as const

/** Properties of one element alone, with the value that need not be written. */
const OWN = { opacity: '1', 'stop-color': 'rgb(0, 0, 0)', 'stop-opacity': '1' } as const

const COLOURS: readonly string[] = ['fill', 'stroke', 'stop-color']

export interface DrawnSvg {
  readonly text: string
  /** CSS pixels. */
  readonly width: number
  readonly height: number
}

/**
 * Serialises a chart as it would look in the light theme, whatever theme the page is in. Elements of class `no-export`
 * are left out.
 * @param svg in the document, since its colours are read from the page's styles
 * @param title said by screen readers and shown by viewers
 */
export function serialiseSvg(svg: SVGSVGElement, title: string): DrawnSvg {
  const { width, height } = svg.getBoundingClientRect()
  const copy = svg.cloneNode(true)
  if (!(copy instanceof SVGSVGElement)) unreachable('the copy of a drawing is no drawing')
  // Beside the original the same style rules meet it; nothing is painted before it is taken away again.
  copy.style.colorScheme = 'light'
  copy.style.position = 'absolute'
  svg.after(copy)
  try {
    for (const element of copy.querySelectorAll('*')) {
      if (element.matches('.no-export') || getComputedStyle(element).display === 'none') element.remove()
    }
    inlineStyles(copy)
  } finally {
    copy.remove()
  }
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  copy.querySelector(':scope > title')?.remove()
  const caption = document.createElementNS(SVG, 'title')
  caption.textContent = title
  const paper = document.createElementNS(SVG, 'rect')
  for (const [name, value] of Object.entries({
    width: '100%',
    height: '100%',
    fill: '#ffffff',
    stroke: 'none',
  })) {
    paper.setAttribute(name, value)
  }
  copy.prepend(caption, paper)
  return { text: new XMLSerializer().serializeToString(copy), width, height }
}

/** Writes what the stylesheets say into attributes, then drops classes, styles and the page's own hooks. */
function inlineStyles(root: SVGSVGElement): void {
  const elements = [root, ...root.querySelectorAll('*')].filter(element => element instanceof SVGElement)
  const computed = elements.map(element => ({ element, style: getComputedStyle(element) }))
  // Everything is read before anything is written: an attribute must not change what a child inherits.
  const written = computed.map(({ element, style }) => {
    const parent = element === root || !element.parentElement ? null : getComputedStyle(element.parentElement)
    const inherited = INHERITED.filter(
      name => !parent || parent.getPropertyValue(name) !== style.getPropertyValue(name),
    )
    const own = Object.entries(OWN).filter(([name, usual]) => style.getPropertyValue(name) !== usual)
    return [...inherited, ...own.map(([name]) => name)].map(name => {
      const value = style.getPropertyValue(name)
      return { name, value: COLOURS.includes(name) ? plainColour(value) : value }
    })
  })
  elements.forEach((element, i) => {
    for (const { name } of [...element.attributes]) {
      if (/^(class|style|tabindex|role|on|data-|aria-)/.test(name)) element.removeAttribute(name)
    }
    for (const { name, value } of written[i]) if (value !== '') element.setAttribute(name, value)
  })
}

/** Any CSS colour as #rrggbb, which every program reads; `none` and references stay, as do translucent colours. */
function plainColour(colour: string): string {
  if (colour === 'none' || colour.startsWith('url(')) return colour
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  if (!context) return colour
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [r, g, b, a] = context.getImageData(0, 0, 1, 1).data
  if (a === 0) return 'none'
  if (a < 255) return `rgba(${r}, ${g}, ${b}, ${(a / 255).toFixed(3)})`
  return `#${[r, g, b].map(byte => byte.toString(16).padStart(2, '0')).join('')}`
}
