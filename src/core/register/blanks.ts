import type { Form, School } from '../../shared/model.ts'
import { isSchool } from '../../shared/reporters.ts'
import { codeOf } from '../../shared/register.ts'
import { perObjectGiven } from '../memory/per-object-given.ts'
import type { CollectionConfig } from '../model/collection.ts'

/** What a register usually calls the column of the blanks that a reporter fills in. */
const HEADINGS = [
  '应报表',
  '应报报表',
  '应报表格',
  '应报表种',
  '填报表',
  '填报报表',
  '应填报表',
  '应填表',
]

/** Blank workbooks, and who of the register fills them in. */
interface Blanks {
  names: string[]
  /** What register and settings say of each reporter. */
  said: ReadonlyMap<School, readonly string[] | null>
  /** Without those that only reporters which are no schools fill in. */
  ofSchools: string[]
}

/**
 * The blank workbooks that a reporter fills in; null where nobody can tell, so that what it sent
 * says it. The register's own column (应报表) decides, then collection.yaml (`forms.by_type`: the
 * 办学类型代码, else the name of the kind, the code or the name of the reporter), then, for those that are
 * no schools, a blank that bears their name or kind (基建股.xlsx, 股室/项目台账.xlsx); else the only
 * blank there is. Blanks that came into the open collection come to these, as was said of them then.
 *
 * @param register all who report: the only blank of schools is the one that no other reporter claims
 */
export function blanksOf(
  reporter: School | null,
  register: readonly School[],
  config: CollectionConfig,
  forms: readonly Form[],
): readonly string[] | null {
  const { names, said, ofSchools } = allBlanks(forms, register, config)
  const own =
    reporter === null ? null : (said.get(reporter) ?? saidFor(reporter, names, config, forms))
  const left = reporter === null || isSchool(reporter) ? ofSchools : names
  const before = own ?? (left.length === 1 ? left : null)
  const more = reporter === null ? [] : addedFor(reporter, config)
  if (before === null || more.length === 0) return before
  return [...new Set([...before, ...more])]
}

/** Blanks that came into the open collection and that a reporter fills in. */
function addedFor(reporter: School, config: CollectionConfig): string[] {
  const keys = keysOf(reporter, config)
  return (config.added ?? []).flatMap(({ workbook, concerns }) =>
    (concerns === null ? isSchool(reporter) : concerns.some((one) => keys.includes(one)))
      ? [workbook]
      : [],
  )
}

/** By what settings may speak of a reporter. */
function keysOf(reporter: School, config: CollectionConfig): string[] {
  const kind = reporter.attributes[config.dimensionFields['办学类型'] ?? '办学类型'] ?? ''
  return [reporter.type, codeOf(reporter), reporter.name, kind, reporter.unit ?? '学校']
}

const allBlanks = perObjectGiven(
  (forms: readonly Form[], register: readonly School[], config: CollectionConfig): Blanks => {
    const all = [...new Set(forms.flatMap(({ editions }) => editions.map((e) => e.workbook)))]
    const said = new Map(register.map((one) => [one, saidFor(one, all, config, forms)]))
    const added = new Set((config.added ?? []).map(({ workbook }) => workbook))
    const names = all.filter((name) => !added.has(name))
    const schools = new Set(register.flatMap((one) => (isSchool(one) ? (said.get(one) ?? []) : [])))
    const units = new Set(register.flatMap((one) => (isSchool(one) ? [] : (said.get(one) ?? []))))
    const ofSchools = names.filter((name) => schools.has(name) || !units.has(name))
    return { names, said, ofSchools }
  },
)

/** What register and settings say of a reporter's blanks; null where they say nothing. */
function saidFor(
  reporter: School,
  names: readonly string[],
  config: CollectionConfig,
  forms: readonly Form[],
): readonly string[] | null {
  const column = config.register.blanks ?? HEADINGS.find((one) => one in reporter.attributes)
  const written = column === undefined ? '' : (reporter.attributes[column] ?? '')
  const named = written
    .split(/[、，,;；\n]+/u)
    .flatMap((one) => blanksCalled(one.trim(), names, forms))
  if (named.length > 0) return [...new Set(named)]
  const { formsByType } = config
  const key = keysOf(reporter, config).find((one) => one !== '' && Object.hasOwn(formsByType, one))
  const given = key === undefined ? undefined : formsByType[key]
  if (given !== undefined) return typeof given === 'string' ? [given] : given
  if (isSchool(reporter)) return null
  const bearing = names.filter((name) => bears(name, reporter))
  return bearing.length > 0 ? bearing : null
}

/** Blanks by what a register calls them: the file's name, a 表号 or the title of a table in it. */
function blanksCalled(word: string, names: readonly string[], forms: readonly Form[]): string[] {
  if (word === '') return []
  const files = names.filter((name) => name === word || stem(name) === word)
  if (files.length > 0) return files
  return forms
    .filter(({ id, number, title }) => [id, number, title].includes(word))
    .flatMap(({ editions }) => editions.map(({ workbook }) => workbook))
}

const stem = (name: string): string => name.replace(/^.*\//u, '').replace(/\.[^.]*$/u, '')

/** Whether a blank's name, or a folder that it lies in, names a reporter or its kind. */
function bears(name: string, { name: called, shortName, unit }: School): boolean {
  const words = name
    .replace(/\.[^.]*$/u, '')
    .split(/[/_\-—－·()（）【】\s]+/u)
    .filter((word) => word.length >= 2)
  return words.some((word) => word === unit || word === shortName || called.endsWith(word))
}
