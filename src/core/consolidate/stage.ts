import type { Form, School } from '../../shared/model.ts'
import { UNGROUPED } from './groups.ts'

/** Name of the dimension that belongs to tables, not to schools. */
export const STAGE = '学段'

/** The words by which a title, heading or kind of school names a 学段, in the order of schooling. */
const NAMED: [string, RegExp][] = [
  ['学前教育', /幼儿|学前|托儿/u],
  ['小学', /小学/u],
  ['初中', /初中|初级中学/u],
  ['普通高中', /普通高中|高级中学|普通高考|(?<!职业|普通)高中(?!阶段)/u],
  ['中等职业教育', /中等职业|中职|中专|职业高中|职高|技工/u],
  ['特殊教育', /特殊教育|特教/u],
]

/** The 学段 that a text speaks of, in the order of schooling. */
export function stagesIn(text: string): string[] {
  return NAMED.flatMap(([stage, words]) => (words.test(text) ? [stage] : []))
}

/** The one 学段 a text speaks of; null where it names none or several. */
export function oneStageIn(text: string): string | null {
  const [stage, ...others] = stagesIn(text)
  return stage === undefined || others.length > 0 ? null : stage
}

/** 学段 in the order of schooling, then those a collection names itself, combined ones last. */
export function compareStages(a: string, b: string): number {
  const place = (stage: string): number => {
    const [first = '', ...more] = stage.split('·')
    const at = NAMED.findIndex(([name]) => name === first)
    return (at < 0 ? NAMED.length : at) + (more.length > 0 ? 100 : 0)
  }
  return place(a) - place(b)
}

/**
 * 学段 as a property of tables: a 九年一贯制学校 counts its primary table to 小学 and its junior
 * table to 初中. collection.yaml may say it (`stages`), else the table's title does, else the row
 * or column of an item. An item of a table that all schools fill in (教职工数) has no 学段 of its
 * own; it goes with its school's, and a school of several (小学·初中) is never split by guess.
 */
export class Stages {
  private readonly forms: Form[]
  private readonly itemsOf: (school: School, form: Form) => number[]
  private readonly ofForms: Map<string, string | null>
  private readonly ofItems = new Map<string, (string | null)[]>()
  private readonly ofSchools = new Map<string, string>()
  private readonly typeField: string

  /**
   * @param stages 表号 → 学段 of collection.yaml
   * @param itemsOf items of a form that a school is asked for
   * @param typeField column of the register that holds the name of the kind of school
   */
  constructor(
    forms: Form[],
    stages: Record<string, string>,
    itemsOf: (school: School, form: Form) => number[],
    typeField: string,
  ) {
    this.forms = forms
    this.itemsOf = itemsOf
    this.typeField = typeField
    this.ofForms = new Map(
      forms.map((form) => [form.id, stages[form.id] ?? oneStageIn(form.title)] as const),
    )
  }

  /** 学段 of a whole table; null for one that several share. */
  ofForm(form: Form): string | null {
    return this.ofForms.get(form.id) ?? null
  }

  /** 学段 of one item, by its index into form.items; null where it goes with the school. */
  ofItem(form: Form, index: number): string | null {
    const known = this.ofItems.get(form.id)
    if (known !== undefined) return known[index] ?? null
    const whole = this.ofForm(form)
    const stages = form.items.map(({ row, column }) => {
      if (whole !== null) return whole
      const label = oneStageIn(form.rows[row]?.label ?? '')
      const heading = oneStageIn(form.columns[column]?.path.join(' ') ?? '')
      return label !== null && heading !== null && label !== heading ? null : (label ?? heading)
    })
    this.ofItems.set(form.id, stages)
    return stages[index] ?? null
  }

  /** 学段 of a school: what its kind says, else those of its tables joined ("小学·初中"). */
  ofSchool(school: School): string {
    const known = this.ofSchools.get(school.id)
    if (known !== undefined) return known
    const stage = this.findSchool(school)
    this.ofSchools.set(school.id, stage)
    return stage
  }

  private findSchool(school: School): string {
    const kind = oneStageIn(school.unit ?? school.attributes[this.typeField] ?? '')
    if (kind !== null) return kind
    const own = this.forms.flatMap((form) => {
      const stage = this.ofForm(form)
      return stage !== null && this.itemsOf(school, form).length > 0 ? [stage] : []
    })
    const stages = [...new Set(own)].sort(compareStages)
    return stages.length === 0 ? (school.unit ?? UNGROUPED) : stages.join('·')
  }
}
