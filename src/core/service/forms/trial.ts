import type { FormsTrial } from '../../../shared/form-trial.ts'
import type { GrantedFile } from '../../../shared/grants.ts'
import { tryForms } from '../../intake/try-forms.ts'
import type { TriedFile } from '../../intake/try-forms.ts'
import type { Session } from '../session.ts'

/** The forms as they are now held against files, or for null against what was received. */
export async function formsTrial(
  session: Session,
  files: GrantedFile[] | null,
): Promise<FormsTrial> {
  const collection = session.current()
  const context = collection.context()
  if (files === null) {
    const received = collection.allVerdicts().filter(({ status }) => status !== 'duplicate')
    return tryForms(
      received.map(({ file }) => file),
      context,
    )
  }
  const tried: TriedFile[] = []
  await session.ports.reader.readReturns(
    await session.sources(files),
    { ...context, sent: {} },
    ({ path }, { reading }) => tried.push({ path, reading }),
    { cancelled: false },
  )
  return tryForms(tried, context)
}
