import { unzipSync, zipSync } from 'fflate'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints } from '../../../../src/shared/code-points.ts'
import { commentDocx } from '../../../../src/main/document/comments/comment-docx.ts'
import type { Remark } from '../../../../src/core/ports.ts'
import { readDirectory } from '../../../../src/main/zip/directory.ts'
import { record } from '../../../../src/main/zip/inflate.ts'
import { inMemory } from '../../../../src/main/zip/zip-bytes.ts'
import { W, commentsIn, docxOf, onlyInserted, partOf, sourcesOf } from './docx.ts'

const BY = { author: '汇数', initials: '汇', at: '2025-11-03T08:00:00.123Z' }
const run = (text: string, properties = ''): string =>
  `<w:r w:rsidR="00A1">${properties}<w:t>${text}</w:t></w:r>`
const paragraph = (...content: string[]): string => `<w:p>${content.join('')}</w:p>`
const BOLD = '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>'

/** Comments on these stretches of the text, each saying itself. */
function commented(docx: Uint8Array, figures: readonly string[]) {
  const { text, sources } = sourcesOf(docx)
  const remarks = figures.map((figure): Remark => {
    const units = text.indexOf(figure)
    const start = codePoints(text.slice(0, units)).length
    return { start, end: start + codePoints(figure).length, text: `说${figure}` }
  })
  const { bytes, without } = commentDocx(docx, sources, remarks, BY)
  expect(sourcesOf(bytes).text).toBe(text)
  const before = partOf(docx, 'word/document.xml')
  expect(onlyInserted(before, partOf(bytes, 'word/document.xml'))).toBe(true)
  return { bytes, without, ...commentsIn(bytes) }
}

/** What each new comment stands at, by what it says. */
function anchored({ ranges, said }: ReturnType<typeof commented>): Record<string, string> {
  return Object.fromEntries(Object.entries(said).map(([id, text]) => [text, ranges[id] ?? '']))
}

test('a comment stands at its figure, in the middle of a run, at its ends and over several runs', () => {
  const body = paragraph(
    run('全县有小学26所，在校生1', BOLD),
    run('2', '<w:rPr><w:i/></w:rPr>'),
    run('04人'),
    '<w:hyperlink>',
    run('9件'),
    '</w:hyperlink>',
  )
  const found = commented(docxOf(body), ['26所', '1204人', '9件'])
  expect(anchored(found)).toEqual({ 说26所: '26所', 说1204人: '1204人', 说9件: '9件' })
  // The text behind a mark looks as before it.
  expect(partOf(found.bytes, 'word/document.xml').split(BOLD)).toHaveLength(5)
})

