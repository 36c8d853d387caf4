/** A heading over columns of an earlier period. */
const PAST =
  /^(?:上年度?|去年|上学年度?|上期|上季度?|上月|往年|前年)(?:度|同期|末|底)?(?:数|人数|实绩|完成数?)?$|^(?:上年|去年)同期/u
const YEAR = /^(20\d\d)(?:年度?|学年)?$/u

/**
 * Which of a sheet's columns are of an earlier period, where the form asks for one period only: a
 * school that put last year beside this year has each heading twice.
 *
 * @param form headings of the form's columns, each from the top down
 * @param sheet those of the sheet's
 */
export function pastColumns(
  form: readonly (readonly string[])[],
  sheet: readonly (readonly string[])[],
): boolean[] {
  const isSaid = (path: readonly string[]): boolean =>
    path.some((part) => PAST.test(part) || YEAR.test(part))
  if (form.some(isSaid)) return sheet.map(() => false)
  const years = sheet.map((path) =>
    path.flatMap((part) => Number(YEAR.exec(part)?.[1] ?? 0)).find((year) => year > 0),
  )
  const latest = Math.max(...years.map((year) => year ?? 0))
  return sheet.map((path, at) => {
    const year = years[at]
    return path.some((part) => PAST.test(part)) || (year !== undefined && year < latest)
  })
}
