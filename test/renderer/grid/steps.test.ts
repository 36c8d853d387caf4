import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { edgeOfData, insideNext, strideOf } from '../../../src/renderer/grid/steps.ts'
import type { Field } from '../../../src/renderer/grid/steps.ts'

/** A sheet drawn with characters: x filled, . empty, blank no cell. */
function sheet(...lines: string[]): Field {
  const place = { x: 'filled', '.': 'empty', ' ': 'none' } as const
  return {
    rows: lines.length,
    columns: lines[0]?.length ?? 0,
    first: 1,
    page: 2,
    at: (row, column) => place[(lines[row]?.[column] ?? ' ') as keyof typeof place],
  }
}

class Pressed {
  // As with an event of the browser the fields are not its own.
  get key(): string {
    return this.#parts.at(-1) ?? ''
  }
  get ctrlKey(): boolean {
    return this.#parts.includes('Ctrl')
  }
  get shiftKey(): boolean {
    return this.#parts.includes('Shift')
  }
  get metaKey(): boolean {
    return false
  }
  get altKey(): boolean {
    return false
  }
  readonly #parts: string[]
  constructor(written: string) {
    this.#parts = written.split('+')
  }
}

const FIELD = sheet('xxx..x', 'x.xx..', 'x.....', 'xx.xxx')

it.each([
  ['Home', 2, 4, 2, 1],
  ['Home', 2, 0, 2, 0],
  ['End', 1, 1, 1, 5],
  ['Ctrl+Home', 3, 3, 0, 1],
  ['Ctrl+End', 0, 0, 3, 5],
  ['Ctrl+ArrowRight', 0, 0, 0, 2],
  ['Ctrl+ArrowRight', 0, 2, 0, 5],
  ['Ctrl+ArrowRight', 1, 3, 1, 5],
  ['Ctrl+ArrowRight', 1, 5, 1, 5],
  ['Ctrl+ArrowDown', 0, 1, 3, 1],
  ['Ctrl+ArrowDown', 0, 0, 3, 0],
  ['Ctrl+ArrowUp', 2, 4, 0, 4],
  ['Ctrl+ArrowLeft', 0, 5, 0, 2],
  ['Shift+ArrowDown', 1, 1, 2, 1],
  ['Shift+PageDown', 0, 1, 2, 1],
])('%s from %i,%i goes to %i,%i', (written, row, column, toRow, toColumn) => {
  const stride = strideOf(new Pressed(written), { row, column }, FIELD)
  expect(stride).toEqual({
    to: { row: toRow, column: toColumn },
    marks: written.includes('Shift'),
  })
})

it('leaves to others what is no stride', () => {
  for (const written of ['ArrowDown', 'PageDown', 'Enter', 'a', 'Ctrl+c'])
    expect(strideOf(new Pressed(written), { row: 0, column: 0 }, FIELD)).toBe(null)
})

it('passes over places without a cell', () => {
  expect(edgeOfData({ row: 0, column: 0 }, [0, 1], sheet('x x x'))).toEqual({ row: 0, column: 4 })
  expect(edgeOfData({ row: 0, column: 0 }, [0, 1], sheet('. . x'))).toEqual({ row: 0, column: 4 })
})

test('Tab and Enter come to every cell of the mark and back to the first', () => {
  const nat = fc.nat(5)
  fc.assert(
    fc.property(nat, nat, nat, nat, fc.boolean(), fc.boolean(), (top, left, h, w, row, back) => {
      const bounds = { top, bottom: top + h, left, right: left + w }
      const start = { row: top, column: left }
      const seen = new Set<string>()
      let at = start
      for (let step = 0; step < (h + 1) * (w + 1); step += 1) {
        seen.add(`${at.row} ${at.column}`)
        at = insideNext(at, bounds, row ? 'row' : 'column', back, () => true) ?? at
      }
      expect(seen.size).toBe((h + 1) * (w + 1))
      expect(at).toEqual(start)
    }),
  )
})

test('places where nothing can be stood at are passed over', () => {
  const bounds = { top: 0, bottom: 3, left: 0, right: 0 }
  const odd = ({ row }: { row: number }): boolean => row % 2 === 1
  expect(insideNext({ row: 1, column: 0 }, bounds, 'column', false, odd)).toEqual({
    row: 3,
    column: 0,
  })
  expect(insideNext({ row: 0, column: 0 }, bounds, 'column', false, () => false)).toBe(null)
})
