import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A figure of a drafted text, labelled by hand; offsets count code points. */
export interface Label {
  id: string
  text: string
  start: number
  end: number
  value: number
  /** Other values as good (九成, 3-5亿元). */
  accept?: number[]
  unit: string
  kind: string
  direction: 'up' | 'down' | null
}

/** What figures have to do with each other, labelled by hand. */
export interface LabelledRelation {
  id: string
  /** Ids of figures. */
  figures: string[]
  formula: string
  verdict: string
  role: string
  judgement_call?: boolean
  same_root_as?: string
}

/** A copy of a draft with one figure changed as a typist would. */
export interface AlteredDraft {
  name: string
  text: string
  /** Where the changed figure stood, and where it ends now. */
  start: number
  end: number
  changedEnd: number
  what: string
}

/** A drafted text with its labels. */
export interface LabelledDraft {
  name: string
  text: string
  figures: Label[]
  relations: LabelledRelation[]
  altered: AlteredDraft[]
}

/** The project's own labelled drafts. */
export const OWN_DRAFTS = resolve(import.meta.dirname, '../../test/fixtures/drafts')

/**
 * The labelled drafts of a folder, in the order of their names: NAME.txt beside NAME.labels.json with
 * altered copies in altered/, or a folder with figures.json and relations.json over all its texts.
 */
export function labelledDrafts(folder: string): LabelledDraft[] {
  if (existsSync(join(folder, 'figures.json'))) return collectedDrafts(folder)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.labels.json'))
    .toSorted()
    .map((file) => {
      const name = file.slice(0, -'.labels.json'.length)
      const { figures, relations } = json(join(folder, file)) as LabelledDraft
      const text = readFileSync(join(folder, `${name}.txt`), 'utf8')
      return { name, text, figures, relations, altered: alteredOf(folder, name) }
    })
}

interface AlteredFile {
  start: number
  end: number
  changed_end: number
  original: string
  changed: string
}

function alteredOf(folder: string, name: string): AlteredDraft[] {
  const inside = join(folder, 'altered')
  if (!existsSync(inside)) return []
  return readdirSync(inside)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const { start, end, changed_end, original, changed } = json(join(inside, file)) as AlteredFile
      const text = readFileSync(join(inside, file.replace(/json$/u, 'txt')), 'utf8')
      const what = `${original} → ${changed}`
      return { name: file.slice(0, -5), text, start, end, changedEnd: changed_end, what }
    })
}

/** A figure of figures.json, which labels all that is counted, dates and masks too. */
interface CollectedFigure {
  id: string
  seed: string
  figure_text: string
  start: number
  end: number
  value: number | null
  unit: string
  kind: string
  direction: '增加' | '减少' | null
  is_statistic: boolean
}
interface CollectedRelation extends Omit<LabelledRelation, 'verdict'> {
  seed: string
  status: string
}

/** Kinds of figures.json that are no figure of a statistician's. */
const NO_FIGURES = new Set(['date', 'duration', 'ordinal_or_name'])

function collectedDrafts(folder: string): LabelledDraft[] {
  const figures = json(join(folder, 'figures.json')) as CollectedFigure[]
  const relations = json(join(folder, 'relations.json')) as CollectedRelation[]
  return [...new Set(figures.map(({ seed }) => seed))].toSorted().map((seed) => {
    const file = readdirSync(folder).find((name) => name.startsWith(`${seed}_`)) ?? ''
    return {
      name: seed,
      text: readFileSync(join(folder, file), 'utf8'),
      figures: figures.filter((figure) => figure.seed === seed).flatMap(labelOf),
      relations: relations
        .filter((relation) => relation.seed === seed)
        .map((relation) => ({ ...relation, verdict: verdictOf(relation.status) })),
      altered: [],
    }
  })
}

function labelOf(figure: CollectedFigure): Label[] {
  const { id, figure_text: text, start, end, value, unit, kind } = figure
  const limit = kind === 'other' && !figure.is_statistic
  if (value === null || limit || NO_FIGURES.has(kind)) return []
  const direction = figure.direction === '增加' ? 'up' : figure.direction === null ? null : 'down'
  return [{ id, text, start, end, value, unit, kind, direction }]
}

function verdictOf(status: string): string {
  return status === 'holds' ? 'consistent' : status === 'fails' ? 'inconsistent' : 'undecidable'
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
