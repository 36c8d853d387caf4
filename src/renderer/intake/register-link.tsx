import type { ReactNode } from 'react'
import type { FileDetail } from '../../shared/intake.ts'
import type { ReasonCode } from '../../shared/model.ts'
import { useDesk } from '../state/context.tsx'
import { showRegister } from '../state/show-register.ts'
import { useWords } from '../state/use-words.ts'

/** Things said of a file that may be mended in the register as well. */
const OF_REGISTER: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'code-typo',
  'short-name',
  'closed-school',
  'merged-school',
  'merged-return',
  'school-conflict',
  'several-schools',
  'school-weighed',
  'school-inferred',
  'school-tied',
])

/** The way to the register from what is said of a file: a school it lacks is added, one it has is looked at. */
export function RegisterLink({ file, code }: { file: FileDetail; code: ReasonCode }): ReactNode {
  const desk = useDesk()
  const words = useWords().register
  if (code === 'unknown-school') {
    const adding = { code: file.identity.code ?? '', name: file.identity.name ?? '' }
    return (
      <button type="button" className="link" onClick={() => showRegister(desk, { adding })}>
        {words.fromFile}
      </button>
    )
  }
  if (!OF_REGISTER.has(code)) return null
  return (
    <button
      type="button"
      className="link"
      onClick={() => showRegister(desk, { picked: file.school ?? likely(file) })}
    >
      {words.toSchool}
    </button>
  )
}

const likely = ({ candidates }: FileDetail): string | null => candidates[0]?.school ?? null
