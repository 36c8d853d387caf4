import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { NOT_ASKED, STATE_LETTER } from '../../shared/state-letter.ts'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Paper, PaperCell } from '../../shared/paper.ts'
import type { FormFigures, Scope } from '../../shared/totals.ts'
import type { Form } from '../../shared/model.ts'
import { commandAt, travels } from '../commands/command-list.ts'
import { itemAddress, itemAt } from '../figures/item-names.ts'
import { cellLines } from '../grid/cell-lines.ts'
import { PointMenu } from '../ui/point-menu.tsx'
import { shownText, stateHint } from '../figures/cell-text.ts'
import { targetOf } from './paper-target.ts'
import { StateNote } from '../ui/state-note.tsx'
import { useDesk, useDeskState } from '../state/context.tsx'
import type { DeskState } from '../state/desk.ts'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import { editionFor } from './edition.ts'
import { CellInput } from './cell-input.tsx'
import type { StepOn } from './cell-input.tsx'
import { usePaperEditing } from './paper-editing.ts'
import { usePaperHands } from './paper-hands.ts'
import { PaperTable } from './paper-table.tsx'
import './print.css'
import type { CellLook } from './paper-table.tsx'

/** A cell that is lit, and what is written beside its figure. */
export interface Lit {
  className: string
  note: string | null
}

interface Props {
  form: Form
  schools: SchoolRow[]
  /** Whose figures fill the form. */
  place: DeskState['place']
  /** A cell asked for elsewhere that is to be selected, once for each `at`. */
  wish: DeskState['goTo']
  /** Cells to light, by their place in the form's items. */
  lit?: ReadonlyMap<number, Lit>
  /** Page up and down. */
  onTurn?: (by: -1 | 1, item: number | null) => void
}

const STATE_CLASS: Record<string, string> = {
  [STATE_LETTER.unreadable]: 'cell-unreadable',
  [STATE_LETTER.na]: 'cell-na',
  [STATE_LETTER.missing]: 'cell-missing',
  [NOT_ASKED]: 'cell-not-asked',
}

/** What stands in the form until its figures are there. */
const NOTHING_YET: Pick<FormFigures, 'values' | 'adopted' | 'coverage'> = {
  values: [],
  adopted: [],
  coverage: { reported: 0, expected: 0 },
}

/** Under the cell with the keyboard. */
function placeOfCell(table: HTMLTableElement | null): { x: number; y: number } {
  const box = table?.querySelector('[aria-selected="true"]')?.getBoundingClientRect()
  return { x: box?.left ?? 200, y: box?.bottom ?? 200 }
}

const NONE_LIT: ReadonlyMap<number, Lit> = new Map()

/** Blank forms often indent by formatting; here the row's level does it. */
function levelClass(paper: Paper, form: Form, cell: PaperCell): string {
  if (cell.role !== 'label') return ''
  const target = targetOf(paper, form, cell)
  const level = target?.kind === 'row' ? (form.rows[target.row]?.level ?? 0) : 0
  return level > 1 && !/^\s/.test(cell.text) ? 'paper-deeper' : ''
}

