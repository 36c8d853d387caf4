import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Verification } from '../../shared/verify.ts'
import { verificationLines } from '../../shared/words/verify.ts'
import { attempt } from '../state/actions.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** 记录核对: what the check at opening found, and once more at a click. */
export function VerifyCard(): ReactNode {
  const desk = useDesk()
  const words = useWords().verify
  const lang = useDeskState((state) => state.lang)
  const state = useCall('verification', {})
  const [newer, setNewer] = useState<Verification | null>(null)
  const [busy, setBusy] = useState(false)
  const found = newer ?? state.value?.found ?? null
  const again = async (): Promise<void> => {
    setBusy(true)
    const next = await attempt(desk, () => desk.api.verify({}))
    setBusy(false)
    if (next !== null) setNewer(next)
  }
  return (
    <section className="card backups">
      <h2>{words.title}</h2>
      <p className="hint">{words.hint}</p>
      {found !== null && (
        <ul className="backups-part" role={found.troubles.length > 0 ? 'alert' : undefined}>
          {verificationLines(lang, found).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <Button disabled={busy} onClick={() => void again()}>
        {busy ? words.running : words.again}
      </Button>
    </section>
  )
}
