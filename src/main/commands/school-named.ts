import type { School } from '../../shared/model.ts'
import { codeOf } from '../../shared/register.ts'
import { CallError } from '../../shared/result.ts'

/** The id of the school of a code or a name that is written out. Throws CallError no-such-school. */
export function schoolNamed(
  text: string,
  schools: readonly Pick<School, 'id' | 'code' | 'name'>[],
): string {
  const byCode = schools.filter((school) => codeOf(school) === text)
  const found = byCode.length > 0 ? byCode : schools.filter(({ name }) => name === text)
  const [school] = found
  if (school === undefined || found.length > 1)
    throw new CallError('no-such-school', { school: text })
  return school.id
}
