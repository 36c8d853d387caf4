import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import type { SummaryDocument } from '../../../src/core/ports.ts'
import { decodeEntities } from '../../../src/main/workbook/ooxml/xml.ts'
import { writeText } from '../../../src/main/document/plain-text.ts'
import { writeSummary } from '../../../src/main/document/summary-docx.ts'

interface Read {
  paragraphs: string[]
  /** Bookmark → the text inside it. */
  bookmarks: Record<string, string>
  /** Every element's attributes, by its name. */
  seen: Record<string, Record<string, string>[]>
}

const TOKEN = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<>]+)/gu

/** The document as a reader of XML finds it; whatever is no XML makes it fail. */
function readDocx(path: string): Read {
  const part = unzipSync(new Uint8Array(readFileSync(path)))['word/document.xml']
  const xml = strFromU8(part ?? new Uint8Array()).replace(/^<\?xml[^>]*\?>/u, '')
  const read: Read = { paragraphs: [], bookmarks: {}, seen: {} }
  const open = new Map<string, string>()
  const inside: string[] = []
  expect(xml.replaceAll(TOKEN, '')).toBe('')
  for (const [, closes, name = '', list = '', alone, text] of xml.matchAll(TOKEN)) {
    if (text !== undefined) {
      if (inside.at(-1) !== 'w:t') continue
      const said = decodeEntities(text)
      read.paragraphs[read.paragraphs.length - 1] += said
      for (const one of open.values()) read.bookmarks[one] = (read.bookmarks[one] ?? '') + said
      continue
    }
    if (closes === '/') {
      expect(inside.pop()).toBe(name)
      continue
    }
    if (alone === '') inside.push(name)
    const own = Object.fromEntries(
      [...list.matchAll(/([\w:]+)="([^"]*)"/gu)].map(([, key, value]) => [
        key ?? '',
        decodeEntities(value ?? ''),
      ]),
    )
    read.seen[name] = [...(read.seen[name] ?? []), own]
    if (name === 'w:p') read.paragraphs.push('')
    if (name === 'w:bookmarkStart') {
      open.set(own['w:id'] ?? '', own['w:name'] ?? '')
      read.bookmarks[own['w:name'] ?? ''] = ''
    }
    if (name === 'w:bookmarkEnd') open.delete(own['w:id'] ?? '')
  }
  expect(inside).toEqual([])
  return read
}

async function written(paragraphs: SummaryDocument['paragraphs']): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-docx-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = join(folder, '年度总结.docx')
  await writeSummary({ title: '总结', paragraphs }, path)
  return readDocx(path)
}

const prose = (text: string, bold = false) => ({ text, bold, bookmark: null })
const figure = (text: string, bookmark: string, bold = false) => ({ text, bold, bookmark })

test('text and bookmarks come back as they were given, headings included', async () => {
  const { paragraphs, bookmarks } = await written([
    { level: 0, runs: [prose('某县工作总结 <2025> & “附”')] },
    { level: 1, runs: [prose('一、幼儿园'), figure('26所', 'hs1v_园数')] },
    {
      level: null,
      runs: [
        prose('学前教育。', true),
        prose(' 在园'),
        figure('2300', 'hs2v_幼儿', true),
        figure('人', 'hs2v_幼儿'),
        prose('，'),
        figure('比上年减少698人', 'hs3c_幼儿'),
        prose('。'),
      ],
    },
  ])
  expect(paragraphs).toEqual([
    '某县工作总结 <2025> & “附”',
    '一、幼儿园26所',
    '学前教育。 在园2300人，比上年减少698人。',
  ])
  expect(bookmarks).toEqual({
    hs1v_园数: '26所',
    hs2v_幼儿: '2300人',
    hs3c_幼儿: '比上年减少698人',
  })
})

test('it looks as an official document: A4, 三号 仿宋, two characters in, headings in 黑体', async () => {
  const { seen } = await written([
    { level: 0, runs: [prose('题')] },
    { level: 1, runs: [prose('一')] },
    { level: null, runs: [prose('文')] },
  ])
  expect(seen['w:pgSz']?.[0]).toMatchObject({ 'w:w': '11906', 'w:h': '16838' })
  expect(seen['w:rFonts']?.map((font) => font['w:eastAsia'])).toEqual(['宋体', '黑体', '仿宋'])
  expect(seen['w:sz']?.map((size) => size['w:val'])).toEqual(['44', '32', '32'])
  expect(seen['w:ind']?.map((indent) => indent['w:firstLineChars'])).toEqual(['200', '200'])
  expect(seen['w:pStyle']?.map((style) => style['w:val'])).toEqual(['Title', 'Heading1'])
})

test('characters that XML has no place for do not spoil the file', async () => {
  const { paragraphs } = await written([
    { level: null, runs: [prose('a\u0000b\u0007c\uFFFF\uD800d')] },
  ])
  expect(paragraphs).toEqual(['abcd'])
})

test('a place that cannot be written is said, and nothing is left behind', async () => {
  const path = join(tmpdir(), 'no-such-folder-of-huishu', 'x.docx')
  const writing = writeSummary({ title: '', paragraphs: [] }, path)
  await expect(writing).rejects.toMatchObject({ code: 'cannot-write' })
  await expect(writeText('x', path)).rejects.toMatchObject({ code: 'cannot-write' })
})
