import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { commentDocx } from '../../../../src/main/document/comments/comment-docx.ts'
import { LIBREOFFICE } from '../../workbook/consolidated/libreoffice.ts'
import { docxOf, sourcesOf } from './docx.ts'

const FIGURES = ['26所', '1204人', '45.2%', '88人', '3所']
const run = (text: string): string =>
  `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const BODY =
  `<w:p>${run('全县有小学26所，在校生1')}${run('2')}${run('04人。')}</w:p>` +
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p>${run('占45.2%')}</w:p></w:tc></w:tr></w:tbl>` +
  `<w:p><w:ins w:id="9" w:author="甲" w:date="2025-01-01T00:00:00Z">${run('教师88人')}</w:ins></w:p>` +
  `<w:p>${run('比上年增加3所')}</w:p>`

/** LibreOffice's own reading of a .docx: what each comment says → the text between its ends. */
async function opened(docx: Uint8Array): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'huishu-comments-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'draft.docx')
  writeFileSync(path, docx)
  const profile = pathToFileURL(join(folder, 'profile')).href
  const order = ['--headless', '--convert-to', 'fodt', '--outdir', folder, path]
  await promisify(execFile)('soffice', [`-env:UserInstallation=${profile}`, ...order], {
    timeout: 120_000,
  })
  const xml = readFileSync(join(folder, 'draft.fodt'), 'utf8')
  const found: Record<string, string> = {}
  const starts = xml.matchAll(
    /<office:annotation [^>]*office:name="([^"]+)"[^>]*>(.*?)<\/office:annotation>/gsu,
  )
  for (const { 1: name = '', 2: note = '', 0: whole, index } of starts) {
    const end = xml.indexOf(`<office:annotation-end office:name="${name}"/>`)
    const between = xml.slice(index + whole.length, end)
    const text = between.replaceAll(/<office:annotation .*?<\/office:annotation>/gsu, '')
    const said = (/<text:p.*<\/text:p>/su.exec(note)?.[0] ?? '').replaceAll(/<[^>]*>/gu, '')
    found[said] = text.replaceAll(/<[^>]*>/gu, '').trim()
  }
  return found
}

test.runIf(LIBREOFFICE !== null)(
  'LibreOffice opens the copy and shows each comment at its figure',
  async () => {
    const docx = docxOf(BODY)
    const { text, sources } = sourcesOf(docx)
    const remarks = FIGURES.map((figure) => {
      const start = text.indexOf(figure)
      return { start, end: start + figure.length, text: `说 ${figure}` }
    })
    const by = { author: '汇数', initials: '汇', at: '2025-11-03T08:00:00Z' }
    const { bytes } = commentDocx(docx, sources, remarks, by)
    expect(await opened(bytes)).toEqual(
      Object.fromEntries(FIGURES.map((figure) => [`说 ${figure}`, figure])),
    )
  },
  180_000,
)
