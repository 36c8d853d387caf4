import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useWords } from '../state/use-words.ts'

/** A package whose work is part of the program, as the build lists it. */
interface Notice {
  name: string
  version: string
  identifier?: string | null
  text?: string | null
}

/** 许可声明: whose work is inside, each with its licence. The list is a file of the program. */
export function Licences(): ReactNode {
  const { help: words, app } = useWords()
  const [notices, setNotices] = useState<Notice[] | 'failed' | null>(null)
  useEffect(() => {
    let there = true
    noticesOfProgram().then(
      (list) => there && setNotices(list),
      () => there && setNotices('failed'),
    )
    return () => {
      there = false
    }
  }, [])
  if (notices === 'failed') return <p>{words.noNotices}</p>
  if (notices === null) return <p>{app.loading}</p>
  return (
    <div className="help-licences">
      <p>{words.ownLicence}</p>
      <p>{words.others(notices.length)}</p>
      {notices.map(({ name, version, identifier, text }) => (
        <details key={`${name} ${version}`}>
          <summary>
            <b>{name}</b> {version} <span className="hint">{identifier}</span>
          </summary>
          <pre>{text}</pre>
        </details>
      ))}
    </div>
  )
}

async function noticesOfProgram(): Promise<Notice[]> {
  const answer = await fetch('./licences.json')
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as Notice[]
}
