import type { CollectionConfig } from '../model/collection.ts'

/** What a register usually calls the column that says what kind of reporter a row is, the surest first. */
const HEADINGS = [
  '单位类别',
  '单位类型',
  '填报单位类别',
  '填报单位类型',
  '报送单位类别',
  '报送单位类型',
  '机构类别',
  '机构类型',
  '类别',
  '类型',
]

/** Offices, sections and centres of the bureau, and districts that look after schools. */
const OFFICE =
  /股室|科室|处室|[股科]$|[股科]室?$|办公室|(?<![公民])办$|资助|教研|电大|广播电视|学区|教管|教办|学校管理|督导|教育集团|机关|直属单位|二级单位|局$|站$|馆$|队$|[工团党]委|委员会|工会|妇联|(?<!幼教|职教|教育|特教)中心$|(?:社区|发展|招生|考试|招考|资助|成人|继续)\S*中心$/u
/** In some counties the office that looks after a town's schools, in others its largest school. */
const TOWN_SCHOOL = /中心校$|中心学校$|联校$/u
/** Says whose property a body is, of schools and offices alike. */
const LEGAL_FORM = /事业单位|事业法人|企业|社会组织|社会团体|法人/u
/** What says of a school which kind it is, in whichever words a county sorts its schools. */
const SCHOOL =
  /学校|小学|初中|中学|高中|完中|幼儿|园$|教学点|村小|校$|一贯制|职业|职教|职中|职高|中专|技工|特教|特殊教育|学院|大学|附设|[公民]办|[公私]立|普惠|城区|镇区|乡村|农村|城镇|城市|县城|寄宿|走读|示范|标准|完全|[A-Za-z\d]|^[一二三四甲乙丙丁]类?$|^普通$|^其他$/u
/** Names that by themselves are an office's: 基建股, 学生资助中心, 招生考试办公室. */
const OFFICE_NAME =
  /[股科]$|[股科]室$|办公室$|资助(?:管理)?(?:中心|办)$|(?:招生|考试|招考|教师发展|社区教育|教研)\S{0,6}(?:中心|办|室|站)$|教研室$|督导室$|学区(?:管理)?(?:办|中心)?$/u

/**
 * The kind of a reporter that is no school (股室, 招考中心, 学区 …), as its row of the register says
 * it; null for a school. The column for it is the one that collection.yaml names (`register.kind`),
 * else one with a usual heading; there 学校 or a kind of school is a school, and any other word none,
 * unless it is the county's own word beside a school's code or the code of a kind of school. Without such a word the
 * 办学类型 may say it, and of a row without any type its name.
 *
 * @param attributes every column of the register, by its heading
 */
export function reporterKind(
  attributes: Readonly<Record<string, string>>,
  { register }: Pick<CollectionConfig, 'register'>,
): string | null {
  const types = [attributes[register.type] ?? '', attributes['办学类型'] ?? ''].map((one) =>
    one.trim(),
  )
  const coded = types.some((type) => /^\d/u.test(type))
  const hasSchoolCode = /^\d{10}$/u.test((attributes[register.key] ?? '').trim())
  const isOffice = (word: string): boolean =>
    OFFICE.test(word) || (!coded && TOWN_SCHOOL.test(word))
  const isKindOfSchool = (word: string): boolean =>
    word === '学校' || (SCHOOL.test(word) && !isOffice(word))
  const named = register.kind === undefined ? undefined : attributes[register.kind]?.trim()
  if (named !== undefined && named !== '') return isKindOfSchool(named) ? null : named
  for (const heading of HEADINGS) {
    const word = (attributes[heading] ?? '').trim()
    if (word === '' || LEGAL_FORM.test(word)) continue
    if (isKindOfSchool(word)) return null
    // A word of the county's own sorts schools where the row has a school's code.
    return isOffice(word) || !(coded || hasSchoolCode) ? word : null
  }
  const office = types.find((type) => type !== '' && isOffice(type) && !/\d/u.test(type))
  if (office !== undefined) return office
  const name = attributes[register.name] ?? ''
  return types.every((type) => type === '') && OFFICE_NAME.test(name) ? UNNAMED : null
}

/** The kind of a reporter whose name alone says that it is no school. */
const UNNAMED = '股室'
