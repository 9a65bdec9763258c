/** A chart saved from the page must stand alone: in light colours, whatever theme it was drawn in. */
import { afterEach, expect, test } from 'vitest'
import { serialiseSvg } from '../../src/share/export/svg.ts'

const STYLE = `
  :root { color-scheme: dark; --ink: light-dark(#112233, #ffeedd); --cheap: oklab(0.42 -0.03 -0.12) }
  .chart text { font: 12px sans-serif; fill: var(--ink) }
  .chart .line { fill: none; stroke: var(--ink); stroke-width: 2px; stroke-dasharray: 5px 3px }
  .chart .dim { opacity: 0.3 }
`
const CHART = `<svg class="chart" width="120" height="80" aria-hidden="true" tabindex="0" onclick="void 0">
  <path class="line" d="M0,0L10,10"/>
  <g class="dim"><circle class="dot" style="fill: var(--cheap)" cx="5" cy="5" r="3"/></g>
  <text x="10" y="20">cost &lt; 1 &amp; quality</text>
  <circle class="no-export" r="9"/>
</svg>`

function draw(): SVGSVGElement {
  document.head.insertAdjacentHTML('beforeend', `<style id="fixture">${STYLE}</style>`)
  document.body.innerHTML = CHART
  const svg = document.querySelector('svg')
  if (!svg) throw new Error('There is no chart.')
  return svg
}

afterEach(() => {
  document.querySelector('#fixture')?.remove()
  document.body.innerHTML = ''
})

function saved() {
  const { text } = serialiseSvg(draw(), 'Cost <against> quality')
  const file = new DOMParser().parseFromString(text, 'image/svg+xml')
  const one = (selector: string) => {
    const found = file.querySelector(selector)
    if (!found) throw new Error(`There is no ${selector} in ${text}`)
    return found
  }
  return { text, one }
}

test('it parses by itself, with its size, its namespace and its title', () => {
  const { one } = saved()
  const root = one('svg')
  expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg')
  expect([root.getAttribute('width'), root.getAttribute('height')]).toEqual(['120', '80'])
  expect(root.getAttribute('viewBox')).toBe('0 0 120 80')
  expect(root.firstElementChild?.tagName).toBe('title')
  expect(one('title').textContent).toBe('Cost <against> quality')
  expect(one('text').textContent).toBe('cost < 1 & quality')
})

test('colours are those of the light theme, as every program reads them', () => {
  const { one } = saved()
  expect(one('text').getAttribute('fill')).toBe('#112233')
  expect(one('path').getAttribute('stroke')).toBe('#112233')
  expect(one('path').getAttribute('fill')).toBe('none')
  expect(one('circle').getAttribute('fill')).toMatch(/^#[0-9a-f]{6}$/)
  expect(one('g').getAttribute('opacity')).toBe('0.3')
  expect(one('text').getAttribute('font-size')).toBe('12px')
  expect(one('path').getAttribute('stroke-dasharray')).toMatch(/5px,? 3px/)
})

test('nothing of the page is left in it: no class, style, script hook or marker of the cursor', () => {
  const { text } = saved()
  expect(text).not.toMatch(/\sclass=|\sstyle=|onclick|aria-|tabindex|var\(|light-dark|oklab/)
  expect(text).not.toContain('no-export')
})

test('the chart on the page stays as it was, and alone', () => {
  const svg = draw()
  const before = document.body.innerHTML
  serialiseSvg(svg, 'x')
  expect(document.body.innerHTML).toBe(before)
})

test('it draws as a picture', async () => {
  const { text } = serialiseSvg(draw(), 'x')
  const image = new Image()
  image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  await image.decode()
  expect([image.width, image.height]).toEqual([120, 80])
})
