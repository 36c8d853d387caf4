import type { GrantedFile } from '../../../shared/grants.ts'
import { CallError } from '../../../shared/result.ts'
import type { RegisterDifference } from '../../../shared/register.ts'
import { differenceOf } from '../../register/difference.ts'
import { readRegister } from '../../register/read-register.ts'
import type { ReadRegister } from '../../register/read-register.ts'
import type { Session } from '../session.ts'

/** A register.xlsx as given. */
export interface NewRegister extends ReadRegister {
  name: string
  bytes: Uint8Array
}

/** Reads a new register by the headings of this collection. Throws CallError no-such-file, bad-register. */
export async function newRegister(session: Session, given: GrantedFile): Promise<NewRegister> {
  const [file] = await session.sources([given])
  if (file === undefined) throw new CallError('no-such-file', { path: given.path })
  const bytes = await file.bytes()
  const outcome = await session.ports.reader.read(bytes, file.path)
  const name = file.path.split('/').at(-1) ?? file.path
  if (!outcome.ok) {
    throw new CallError('bad-register', { path: name, detail: outcome.detail || outcome.code })
  }
  return { ...readRegister(outcome.workbook, session.current().config, name), name, bytes }
}

/** A new register beside the one in force, line by line. */
export function besideRegister(session: Session, found: NewRegister): RegisterDifference {
  const { schools, config, revision } = session.current()
  return {
    revision,
    path: found.name,
    schools: found.schools.length,
    ...differenceOf(schools, found.schools, found.columns, config),
    notes: found.notes,
  }
}
