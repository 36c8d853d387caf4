import { Document, Packer, Paragraph } from 'docx'
import { checkDraft } from '../../src/core/service/draft/check-draft.ts'
import { readDraft } from '../../src/main/document/read-draft.ts'
import { labelledDrafts, OWN_DRAFTS } from '../drafts/labels.ts'
import type { LabelledDraft } from '../drafts/labels.ts'
import { scoreFigures } from '../drafts/score-figures.ts'
import type { FigureScore } from '../drafts/score-figures.ts'
import { scoreAltered, scoreRelations } from '../drafts/score-relations.ts'
import type { RelationScore } from '../drafts/score-relations.ts'

/**
 * The draft checker against texts labelled by hand: figures missed and invented, extents, units,
 * kinds and directions, contradictions missed and false alarms; then how long a long .docx takes.
 *
 *   npm run bench -- draft [FOLDER…]     (without: the project's own drafts)
 */
const folders = process.argv.slice(2)
for (const folder of folders.length > 0 ? folders : [OWN_DRAFTS]) scored(labelledDrafts(folder))
await timed(300)
await timed(5_000)
grown(1_000, 10)

function scored(drafts: readonly LabelledDraft[]): void {
  const figures: FigureScore[] = []
  const relations: RelationScore[] = []
  for (const draft of drafts) {
    const report = checkDraft({ text: draft.text, pieces: [] })
    const own = scoreFigures(draft.text, draft.figures, report.figures)
    const told = [
      scoreRelations(draft, report),
      ...draft.altered.map((copy) =>
        scoreAltered(draft, copy, checkDraft({ text: copy.text, pieces: [] })),
      ),
    ]
    figures.push(own)
    relations.push(...told)
    console.log(line(draft.name, [own], told))
    for (const text of own.missed) console.log(`    missed: ${text}`)
    for (const text of own.others) console.log(`    no statistic: ${text}`)
    for (const text of own.wrong) console.log(`    wrong: ${text}`)
    for (const text of told.flatMap(({ missed }) => missed)) console.log(`    not found: ${text}`)
    for (const text of told.flatMap(({ alarms }) => alarms)) console.log(`    false alarm: ${text}`)
  }
  console.log(line('all', figures, relations))
}

function line(
  name: string,
  figures: readonly FigureScore[],
  relations: readonly RelationScore[],
): string {
  const sum = (of: (score: FigureScore) => number): number =>
    figures.reduce((total, score) => total + of(score), 0)
  const found = sum((score) => score.found)
  const others = sum(({ others: more }) => more.length)
  const share = (part: number, whole: number): string => (whole === 0 ? 1 : part / whole).toFixed(3)
  const labelled = relations.reduce((total, score) => total + score.labelled, 0)
  const missed = relations.reduce((total, score) => total + score.missed.length, 0)
  const alarms = relations.reduce((total, score) => total + score.alarms.length, 0)
  return [
    `  ${name.padEnd(16)}${String(sum((score) => score.labelled)).padStart(5)} figures`,
    `recall ${share(
      found,
      sum((score) => score.labelled),
    )}`,
    `precision ${share(found, found + others)}`,
    `extent ${share(
      sum((score) => score.exact),
      found,
    )}`,
    `unit ${share(
      sum((score) => score.unit),
      found,
    )}`,
    `kind ${share(
      sum((score) => score.kind),
      found,
    )}`,
    `direction ${share(
      sum((score) => score.direction),
      sum((score) => score.changes),
    )}`,
    `contradictions ${String(labelled - missed)}/${String(labelled)}`,
    `false alarms ${String(alarms)}`,
  ].join('  ')
}

/** Reads and checks a .docx of so many figures, twice: the second time the program is warm. */
async function timed(count: number): Promise<void> {
  const sentences = labelledDrafts(OWN_DRAFTS).flatMap(({ text }) => text.split('\n'))
  const paragraphs: string[] = []
  for (let have = 0, at = 0; have < count; at++) {
    const text = sentences[at % sentences.length] ?? ''
    paragraphs.push(text)
    have += checkDraft({ text, pieces: [] }).figures.length
  }
  const children = paragraphs.map((text) => new Paragraph(text))
  const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }))
  const times = [1, 2].map(() => {
    const start = performance.now()
    const { figures } = checkDraft(readDraft(bytes, '总结.docx'))
    return `${String(figures.length)} figures ${(performance.now() - start).toFixed(0)} ms`
  })
  console.log(`  .docx: ${times.join(', again ')}`)
}

/** Finds and relates the figures of a text and of one so many times as long: what each takes, and the ratio. */
function grown(count: number, times: number): void {
  const sentences = labelledDrafts(OWN_DRAFTS).flatMap(({ text }) => text.split('\n'))
  const lines: string[] = []
  for (let have = 0, at = 0; have < count; at++) {
    const text = sentences[at % sentences.length] ?? ''
    lines.push(text)
    have += checkDraft({ text, pieces: [] }).figures.length
  }
  const short = lines.join('\n')
  const long = Array.from({ length: times }, () => short).join('\n')
  const [one = 0, more = 0] = [short, long].map((text) => {
    const start = process.cpuUsage().user
    const { figures } = checkDraft({ text, pieces: [] })
    const milliseconds = (process.cpuUsage().user - start) / 1000
    console.log(`  text: ${String(figures.length)} figures ${milliseconds.toFixed(0)} ms`)
    return milliseconds
  })
  console.log(`  ${String(times)} times the text takes ${(more / one).toFixed(1)} times as long`)
}
