import type { Form } from '../../shared/model.ts'
import type { ScreeningKind } from '../../shared/screening.ts'
import type { Num } from '../model/number.ts'
import { numberOf } from '../model/number.ts'
import type { ScreenedSchool } from './county.ts'
import { roleReader } from './roles.ts'
import type { RoleFigure } from './roles.ts'
import type { ScreeningSettings } from './settings.ts'

/** What every kind of check works with. */
export interface ScreeningContext {
  forms: readonly Form[]
  settings: ScreeningSettings
  /** `表号[行,列]` of an item. */
  address(form: Form, index: number): string
  label(form: Form, index: number): string
  /** Whether a sheet of the school may be a form's, on which it was not recognised. */
  unread(one: ScreenedSchool, form: Form): boolean
  /** Whether the school's own blank workbook asks for an item. */
  asked(one: ScreenedSchool, form: Form): ReadonlySet<number>
  role(id: string): (one: ScreenedSchool) => RoleFigure | null
  /** A threshold of a kind; the fallback where the settings do not give it. */
  threshold(kind: ScreeningKind, name: string, fallback: string): Num
}

export function screeningContext(
  given: Pick<ScreeningContext, 'forms' | 'settings' | 'address' | 'label' | 'asked' | 'unread'>,
): ScreeningContext {
  const readers = new Map<string, (one: ScreenedSchool) => RoleFigure | null>()
  return {
    ...given,
    role(id) {
      const known = readers.get(id)
      if (known !== undefined) return known
      const role = given.settings.roles.find((one) => one.id === id)
      const reader = roleReader(role, given.forms)
      readers.set(id, reader)
      return reader
    },
    threshold: (kind, name, fallback) =>
      given.settings.kinds.get(kind)?.values.get(name) ?? numberOf(fallback) ?? 0,
  }
}

/** The address of a sum of items, as an expression. */
export function sumText(
  context: ScreeningContext,
  cells: readonly { form: Form; index: number }[],
  prefix = '',
): string {
  return cells.map(({ form, index }) => prefix + context.address(form, index)).join(' + ')
}
