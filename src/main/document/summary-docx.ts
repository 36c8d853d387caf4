import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx'
import type { ParagraphChild } from 'docx'
import type { SummaryDocument } from '../../core/ports.ts'
import { writeWholeAside } from '../files/aside.ts'
import { BODY, HEADINGS, INDENTED, PAGE, PAGE_NUMBER, STRONG, TITLE } from './typography.ts'

type Line = SummaryDocument['paragraphs'][number]
type Run = Line['runs'][number]

const LEVELS = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
]

/**
 * Writes the annual summary as a .docx in the looks of an official document, every figure inside
 * the bookmark that says which indicator it is.
 *
 * @throws CallError cannot-write
 */
export async function writeSummary(summary: SummaryDocument, target: string): Promise<void> {
  const document = new Document({
    title: summary.title,
    creator: '汇数 Huishu',
    lastModifiedBy: '汇数 Huishu',
    styles: { default: { document: { run: { ...BODY, language: { eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: pageNumbers() },
        children: summary.paragraphs.map(paragraphOf),
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  await writeWholeAside(target, bytes)
}

function paragraphOf({ level, runs }: Line): Paragraph {
  const children = childrenOf(runs, level)
  if (level === null) return new Paragraph({ ...INDENTED, children })
  const heading = LEVELS[level] ?? HeadingLevel.HEADING_3
  if (level === 0) {
    return new Paragraph({ ...TITLE, heading, alignment: AlignmentType.CENTER, children })
  }
  return new Paragraph({ ...INDENTED, heading, keepNext: true, children })
}

/** Runs that follow one another in one bookmark stand in it together. */
function childrenOf(runs: Run[], level: Line['level']): ParagraphChild[] {
  const children: ParagraphChild[] = []
  for (let at = 0; at < runs.length;) {
    const id = runs[at]?.bookmark ?? null
    const rest = runs.slice(at)
    const other = rest.findIndex((run) => run.bookmark !== id)
    const own = other < 0 ? rest : rest.slice(0, other)
    const written = own.map((run) => runOf(run, level))
    if (id === null) children.push(...written)
    else children.push(new Bookmark({ id, children: written }))
    at += own.length
  }
  return children
}

function runOf({ text, bold }: Run, level: Line['level']): TextRun {
  const look = level === null ? (bold ? STRONG : BODY) : (HEADINGS[level] ?? BODY)
  // XML has no place for control characters and halves of characters.
  const clean = text.replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
  return new TextRun({ ...look, text: clean, color: '000000' })
}

/** "— 1 —" at the foot of every page. */
function pageNumbers(): Footer {
  const children = [new TextRun({ ...PAGE_NUMBER, children: ['— ', PageNumber.CURRENT, ' —'] })]
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children })],
  })
}
