import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutKey } from '../../../src/core/align/layout-key.ts'
import { roleOfTextIn } from '../../../src/core/align/vocabulary.ts'
import { SheetGrid } from '../../../src/core/forms/sheet-grid.ts'
import type { RawCell, SheetData } from '../../../src/core/model/sheet.ts'
import { FURTHER_TOPICS } from '../forms/county-further-topics.ts'
import { TOPICS } from '../forms/county-topics.ts'
import { context, COVER, fill, read } from '../intake/returned.ts'

const BLANKS = Object.values({ ...TOPICS, ...FURTHER_TOPICS }).map(({ blank }) => blank)
const WITHIN = context(BLANKS)
const roleOf = roleOfTextIn(WITHIN.forms)
const keyOf = (sheet: SheetData): string => layoutKey(new SheetGrid(sheet), roleOf)

const SCHOOLS = ['石门镇中心小学', '双桥镇初级中学', '云岭县民族幼儿园']
const WORDS = [
  '已核实',
  '见附件',
  '本校无此项',
  '教导处',
  '约二十',
  '12人',
  '不详',
  '学校',
  '小学',
  '合计',
  '其他',
]

/** The blanks filled in as one school would: its name, its own remarks, a figure or none in each cell. */
function returned(
  figures: readonly (number | null)[],
  words: readonly string[],
  who: string,
): SheetData[] {
  const { sheets } = fill(WITHIN.forms, BLANKS, (index) => {
    const figure = figures[index % figures.length] ?? null
    return figure === null ? undefined : { kind: 'number', value: String(figure) }
  })
  for (const { cells } of sheets) {
    let count = 0
    for (const line of cells) {
      line.forEach((cell, column) => {
        if (cell?.kind !== 'text') return
        if (cell.value.startsWith('文'))
          line[column] = { ...cell, value: words[count++ % words.length] ?? '' }
        else if (/(?:单位|学校|名称)(?:（[^）]*）)?：$/u.test(cell.value))
          line[column] = { ...cell, value: cell.value + who }
      })
    }
  }
  return sheets
}

const figures = fc.array(fc.option(fc.nat(999)), { minLength: 1, maxLength: 40 })
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 })
const places = fc.array(
  fc.tuple(fc.nat(30), fc.nat(12), fc.constantFrom(...WORDS, ...SCHOOLS, '')),
  {
    maxLength: 6,
  },
)

describe('what was found out about one layout holds for the next of the same', () => {
  it('returns of two schools that kept to the form are laid out alike', () => {
    const all = [1, 2, 3, 4, 5]
    // On a card what a school writes stands between the labels, and is part of the layout.
    const cards = WITHIN.forms.flatMap((form) => (form.shape === 'card' ? [form.id] : []))
    const [one, two] = SCHOOLS.map((who) =>
      returned(all, [who, '已核实'], who)
        .filter(({ name }) => !cards.includes(name))
        .map(keyOf),
    )
    expect(one).toEqual(two)
    expect(new Set(one).size).toBe(BLANKS.length - cards.length)
  })

  it('another label, or the same in another place, is another layout', () => {
    const [blank] = BLANKS
    if (blank === undefined) throw new Error('no blank')
    const changed = (change: (cells: (RawCell | undefined)[][]) => void): SheetData => {
      const sheet = structuredClone(blank)
      change(sheet.cells)
      return sheet
    }
    const label = changed((cells) => cells[5]?.splice(2, 1, { kind: 'text', value: '中学' }))
    const group = changed((cells) => cells[4]?.splice(1, 1, { kind: 'text', value: '受助学生' }))
    expect(new Set([blank, label, group].map(keyOf)).size).toBe(3)
  })

  it('read after any others, a return reads as it does by itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(figures, words, fc.constantFrom(...SCHOOLS), places), {
          minLength: 2,
          maxLength: 3,
        }),
        (all) => {
          const shared = { ...WITHIN, forms: [...WITHIN.forms] }
          for (const [own, texts, who, typed] of all) {
            const sheets = returned(own, texts, who)
            // What a school types anywhere, over a label too.
            typed.forEach(([row, column, text], at) => {
              const line = sheets[(row + column + at) % sheets.length]?.cells[row]
              if (line === undefined) return
              if (text === '') Reflect.deleteProperty(line, column)
              else line[column] = { kind: 'text', value: text }
            })
            const alone = { ...WITHIN, forms: [...WITHIN.forms] }
            expect(read([COVER, ...sheets], shared)).toEqual(read([COVER, ...sheets], alone))
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})
