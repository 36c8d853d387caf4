import { Button } from '@fluentui/react-components'
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { FileRow } from '../../shared/intake.ts'
import { reasonText } from '../../shared/words/say.ts'
import { openSent } from '../state/open.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { trayLines } from './tray-lines.ts'
import type { TrayLine } from './tray-lines.ts'
import './tray.css'

/** What came in and waits for a person, one line each with what to do; nothing when nothing waits. */
export function Tray({ files }: { files: FileRow[] }): ReactNode {
  const words = useWords().tray
  const [open, setOpen] = useState(true)
  const lines = trayLines(files)
  if (lines.length === 0) return null
  return (
    <section className="tray" aria-label={words.title(lines.length)}>
      <header>
        <button
          type="button"
          className="tray-fold"
          aria-expanded={open}
          title={open ? words.fold : words.unfold}
          onClick={() => setOpen(!open)}
        >
          {open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          <b>{words.title(lines.length)}</b>
        </button>
        {!open && <span className="hint">{counts(lines, words)}</span>}
      </header>
      {open && (
        <ul>
          {lines.map((line) => (
            <Line
              key={`${line.kind} ${line.file.id} ${line.kind === 'unsure' ? line.form : ''}`}
              line={line}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function counts(lines: TrayLine[], words: Record<TrayLine['kind'], string>): string {
  return (['held', 'unclaimed', 'unsure'] as const)
    .map((kind) => [words[kind], lines.filter((line) => line.kind === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(' · ')
}

function Line({ line }: { line: TrayLine }): ReactNode {
  const desk = useDesk()
  const words = useWords().tray
  const { file } = line
  const name = file.path.split('/').at(-1) ?? file.path
  const picked = useDeskState(
    (state) =>
      state.intakePick !== null &&
      'file' in state.intakePick &&
      state.intakePick.file === line.file.id,
  )
  const pick = (): void => desk.store.set({ intakePick: { file: file.id } })
  const act = (): void => {
    if (line.kind === 'held')
      desk.store.set({ layer: { kind: 'difference', file: file.id, back: null } })
    else if (line.kind === 'unsure') openSent(desk, { file: file.id, sheet: line.sheet, at: null })
    else pick()
  }
  const say = { held: words.compare, unclaimed: words.claim, unsure: words.check }[line.kind]
  return (
    <li className={picked ? 'tray-picked' : ''} data-kind={line.kind}>
      <span className={`tray-kind tray-${line.kind}`}>{words[line.kind]}</span>
      <button type="button" className="link tray-name" title={file.path} onClick={pick}>
        {name}
      </button>
      <Hint line={line} />
      <Button size="small" onClick={act}>
        {say}
      </Button>
    </li>
  )
}

function Hint({ line }: { line: TrayLine }): ReactNode {
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const text = ((): string => {
    if (line.kind === 'held')
      return words.tray.heldHint(line.file.schoolName ?? words.intake.nobody)
    if (line.kind === 'unsure') return words.tray.unsureHint(line.form, line.percent)
    const why = line.file.reasons.find((reason) => WHOSE.has(reason.code))
    return why ? reasonText(lang, why) : words.tray.unclaimedHint
  })()
  return (
    <span className="tray-hint" title={text}>
      {text}
    </span>
  )
}

/** Reasons that say why nobody could be found for a file. */
const WHOSE: ReadonlySet<string> = new Set([
  'unknown-school',
  'school-conflict',
  'several-schools',
  'school-tied',
  'code-missing',
])