test('figures that touch, repeat or cross table cells and paragraphs keep their own comments', () => {
  const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`
  const body =
    paragraph(run('9件13人')) +
    `<w:tbl><w:tr>${cell('85')}${cell('1,204')}</w:tr></w:tbl>` +
    paragraph(run('70')) +
    paragraph(run('443万元'))
  const found = commented(docxOf(body), ['9件', '13人', '85', '1,204', '70443万元'])
  expect(anchored(found)).toEqual({
    说9件: '9件',
    说13人: '13人',
    说85: '85',
    '说1,204': '1,204',
    说70443万元: '70443万元',
  })
})

test('white space beside a figure stays text, and is not added where it was none', () => {
  const body = paragraph(run(' in all 26 schools and 31 pupils '), '<w:r><w:t/></w:r>')
  const { bytes } = commented(docxOf(body), ['26', '31'])
  const xml = partOf(bytes, 'word/document.xml')
  // What a reader shows: white space at the ends of an element that does not keep it is none.
  const shown = [...xml.matchAll(/<w:t( xml:space="preserve")?>([^<]*)<\/w:t>/gu)]
    .map(([, kept, text = '']) => (kept === undefined ? text.trim() : text))
    .join('')
  expect(shown.trim()).toBe('in all 26 schools and 31 pupils')
})

test('entities, tabs and breaks in a run, and characters beyond 16 bits, do not shift the anchor', () => {
  const body = paragraph(
    '<w:r><w:tab/><w:t>𠮷&amp;&#x41;</w:t><w:br/><w:t>占45.2&#37;，余</w:t><w:tab/></w:r>',
    '<w:r><w:t><![CDATA[共3<4所]]></w:t></w:r>',
  )
  const docx = docxOf(body)
  const found = commented(docx, ['45.2%'])
  expect(anchored(found)).toEqual({ '说45.2%': '45.2%' })
  expect(partOf(found.bytes, 'word/document.xml')).toContain('<![CDATA[共3<4所]]>')
})

test('comments and tracked changes that the document has stay, and ids do not stand twice', () => {
  const tracked = '<w:rPr><w:b/><w:rPrChange w:id="41" w:author="甲"><w:rPr/></w:rPrChange></w:rPr>'
  const body = paragraph(
    '<w:commentRangeStart w:id="7"/>',
    run('原有'),
    '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
    '<w:ins w:id="40" w:author="甲">',
    run('新增26所学校', tracked),
    '</w:ins><w:del w:id="42"><w:r><w:delText>25</w:delText></w:r></w:del>',
  )
  const existing = `<w:comments xmlns:w="${W}"><w:comment w:id="7" w:author="甲"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment></w:comments>`
  const docx = docxOf(body, {
    'word/comments.xml': { text: existing, type: 'comments', link: 'comments' },
  })
  const { bytes, said, ranges } = commented(docx, ['26所'])
  expect(said).toMatchObject({ 7: '请核' })
  expect(ranges).toMatchObject({ 7: '原有' })
  expect(anchored(commented(docx, ['26所']))).toMatchObject({ 说26所: '26所' })
  const xml = partOf(bytes, 'word/document.xml')
  const changes = [...xml.matchAll(/<w:(?:rPrChange|ins|del) w:id="(\d+)"/gu)].map(([, id]) => id)
  expect(changes).toHaveLength(5)
  expect(new Set(changes).size).toBe(5)
  expect(onlyInserted(existing, partOf(bytes, 'word/comments.xml'))).toBe(true)
  const same = ['[Content_Types].xml', 'word/_rels/document.xml.rels']
  for (const part of same) expect(partOf(bytes, part)).toBe(partOf(docx, part))
})

test('of a figure in a text box, also in a box within a box, the comment stands at the box', () => {
  const box = (content: string): string =>
    `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r>`
  const inner = paragraph(run('框内88人'), box(paragraph(run('深处99人'))))
  const body = paragraph(run('前文'), box(inner), run('后文'))
  const { bytes, ranges, said } = commented(docxOf(body), ['88人', '99人'])
  expect(Object.values(said)).toEqual(['说88人', '说99人'])
  for (const range of Object.values(ranges)) expect(range).toBe('框内88人深处99人')
  const xml = partOf(bytes, 'word/document.xml')
  const inside = xml.slice(xml.indexOf('<w:txbxContent>'), xml.lastIndexOf('</w:txbxContent>'))
  expect(inside).not.toContain('comment')
})

test('a figure that does not stand in the body gets no comment and is given back', () => {
  const docx = docxOf(paragraph(run('正文26所')))
  const { sources } = sourcesOf(docx)
  const header = { start: 100, end: 103, text: '页眉' }
  const body = { start: 2, end: 5, text: '正文' }
  const both = commentDocx(docx, sources, [header, body], BY)
  expect(both.without).toEqual([header])
  expect(Object.values(commentsIn(both.bytes).said)).toEqual(['正文'])
  const none = commentDocx(docx, sources, [header], BY)
  expect(Buffer.from(docx).equals(none.bytes)).toBe(true)
})

test('every other part is copied as it was packed; comments, relationship and content type are added', () => {
  const docx = docxOf(paragraph(run('全县26所')))
  const { bytes } = commented(docx, ['26所'])
  const before = unzipSync(docx)
  const after = unzipSync(bytes)
  const changed = ['[Content_Types].xml', 'word/document.xml', 'word/_rels/document.xml.rels']
  expect(Object.keys(after).toSorted()).toEqual(
    [...Object.keys(before), 'word/comments.xml'].toSorted(),
  )
  for (const name of changed) {
    expect([name, onlyInserted(partOf(docx, name), partOf(bytes, name))]).toEqual([name, true])
  }
  const others = Object.keys(before).filter((name) => !changed.includes(name))
  expect(others).toHaveLength(4)
  for (const name of others) {
    expect([name, packedOf(bytes, name).equals(packedOf(docx, name))]).toEqual([name, true])
  }
  expect(partOf(bytes, 'word/_rels/document.xml.rels')).toContain('Target="comments.xml"')
  expect(partOf(bytes, '[Content_Types].xml')).toContain('PartName="/word/comments.xml"')
})

function packedOf(zip: Uint8Array, name: string): Buffer {
  const bytes = inMemory(zip)
  const entry = readDirectory(bytes, 1_000)?.entries.find((one) => one.name === name)
  if (entry === undefined) throw new Error(name)
  return record(bytes, entry, Infinity).subarray(30 + Buffer.byteLength(name))
}

test('a document of other prefixes, and one that keeps its names without one, is commented too', () => {
  const plain = (body: string): Uint8Array => {
    const docx = unzipSync(docxOf(''))
    const head = `<document xmlns="${W}" xmlns:x="${W}"><body>`
    docx['word/document.xml'] = Buffer.from(`${head}${body}</body></document>`)
    return zipSync(docx)
  }
  const docx = plain('<p><r><rPr><b/></rPr><t>全县26所</t></r></p>')
  const { sources } = sourcesOf(docx)
  const { bytes } = commentDocx(docx, sources, [{ start: 2, end: 5, text: '说' }], BY)
  expect(partOf(bytes, 'word/document.xml')).toContain(
    '<t>全县</t></r><commentRangeStart x:id="0"/><r><rPr><b/></rPr><t>26所</t></r>' +
      '<commentRangeEnd x:id="0"/><r><commentReference x:id="0"/></r></p>',
  )
})

const textOf = fc
  .array(fc.constantFrom('全', '县', '2', '6', '所', ' ', '&amp;', '𠮷', '%'), { maxLength: 8 })
  .map((parts) => parts.join(''))
const runs = fc
  .array(
    fc.record({
      text: textOf,
      bold: fc.boolean(),
      kept: fc.boolean(),
      tab: fc.boolean(),
      more: textOf,
      ends: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => {
    const one = (text: string, kept: boolean): string =>
      `<w:t${kept ? ' xml:space="preserve"' : ''}>${text}</w:t>`
    return paragraph(
      ...list.map(({ text, bold, kept, tab, more, ends }) => {
        const content = `${one(text, kept)}${tab ? '<w:tab/>' : ''}${one(more, !kept)}`
        return `<w:r>${bold ? BOLD : ''}${content}</w:r>${ends ? '</w:p><w:p>' : ''}`
      }),
    )
  })

test('whatever runs a text is made of, each comment spans exactly its characters and no text changes', () => {
  fc.assert(
    fc.property(runs, fc.array(fc.tuple(fc.nat(), fc.nat(5)), { maxLength: 5 }), (body, wishes) => {
      const docx = docxOf(body)
      const { text, sources } = sourcesOf(docx)
      const characters = codePoints(text)
      fc.pre(characters.length > 0)
      const remarks = wishes.map(([at, length], index) => {
        const start = at % characters.length
        const end = Math.min(characters.length, start + 1 + length)
        return { start, end, text: String(index) }
      })
      const { bytes, without } = commentDocx(docx, sources, remarks, BY)
      if (remarks.length === 0) return
      const { said, ranges } = commentsIn(bytes)
      expect(without).toEqual([])
      expect(sourcesOf(bytes).text).toBe(text)
      expect(
        onlyInserted(partOf(docx, 'word/document.xml'), partOf(bytes, 'word/document.xml')),
      ).toBe(true)
      for (const [id, index] of Object.entries(said)) {
        const remark = remarks[Number(index)]
        expect(ranges[id]).toBe(characters.slice(remark?.start, remark?.end).join(''))
      }
      expect(Object.keys(said)).toHaveLength(remarks.length)
    }),
    { numRuns: 300 },
  )
})
