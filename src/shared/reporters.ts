import type { School } from './model.ts'

/** Whether a reporter is a school; sections, centres and school districts (股室, 中心, 学区) are not. */
export function isSchool(reporter: Pick<School, 'unit'>): boolean {
  return reporter.unit === undefined
}
