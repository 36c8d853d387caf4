import type { Form, FormItem } from '../../shared/model.ts'
import { itemAddress } from '../model/address.ts'

/** Looks items up by address, for all forms of a collection. */
export class FormIndex {
  readonly forms: Form[]
  private readonly byId: Map<string, Form>
  private readonly addresses = new Map<string, string[]>()
  private readonly places = new Map<string, { form: Form; index: number }>()

  constructor(forms: Form[]) {
    this.forms = forms
    this.byId = new Map(forms.map((form) => [form.id, form]))
    for (const form of forms) {
      const own = form.items.map((item) => addressOf(form, item))
      this.addresses.set(form.id, own)
      own.forEach((address, index) => this.places.set(address, { form, index }))
    }
  }

  form(id: string): Form | null {
    return this.byId.get(id) ?? null
  }

  /** Addresses parallel to `form.items`. */
  addressesOf(form: Form): string[] {
    return this.addresses.get(form.id) ?? []
  }

  /** The item at an address; null when there is none. */
  place(address: string): { form: Form; index: number; item: FormItem } | null {
    const place = this.places.get(address)
    const item = place?.form.items[place.index]
    return place === undefined || item === undefined ? null : { ...place, item }
  }
}

export function addressOf(form: Form, item: FormItem): string {
  return itemAddress(
    form.id,
    form.rows[item.row]?.code ?? '',
    form.columns[item.column]?.code ?? '',
  )
}

/** What an item is called: column heading and row label, innermost first. */
export function labelOf(form: Form, item: FormItem): string {
  const row = form.rows[item.row]?.label ?? ''
  const column = form.columns[item.column]?.path.join('·') ?? ''
  return `${column}·${row}`
}