/** A form as on paper, filled for a school, a group or the county; a school's figures can be typed into. */
export function PaperSheet(props: Props): ReactNode {
  const { form, schools, place, wish, onTurn } = props
  const lit = props.lit ?? NONE_LIT
  const desk = useDesk()
  const { store } = desk
  const words = useWords()
  const basis = useDeskState((state) => state.basis)
  const by = useDeskState((state) => state.by)
  const selected = useDeskState((state) => state.selected)
  const scope = useMemo<Scope>(
    () => ('group' in place ? { by, group: place.group } : place),
    [place, by],
  )
  const box = useRef<HTMLTableElement>(null)
  const figures = useCall('figures', { form: form.id, basis, scope })
  const states = figures.value?.states ?? ''
  const [workbook, setWorkbook] = useState<string | null>(null)
  // Until the figures are there it is not known which blank the school has: the one drawn stays.
  const blank = 'school' in place && states !== '' ? editionFor(form, states) : null
  if (states !== '' && blank !== workbook) setWorkbook(blank)
  const paper = useCall('paper', { form: form.id, workbook }, { keep: ['workbook'] })
  const at = selected?.form === form.id ? selected.item : null
  const editing = usePaperEditing(form, figures, schools, place)
  const select = (item: number): void => {
    editing.finish()
    store.set({
      selected:
        'school' in place
          ? { kind: 'cell', school: place.school, form: form.id, item }
          : 'group' in place
            ? { kind: 'total', level: 'group', group: place.group, form: form.id, item }
            : { kind: 'total', level: 'county', group: '', form: form.id, item },
    })
  }
  const seen = useRef(0)
  useEffect(() => {
    if (!wish || wish.at === seen.current || wish.item === null) return
    const item = itemAt(form, wish.item)
    seen.current = wish.at
    if (item >= 0) select(item)
  })
  const drawn = figures.value && paper.value ? `${form.id} ${basis} ${JSON.stringify(scope)}` : ''
  useEffect(() => {
    if (drawn === '') return
    const table = box.current
    // The selected cell last: it is the one that must be seen.
    const cells = [...(table?.querySelectorAll('.cell-lit, [aria-selected="true"]') ?? [])]
    const selectedLast = cells.toSorted(
      (a, b) => Number(a.ariaSelected === 'true') - Number(b.ariaSelected === 'true'),
    )
    for (const cell of selectedLast) cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [at, drawn, lit])

  const hands = usePaperHands({ paper: paper.value, form, at, select, editing, box })
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null)
  /** Keys pressed while a school's figures are on their way: they belong to its cells, none may be lost. */
  const ahead = useRef<string[]>([])
  const loaded = figures.value !== null
  useEffect(() => {
    if (!loaded || at === null || ahead.current.length === 0) return
    const ends = ahead.current.findIndex((key) => key.length > 1)
    const typed = ahead.current.splice(0, ends < 0 ? ahead.current.length : ends)
    if (typed.length > 0) editing.start(at, typed.join(''))
    const end = ahead.current.shift()
    if (end === undefined) return
    editing.finish()
    hands.step(end === 'Enter' ? 1 : 0, end === 'Tab' ? 1 : 0)
  })

  const error = figures.error ?? paper.error
  // While another school's figures are on their way the form stays, and with it the keyboard.
  if (error || !paper.value) return <StateNote error={error} loading={words.data.loading} />
  const { values, adopted, coverage } = figures.value ?? NOTHING_YET
  const sheet = paper.value

  const look = (cell: PaperCell): CellLook => {
    const { item } = cell
    if (item === null) return { className: levelClass(sheet, form, cell) }
    const state = states[item] ?? ''
    const isSelected = item === at
    const light = lit.get(item)
    const marks = [STATE_CLASS[state] ?? '', adopted.includes(item) ? 'cell-adopted' : '']
    if (form.items[item]?.input === false) marks.push('paper-formula')
    if (light) marks.push('cell-lit', light.className)
    if (hands.isMarked(cell)) marks.push('cell-marked')
    const pending = editing.pending(item)
    const typed = isSelected ? editing.typedAt(item) : null
    const text = pending ?? shownText(values[item] ?? '', state, words.data)
    return {
      className: `figures ${marks.join(' ')}${pending === null ? '' : ' cell-pending'}`,
      title: stateHint(state, words.data),
      selected: isSelected,
      pickable: true,
      content:
        typed !== null ? (
          <CellInput
            text={typed}
            onText={editing.type}
            onTake={take}
            onLeave={() => {
              editing.stop()
              box.current?.focus()
            }}
          />
        ) : light?.note ? (
          <>
            <small className="lit-note">{light.note}</small> {text}
          </>
        ) : (
          text
        ),
    }
  }
  const take = (on: StepOn | null): void => {
    editing.finish()
    if (on === null) return
    hands.step(on[0], on[1])
    box.current?.focus()
  }
  const onKey = (event: KeyboardEvent): void => {
    const asked = commandAt('paper', event)
    if (onTurn && (asked === 'previous-school' || asked === 'next-school')) {
      if (!('school' in place)) return
      event.preventDefault()
      // What was typed stays with the school it was typed for.
      editing.finish()
      box.current?.focus({ preventScroll: true })
      onTurn(asked === 'previous-school' ? -1 : 1, at)
      return
    }
    if (event.target !== box.current || travels(event)) return
    const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
    const plain = event.key === 'Enter' || event.key === 'Tab'
    if (!loaded && (types || (plain && !event.shiftKey))) {
      ahead.current.push(event.key)
      event.preventDefault()
      return
    }
    if (at === null) {
      const first = sheet.cells.find((one) => one.item !== null)?.item
      if (!event.key.startsWith('Arrow') || first === undefined || first === null) return
      select(first)
    } else if (commandAt('sheet', event) === 'cell-menu') setMenu(placeOfCell(box.current))
    else if (hands.onKey(event)) {
      // Done.
    } else if (event.key === 'ArrowUp') hands.step(-1, 0)
    else if (event.key === 'ArrowDown') hands.step(1, 0)
    else if (event.key === 'ArrowLeft') hands.step(0, -1)
    else if (event.key === 'ArrowRight') hands.step(0, 1)
    // The first key of an input method: what it composes needs a field to stand in.
    else if (event.key === 'Process') return editing.start(at, '')
    else if (types) editing.start(at, event.key)
    else return
    event.preventDefault()
  }
  const cellAt =
    'school' in place && at !== null && form.items[at]
      ? { school: place.school, item: itemAddress(form, form.items[at]) }
      : null
  const name =
    'school' in place
      ? (schools.find((row) => row.school.id === place.school)?.school.name ?? place.school)
      : 'group' in place
        ? place.group
        : words.data.county
  return (
    <div className="paper-view">
      <div className="paper-sheet">
        <p className="paper-place">
          <b>{name}</b>
          {!('school' in place) && (
            <span className="hint figures">{words.paper.coverage(coverage)}</span>
          )}
        </p>
        {states !== '' && !/[^x]/.test(states) && <p className="hint">{words.paper.notAsked}</p>}
        <PaperTable
          paper={sheet}
          label={`${form.id} ${form.title} ${name}`}
          busy={!loaded}
          keyboard={{
            ref: box,
            onKey,
            onCopy: hands.onCopy,
            onCut: hands.onCut,
            onPaste: hands.onPaste,
            onPress: hands.onPress,
            onOver: hands.onOver,
            onMenu(event) {
              if (event.target instanceof HTMLInputElement) return
              event.preventDefault()
              const cell = event.target instanceof Element && event.target.closest('[data-item]')
              const item = Number(cell ? cell.getAttribute('data-item') : 'x')
              if (Number.isInteger(item) && !hands.isMarkedItem(item)) select(item)
              setMenu({ x: event.clientX, y: event.clientY })
            },
          }}
          look={look}
          onPick={(cell) => {
            if (cell.item === null || (cell.item === at && editing.typedAt(cell.item) !== null))
              return
            select(cell.item)
            box.current?.focus()
          }}
          onOpen={(cell) => editing.start(cell.item ?? -1, null)}
        />
        {menu && (
          <PointMenu
            at={menu}
            label={words.menu.title}
            lines={cellLines(desk, cellAt, hands.doing)}
            onClose={() => {
              setMenu(null)
              box.current?.focus({ preventScroll: true })
            }}
          />
        )}
      </div>
    </div>
  )
}
