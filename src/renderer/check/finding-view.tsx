import { Tab, TabList } from '@fluentui/react-components'
import { useEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import { findingKey } from '../../shared/finding-key.ts'
import type { Finding, FindingItem } from '../../shared/findings.ts'
import type { Form } from '../../shared/model.ts'
import { formOf, itemAt } from '../figures/item-names.ts'
import { PaperSheet } from '../form/paper-sheet.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useWords } from '../state/use-words.ts'
import { AnswerPart } from './answer-part.tsx'
import { CellLine } from './cell-line.tsx'
import { Explain } from './explain.tsx'
import { FindingActions } from './finding-actions.tsx'
import { FindingHead } from './finding-head.tsx'
import { ListFinding } from './list-finding.tsx'
import { LikeSchoolsPart } from './like-schools.tsx'
import { firstCell, litCells } from './lit-cells.ts'
import { formsOf } from './list-lines.ts'
import { Repairs } from './repairs.tsx'
import './finding.css'
import { pastWord } from './past-word.ts'

interface Props {
  finding: Finding
  forms: Form[]
  schools: SchoolRow[]
  asking: boolean
  onAsk: () => void
  onLater: () => void
}

/** One finding: its comparison written out, the form with its cells lit, what was said of it. */
export function FindingView(props: Props): ReactNode {
  const { finding, forms, schools, asking, onAsk, onLater } = props
  const { store } = useDesk()
  const { check: words, action } = useWords()
  const basis = useDeskState((state) => state.basis)
  const selected = useDeskState((state) => state.selected)
  const { school } = finding
  const ids = formsOf(finding)
  const own = selected?.kind === 'cell' && selected.school === school ? selected : null
  const id = own && ids.includes(own.form) ? own.form : (ids[0] ?? '')
  const form = forms.find((one) => one.id === id)
  const lit = useMemo(
    () => (form ? litCells(finding, form, (past) => pastWord(words, past)) : new Map()),
    [finding, form, words],
  )
  const key = findingKey(finding)
  const select = (cell: { form: string; item: number } | null): void => {
    if (cell) store.set({ selected: { kind: 'cell', school, ...cell } })
  }
  useEffect(() => {
    const { selected: now } = store.get()
    const at = forms.find((one) => one.id === now?.form)
    const kept =
      now?.kind === 'cell' &&
      now.school === school &&
      at !== undefined &&
      litCells(finding, at, () => '').has(now.item)
    // A finding over a list is about rows, none of which is a cell of the form.
    const [about] = ids
    const overList = forms.find((one) => one.id === about)?.list !== undefined
    if (overList) store.set({ selected: null })
    else if (!kept) select(firstCell(finding, forms, null))
    // A fresh revision of the same finding leaves the selection where it is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
  // The form is filled anew only for another school: then its scroll and focus start anew too.
  const place = useMemo(() => ({ school }), [school])
  const onItem = (item: FindingItem): void => {
    const at = forms.find((one) => one.id === formOf(item.item))
    const index = at ? itemAt(at, item.item) : -1
    if (at && index >= 0) select({ form: at.id, item: index })
  }
  return (
    <section className="finding">
      <FindingHead finding={finding} forms={forms} onItem={onItem} />
      <LikeSchoolsPart key={`${key} like`} finding={finding} />
      {ids.length > 1 && (
        <TabList
          size="small"
          className="finding-tables"
          aria-label={words.tables}
          selectedValue={id}
          onTabSelect={(_, data) => select(firstCell(finding, forms, String(data.value)))}
        >
          {ids.map((one) => (
            <Tab key={one} value={one}>
              {one} {forms.find((candidate) => candidate.id === one)?.title ?? ''}
            </Tab>
          ))}
        </TabList>
      )}
      {form?.list !== undefined ? (
        <ListFinding key={key} finding={finding} form={form} />
      ) : form ? (
        <PaperSheet
          key={form.id}
          form={form}
          schools={schools}
          place={place}
          wish={null}
          lit={lit}
        />
      ) : (
        <p className="state-note">{words.noForm(id)}</p>
      )}
      <footer className="finding-foot">
        {form && form.list === undefined && own && (
          <CellLine form={form} item={own.item} school={school} />
        )}
        {basis === 'returned' ? (
          <p className="hint">{words.onlyReturned}</p>
        ) : finding.state === 'corrected' ? (
          <p className="hint">{action.corrected}</p>
        ) : (
          <>
            <FindingActions finding={finding} asking={asking} onAsk={onAsk} onLater={onLater} />
            {finding.answer && <AnswerPart finding={finding} answer={finding.answer} />}
            {finding.severity === 'error' && <Repairs key={`${key} repairs`} finding={finding} />}
            <Explain key={key} finding={finding} />
          </>
        )}
      </footer>
    </section>
  )
}
