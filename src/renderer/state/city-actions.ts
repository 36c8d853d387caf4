import type { CityView } from '../../shared/city.ts'
import { attempt, enter, showCell } from './actions.ts'
import { newCityScreen } from './city-screen.ts'
import type { CityScreen } from './city-screen.ts'
import type { DraftScreen } from './draft-screen.ts'
import type { Desk } from './desk.ts'
import { showIndicator } from './show-indicator.ts'
import type { SummaryScreen } from './summary-view.ts'

/** Changes where the screens of the city stand. */
export function setCityScreen(desk: Desk, change: Partial<CityScreen>): void {
  desk.store.set({ cityScreen: { ...desk.store.get().cityScreen, ...change } })
}

/** Changes where the city's summary stands. */
export function setCitySummary(desk: Desk, change: Partial<SummaryScreen>): void {
  const { summary } = desk.store.get().cityScreen
  setCityScreen(desk, { summary: { ...summary, ...change } })
}

/** Changes where the check of a draft over the city stands. */
export function setCityCheck(desk: Desk, change: Partial<DraftScreen>): void {
  const { check } = desk.store.get().cityScreen.summary
  setCitySummary(desk, { check: { ...check, ...change } })
}

/** Shows a city that was just read. */
export function enterCity(desk: Desk, city: CityView): void {
  desk.calls.forget()
  desk.store.set({ city, cityScreen: newCityScreen(city) })
}

/** Reads the folder of the open city anew, and stays where one is as far as that is still there. */
export async function reopenCity(desk: Desk): Promise<void> {
  const { lang } = desk.store.get()
  const city = await attempt(desk, () => desk.api.reopenCity({ lang }))
  if (city === null) return
  desk.calls.forget()
  const { cityScreen } = desk.store.get()
  const known = city.forms.some(({ id }) => id === cityScreen.form)
  // What is being written stays, whatever else is there now.
  const next = {
    ...(known ? { ...cityScreen, part: null, cell: null } : newCityScreen(city)),
    summary: { ...cityScreen.summary, picked: null },
  }
  desk.store.set({ city, cityScreen: next })
}

/** Leaves the city for the first screen. */
export async function leaveCity(desk: Desk): Promise<void> {
  await attempt(desk, () => desk.api.closeCity({}))
  const about = await attempt(desk, () => desk.api.about({}))
  desk.calls.forget()
  desk.store.set({ city: null, about })
}

/** Goes into a county's own collection, to a cell of a school or an indicator where one is given; the city stays behind it. */
export async function openCounty(
  desk: Desk,
  part: number,
  at: { school: string; item: string } | { indicator: string } | null,
): Promise<void> {
  const overview = await attempt(desk, () => desk.api.openCounty({ part }))
  if (overview === null) return
  enter(desk, overview)
  if (at === null) return
  if ('indicator' in at) showIndicator(desk, at.indicator)
  else showCell(desk, at.school, at.item)
}
