import { Dropdown, Option } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import type { FormDoubt, FormReview } from '../../shared/form-doubts.ts'
import type { FormTrial } from '../../shared/form-trial.ts'
import type { PaperCell } from '../../shared/paper.ts'
import type { Form, FormItem } from '../../shared/model.ts'
import { errorText } from '../../shared/words/say.ts'
import { PaperTable } from '../form/paper-table.tsx'
import { targetOf } from '../form/paper-target.ts'
import { useRevision, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import type { Words } from '../words/zh.ts'
import { doubtPlaces } from './doubt-places.ts'
import { doubtText } from './doubt-words.ts'
import { FormCorrection } from './form-correction.tsx'
import { FormDoubts } from './form-doubts.tsx'
import { TrialOfForm } from './form-trial.tsx'
import { FormWhole } from './form-whole.tsx'
import { MarksChoice } from './marks-choice.tsx'

const NONE: ReadonlyMap<PaperCell, FormDoubt[]> = new Map()

/** A form as drawn from its blank: what each cell was understood as, doubts marked, to be put right. */
export function LearnedForm({
  form,
  review,
  trial,
}: {
  form: Form
  review: FormReview | null
  trial: FormTrial | undefined
}): ReactNode {
  const words = useWords()
  const lang = useDeskState((state) => state.lang)
  const [workbook, setWorkbook] = useState<string | null>(null)
  const [picked, setPicked] = useState<PaperCell | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const revision = useRevision()
  const edition = workbook ?? form.editions[0]?.workbook ?? null
  const paper = useCall('paper', { form: form.id, workbook: edition })
  const drawn = paper.value
  const places = useMemo(
    () => (drawn === null ? NONE : doubtPlaces(drawn, form, review?.doubts ?? [])),
    [drawn, form, review],
  )
  const cell = drawn?.cells.find((one) => one.row === picked?.row && one.column === picked.column)
  const target = drawn && cell ? targetOf(drawn, form, cell) : null
  return (
    <>
      <section className="learned">
        <header className="learned-bar">
          <b>
            {form.id} {form.title}
          </b>
          <Understood form={form} workbook={edition} />
          {form.editions.length > 1 && (
            <Dropdown
              size="small"
              aria-label={words.setup.edition}
              value={edition ?? ''}
              selectedOptions={[edition ?? '']}
              onOptionSelect={(_, data) => setWorkbook(data.optionValue ?? null)}
            >
              {form.editions.map((one) => (
                <Option key={one.workbook}>{one.workbook}</Option>
              ))}
            </Dropdown>
          )}
          <MarksChoice form={form} />
        </header>
        <p className="hint learned-hint">
          {words.setup.formsHint}
          <Legend />
        </p>
        {paper.error && <p role="alert">{errorText(lang, paper.error)}</p>}
        {drawn && (
          <div className="learned-paper">
            <PaperTable
              paper={drawn}
              label={`${form.id} ${form.title}`}
              look={(one) => {
                const doubts = places.get(one) ?? []
                const title = doubts.map((doubt) => doubtText(doubt, words.forms)).join('\n')
                const pointed = doubts.some(({ key }) => key === shown)
                const item = one.item === null ? undefined : form.items[one.item]
                return {
                  className: `tint-${one.role}${item?.input === false ? ' tint-formula' : ''}${
                    doubts.length > 0 ? ' doubtful' : ''
                  }${pointed ? ' doubt-shown' : ''}`,
                  pickable: targetOf(drawn, form, one) !== null,
                  selected: one === cell,
                  ...(title !== '' && { title }),
                  ...contentOf(form, one, item, words.forms),
                }
              }}
              onPick={(one) => {
                setPicked(one)
                setShown(places.get(one)?.[0]?.key ?? null)
              }}
            />
          </div>
        )}
      </section>
      <aside className="panel forms-panel">
        <FormDoubts
          form={form}
          doubts={review?.doubts ?? []}
          shown={shown}
          onShow={(doubt) => {
            setShown(doubt.key)
            setPicked(cellToMend(places, doubt))
          }}
        />
        {target ? (
          <FormCorrection
            key={`${JSON.stringify(target)} ${revision}`}
            form={form}
            target={target}
          />
        ) : (
          <p className="hint">{words.setup.noEdit}</p>
        )}
        <TrialOfForm trial={trial} />
        <FormWhole form={form} review={review} />
      </aside>
    </>
  )
}

/** The cell by which a doubt is mended: a label or heading that is to be put right, else an item. */
function cellToMend(
  places: ReadonlyMap<PaperCell, FormDoubt[]>,
  doubt: FormDoubt,
): PaperCell | null {
  const cells = [...places].flatMap(([cell, own]) => (own.includes(doubt) ? [cell] : []))
  return cells.find(({ item }) => item === null) ?? cells[0] ?? null
}

/** What stands in the cells to be filled in: the unit of a figure, else what is asked for. */
function contentOf(
  form: Form,
  cell: PaperCell,
  item: FormItem | undefined,
  { cell: words, columnKind }: Words['forms'],
): { content?: ReactNode } {
  if (cell.listColumn !== undefined) {
    const column = form.list?.columns[cell.listColumn]
    const kind = column === undefined ? '' : (column.unit ?? columnKind[column.kind])
    return {
      content: (
        <>
          {cell.text} <small className="asked">{kind}</small>
        </>
      ),
    }
  }
  if (item === undefined) return {}
  return { content: <small className="asked">{askedOf(item, words)}</small> }
}

function askedOf(item: FormItem, words: Words['forms']['cell']): string {
  if (item.either === true) return words.open
  if (item.choices !== undefined) return item.choices.join('/')
  if (item.kind === 'text') return words.text
  if (item.fraction === true) return words.share
  return item.unit ?? words.number
}

/** What the form is as a whole, in a few words. */
function Understood({ form, workbook }: { form: Form; workbook: string | null }): ReactNode {
  const words = useWords().forms.understood
  const edition = form.editions.find((one) => one.workbook === workbook)
  const pages = form.shape === 'card' ? 0 : (edition?.pages?.length ?? 0)
  const derived = form.items.filter(({ input }) => !input).length
  const units = new Set(form.items.flatMap(({ unit }) => unit ?? []))
  const facts = [
    form.list !== undefined ? words.list : words.items(form.items.length),
    ...(form.shape === 'school' ? [words.school] : []),
    ...(form.shape === 'card' ? [words.card] : []),
    ...(pages > 1 ? [words.pages(pages)] : []),
    ...(form.unit !== null ? [words.unit(form.unit)] : units.size > 0 ? [words.noUnit] : []),
    ...(form.list === undefined && derived > 0 ? [words.derived(derived)] : []),
  ]
  return <span className="hint">{facts.join(' · ')}</span>
}

function Legend(): ReactNode {
  const all = useWords()
  const words = all.setup.legend
  return (
    <span className="legend">
      <i className="tint-heading" /> {words.heading}
      <i className="tint-label" /> {words.label}
      <i className="tint-code" /> {words.code}
      <i className="tint-item" /> {words.item}
      <i className="tint-formula" /> {words.formula}
      <i className="doubtful" /> {words.doubtful}
    </span>
  )
}
