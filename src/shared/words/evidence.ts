import type { Candidate, Evidence, EvidenceKind } from '../evidence.ts'
import type { Reason } from '../model.ts'
import type { Lang } from './template.ts'
import { fill } from './template.ts'

interface Words {
  /** Where it stands, and what is written there. */
  kinds: Record<EvidenceKind, string>
  /** Behind it, how far it fits. */
  how: Record<Evidence['how'], string>
  /** Between pieces, and between schools. */
  and: string
  further: string
  /** What speaks for another school. */
  other: string
  strange: string
}

const WORDS: Record<Lang, Words> = {
  zh: {
    kinds: {
      code: '标识码 {text}',
      name: '校名“{text}”',
      stamp: '盖章处“{text}”',
      file: '文件名“{text}”',
      folder: '文件夹“{text}”',
      town: '路径里的“{text}”',
      open: '同名学校中只有它在办',
      sent: '该校未报，另一所已报“{text}”',
    },
    how: { exact: '', other: '', alike: '（相近）', strange: '' },
    and: '、',
    further: '，',
    other: '{evidence}指向“{name}”',
    strange: '{evidence}不在名册中',
  },
  en: {
    kinds: {
      code: 'code {text}',
      name: 'name “{text}”',
      stamp: 'stamp line “{text}”',
      file: 'file name “{text}”',
      folder: 'folder “{text}”',
      town: '“{text}” in the path',
      open: 'of that name only it is open',
      sent: 'it has sent nothing, the other has sent “{text}”',
    },
    how: { exact: '', other: '', alike: ' (nearly)', strange: '' },
    and: ', ',
    further: '; ',
    other: '{evidence} means “{name}”',
    strange: '{evidence} is not in the register',
  },
}

/** Pieces of evidence in a line: 标识码 2133001001、文件名“石门小学”. */
export function evidenceText(lang: Lang, evidence: readonly Evidence[]): string {
  const { kinds, how, and } = WORDS[lang]
  return evidence.map((one) => fill(kinds[one.kind], { text: one.text }) + how[one.how]).join(and)
}

/** What the evidence of a reason fills into its sentence: `for` the school, and `against` it. */
export function weighedParams(
  lang: Lang,
  { evidence, against, strange }: NonNullable<Reason['weighed']>,
): { for: string; against: string } {
  const { other, further, strange: unknown } = WORDS[lang]
  const others = against.map(({ name, evidence: own = [] }: Candidate) =>
    fill(other, { evidence: evidenceText(lang, own), name }),
  )
  const strangers =
    strange.length === 0 ? [] : [fill(unknown, { evidence: evidenceText(lang, strange) })]
  return { for: evidenceText(lang, evidence), against: [...others, ...strangers].join(further) }
}
