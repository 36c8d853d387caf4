import type { Identity } from '../../../../src/core/intake/identify.ts'
import { identify } from '../../../../src/core/intake/identify.ts'
import { prepareRegister } from '../../../../src/core/intake/identity/register.ts'
import type { School } from '../../../../src/shared/model.ts'
import { reasonText } from '../../../../src/shared/words/say.ts'

/** What stands in a file, and where it came from; what is left out is empty. */
export interface Sent {
  code?: string | string[]
  name?: string | string[]
  stamp?: string
  path?: string
  /** False where the form has no place for the code. */
  asked?: boolean
}

/** Identifies files against these schools; 青禾县 is the county. */
export function identifier(schools: School[]): (sent: Sent) => Identity {
  const register = prepareRegister(schools, '青禾县')
  return ({ code = [], name = [], stamp = [], path = '报表.xlsx', asked = true }) => {
    const said = {
      codes: [code].flat(),
      names: [name].flat(),
      stamps: [stamp].flat(),
      asksForCode: asked,
    }
    return identify(said, `returns/${path}`, register)
  }
}

/** What is said of it: school or null, then the codes of the reasons. */
export const verdict = ({ school, reasons }: Identity): (string | null)[] => [
  school,
  ...reasons.map(({ code }) => code),
]

export const said = ({ reasons }: Identity): string =>
  reasons.map((reason) => reasonText('zh', reason)).join('')
