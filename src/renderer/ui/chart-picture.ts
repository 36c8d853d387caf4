/** What is said on a picture besides its chart. */
export interface Pictured {
  title: string
  notes: readonly string[]
  /** Names of the parts with their colours, as CSS writes them. */
  legend: readonly { name: string; colour: string }[]
}

export interface Picture {
  /** A whole SVG document that needs no style from outside. */
  svg: string
  width: number
  height: number
}

const NAMESPACE = 'http://www.w3.org/2000/svg'
const FONT = '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif'
const PADDING = 16
const LINE = 18
/** What of a drawn element's look is not in its attributes. */
const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
]

/** A chart of the page as a picture of its own: light whatever the look of the screen, with title, legend and notes. */
export function pictureOf(chart: SVGSVGElement, about: Pictured): Picture {
  const root = document.documentElement
  const look = root.dataset['theme']
  // The look is changed and restored before anything is painted.
  root.dataset['theme'] = 'light'
  try {
    return drawn(chart, about)
  } finally {
    if (look === undefined) delete root.dataset['theme']
    else root.dataset['theme'] = look
  }
}

function drawn(chart: SVGSVGElement, { title, notes, legend }: Pictured): Picture {
  const box = chart.getBoundingClientRect()
  const width = Math.round(box.width) + 2 * PADDING
  const above = PADDING + 24 + (legend.length > 0 ? LINE * legendLines(legend, width).length : 0)
  const height = Math.round(above + box.height + LINE * notes.length + PADDING)
  const out = document.createElementNS(NAMESPACE, 'svg')
  set(out, { xmlns: NAMESPACE, width, height, viewBox: `0 0 ${width} ${height}` })
  out.setAttribute('font-family', FONT)
  out.append(rectangle(0, 0, width, height, colourOf('var(--paper)')))
  const ink = colourOf('var(--ink)')
  out.append(words(PADDING, PADDING + 12, title, 15, ink, true))
  legendLines(legend, width).forEach((line, at) => {
    let x = PADDING
    const y = PADDING + 26 + at * LINE
    for (const { name, colour } of line) {
      out.append(rectangle(x, y, 10, 10, colourOf(colour)))
      out.append(words(x + 14, y + 9, name, 12, ink, false))
      x += legendWidth(name)
    }
  })
  const copy = chart.cloneNode(true) as SVGSVGElement
  const [from, to] = [chart.querySelectorAll('*'), copy.querySelectorAll<SVGElement>('*')]
  from.forEach((element, at) => {
    const style = getComputedStyle(element)
    const target = to[at]
    if (!target) return
    for (const name of LOOK) target.setAttribute(name, style.getPropertyValue(name))
    target.removeAttribute('class')
    target.removeAttribute('style')
    target.removeAttribute('tabindex')
  })
  set(copy, { x: PADDING, y: above, width: box.width, height: box.height })
  copy.removeAttribute('class')
  copy.removeAttribute('style')
  copy.removeAttribute('tabindex')
  out.append(copy)
  notes.forEach((note, at) => {
    const y = above + box.height + LINE * (at + 1) - 4
    out.append(words(PADDING, y, note, 11, colourOf('var(--ink-soft)'), false))
  })
  return { svg: new XMLSerializer().serializeToString(out), width, height }
}

function legendLines(legend: Pictured['legend'], width: number): Pictured['legend'][number][][] {
  const lines: Pictured['legend'][number][][] = []
  let x = Number.POSITIVE_INFINITY
  for (const one of legend) {
    const wide = legendWidth(one.name)
    if (x + wide > width - PADDING) {
      lines.push([])
      x = PADDING
    }
    lines.at(-1)?.push(one)
    x += wide
  }
  return lines
}

const legendWidth = (name: string): number => 14 + name.length * 12 + 16

const colourOf = (colour: string): string => {
  const variable = /^var\((--[\w-]+)\)$/u.exec(colour)?.[1]
  return variable === undefined
    ? colour
    : getComputedStyle(document.documentElement).getPropertyValue(variable).trim()
}

function set(element: SVGElement, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
}

function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
): SVGRectElement {
  const made = document.createElementNS(NAMESPACE, 'rect')
  set(made, { x, y, width, height, fill })
  return made
}

function words(
  x: number,
  y: number,
  text: string,
  size: number,
  fill: string,
  bold: boolean,
): SVGTextElement {
  const made = document.createElementNS(NAMESPACE, 'text')
  set(made, { x, y, 'font-size': size, fill, 'font-weight': bold ? 600 : 400 })
  made.textContent = text
  return made
}

/** Pictures are twice as fine as the screen, for print. */
const FINER = 2

/** The same picture in dots. Throws where the browser cannot draw it. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * FINER
  canvas.height = height * FINER
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob)
      else reject(new Error('a picture without content'))
    }, 'image/png')
  })
}
