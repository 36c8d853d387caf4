import { collectionRoot } from '../../shared/collection-folder.ts'
import type { GrantedFile } from '../../shared/grants.ts'

/** What is asked for: blank workbooks, the register, last year's figures and other things. */
export type CreateStep = 'blanks' | 'register' | 'others' | 'check'

const STEPS: readonly CreateStep[] = ['blanks', 'register', 'others', 'check']

/** What the steps of a new collection ask for, in their order. */
export const stepAt = (index: number): CreateStep => STEPS[index] ?? 'check'

const rootOf = (files: readonly GrantedFile[]): string | null =>
  collectionRoot(files.map(({ path }) => path))

/** Whether files come as a collection's folder (docs/contract.md §1), in which each has its place. */
export function isCollectionFolder(files: readonly GrantedFile[]): boolean {
  return rootOf(files) !== null
}

/**
 * Files picked one by one, or as a folder of blanks, put where a collection's folder has such: what was
 * asked for says what they are, and their names where these are plain. A register or list of last year
 * that was picked again takes the place of the first. Files of a collection's folder stay where they are.
 *
 * @param there files that were picked before, in their places
 * @returns all of them
 */
export function placed(
  there: readonly GrantedFile[],
  picked: readonly GrantedFile[],
  step: CreateStep,
): GrantedFile[] {
  if (isCollectionFolder(picked)) return [...there, ...picked]
  const whole = rootOf(there) ?? ''
  const fresh = picked.map((file) => ({ ...file, path: whole + placeOf(file.path, step) }))
  const single = new Set(
    fresh.map(({ path }) => path).filter((path) => !/(?:forms|returns)\//u.test(path)),
  )
  return [...there.filter(({ path }) => !single.has(path)), ...fresh]
}

const WORKBOOK = /\.(?:xlsx?|xlsm|xlsb|et|ods|csv|html?|zip)$/iu
/** What a file is by its name, whatever was asked for. */
const BY_NAME: readonly [name: RegExp, place: string][] = [
  [/^(?:register|学校名册|学校名录|机构名录)/iu, 'register.xlsx'],
  [/^external|外部数据/iu, 'external.xlsx'],
  [/同期/u, 'prior/同期.xlsx'],
  [/上期/u, 'prior/上期.xlsx'],
  [/上年|去年|明细|汇总表/u, 'prior/明细.xlsx'],
]

function placeOf(path: string, step: CreateStep): string {
  const name = path.split('/').at(-1) ?? path
  if (/^(?:returns|prior)\//u.test(path) || !WORKBOOK.test(name)) return path
  if (step === 'register') return 'register.xlsx'
  const known = BY_NAME.find(([like]) => like.test(name))
  // A blank may be called as it likes; only the register is often picked along with them.
  if (step === 'blanks') return known?.[1] === 'register.xlsx' ? known[1] : `forms/${name}`
  return known?.[1] ?? `returns/${name}`
}
