import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readDraft } from '../../../src/main/document/read-draft.ts'
import { CallError } from '../../../src/shared/result.ts'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const relations = (list: [string, string][]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([type, to], at) => `<Relationship Id="r${at}" Type="${OFFICE}/${type}" Target="${to}"/>`)
    .join('')}</Relationships>`

/** A .docx of a body and further parts, each given as what stands inside its root. */
function docx(body: string, others: Record<string, [type: string, xml: string]> = {}): Uint8Array {
  const parts = Object.entries(others)
  return zipSync({
    '_rels/.rels': strToU8(relations([['officeDocument', 'word/document.xml']])),
    'word/_rels/document.xml.rels': strToU8(relations(parts.map(([name, [type]]) => [type, name]))),
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(
      parts.map(([name, [type, xml]]) => [
        `word/${name}`,
        strToU8(`<w:${type} ${W}>${xml}</w:${type}>`),
      ]),
    ),
  })
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const p = (...inside: string[]): string => `<w:p>${inside.join('')}</w:p>`
const textOf = (bytes: Uint8Array): string => readDraft(bytes, '总结.docx').text

describe('a .docx', () => {
  test('body in reading order, tables cell by cell, then notes, headers, footers, text boxes', () => {
    const box = `<w:r><w:pict><w:txbxContent>${p(run('文本框3人'))}</w:txbxContent></w:pict></w:r>`
    const cell = (text: string): string => `<w:tc>${p(run(text))}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('小学')}${cell('281所')}</w:tr></w:tbl>`
    const draft = readDraft(
      docx(p(run('共有'), run('学校487所。'), box) + table + p(run('完。')), {
        'footer1.xml': ['footer', p(run('页脚'))],
        'header1.xml': ['header', p(run('页眉'))],
        'footnotes.xml': [
          'footnotes',
          `<w:footnote w:type="separator">${p()}</w:footnote><w:footnote>${p(run('脚注'))}</w:footnote>`,
        ],
      }),
      '总结.docx',
    )
    expect(draft.text).toBe('共有学校487所。\n小学\n281所\n完。\n脚注\n页眉\n页脚\n文本框3人')
    const characters = Array.from(draft.text)
    expect(
      draft.pieces.map(({ start, end, place }) => [place, characters.slice(start, end).join('')]),
    ).toEqual([
      ['body', '共有学校487所。'],
      ['table', '小学\n281所'],
      ['body', '完。'],
      ['footnote', '脚注'],
      ['header', '页眉'],
      ['footer', '页脚'],
      ['text-box', '文本框3人'],
    ])
  })

  test('what was deleted is no text, what was inserted is', () => {
    const deleted = `<w:del><w:r><w:delText>12</w:delText></w:r></w:del>`
    const inserted = `<w:ins>${run('15')}</w:ins>`
    expect(textOf(docx(p(run('学校'), deleted, inserted, run('所'))))).toBe('学校15所')
  })

  test('a paragraph whose mark was deleted goes on in the next', () => {
    const first = p('<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>', run('招生12'))
    expect(textOf(docx(first + p(run('人。'))))).toBe('招生12人。')
  })

  test('a shape said twice, for new and old programs, is read once', () => {
    const box = (text: string): string => `<w:txbxContent>${p(run(text))}</w:txbxContent>`
    const both = `<w:r><AlternateContent><Choice Requires="wps">${box('3人')}</Choice><Fallback>${box('3人')}</Fallback></AlternateContent></w:r>`
    expect(textOf(docx(p(run('正文'), both)))).toBe('正文\n3人')
  })

  test('instructions of fields are no text, their results are', () => {
    const field = `<w:r><w:instrText> = 1+2 </w:instrText></w:r>`
    expect(textOf(docx(p(field, run('3所'))))).toBe('3所')
  })
})

describe('a text', () => {
  test.each([
    ['UTF-8', Buffer.from('学校487所')],
    ['UTF-8 with its mark', Buffer.from('\ufeff学校487所')],
    ['UTF-16 with its mark', Buffer.from('\ufeff学校487所', 'utf16le')],
    ['GB18030', Buffer.from([0xd1, 0xa7, 0xd0, 0xa3, 0x34, 0x38, 0x37, 0xcb, 0xf9])],
  ])('in %s', (_, bytes) => {
    expect(readDraft(bytes, '总结.txt').text).toBe('学校487所')
  })

  test('keeps its line ends, so that offsets count in the file', () => {
    expect(readDraft(Buffer.from('一\r\n二'), '总结.txt').text).toBe('一\r\n二')
  })
})

describe('what cannot be read is said', () => {
  const refusal = (bytes: Uint8Array): unknown => {
    try {
      return readDraft(bytes, '总结.docx')
    } catch (error) {
      return error instanceof CallError ? error.code : error
    }
  }
  const whole = docx(p(run('学校487所。')))

  test.each([
    ['cut off', whole.subarray(0, whole.length - 40), 'draft-damaged'],
    ['broken XML', docx('<w:p>'), 'draft-damaged'],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'not-a-draft'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3), 'not-a-draft'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'not-a-draft'],
  ])('%s', (_, bytes, code) => {
    expect(refusal(bytes)).toBe(code)
  })

  test('a document that unpacks to more than may be held', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 * 2 ** 20) })
    expect(refusal(bomb)).toBe('draft-too-large')
  })

  test('entities that a document defines for itself', () => {
    const bytes = zipSync({
      'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    })
    expect(refusal(bytes)).toBe('draft-damaged')
  })
})
