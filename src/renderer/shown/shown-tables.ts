import type { ShownTable } from '../../shared/shown.ts'
import { minute } from '../../shared/words/read-only.ts'
import type { Desk } from '../state/desk.ts'
import { wordsIn } from '../words/words-in.ts'
import { filteredColumns, tablesInSight } from './in-sight.ts'

/** The tables in sight, each with its title and under what choices it is shown. */
export function shownTables({ store }: Desk): ShownTable[] {
  const state = store.get()
  const words = wordsIn(state.lang)
  const { overview } = state
  const listed = state.step === 'data' && state.layer === null
  const form = listed ? overview?.forms.find(({ id }) => id === state.form) : undefined
  const tab = document.querySelector<HTMLElement>('.step [role="tab"][aria-selected="true"]')
  const screen = form
    ? `${form.id} ${form.title}`
    : [words.steps[state.step], (tab?.innerText ?? '').replace(/\s*\d+$/u, '')]
        .filter((part) => part !== '')
        .join(' · ')
  const list = form !== undefined && state.view === 'list'
  const columns = filteredColumns()
  const notes = [
    [overview?.title ?? '', overview?.schoolYear ?? '', form?.unit ?? ''],
    [
      words.shown.basis(words.top[state.basis]),
      list ? words.shown.by(state.by) : '',
      list && state.rowFilter !== 'all' ? words.data.filter[state.rowFilter] : '',
      columns.length > 0 ? words.shown.filtered(columns.join('、')) : '',
      shownCount(),
    ],
    [words.shown.made(minute(new Date().toISOString()))],
  ].map((parts) => parts.filter((part) => part !== '').join(' · '))
  return tablesInSight(words.shown.waiting).map(({ name, rest, ...table }, _, all) => ({
    ...table,
    title: name !== '' && all.length > 1 ? `${screen} · ${name}` : screen,
    notes: rest > 0 ? [...notes, words.shown.rest(rest)] : notes,
  }))
}

/** "显示 12 / 34": what the list says of how much of it is shown. */
function shownCount(): string {
  const count = document.querySelector<HTMLElement>('.step .list-count, .findings-count span')
  return count?.firstChild?.textContent?.trim() ?? ''
}
