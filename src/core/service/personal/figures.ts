import type { Collection } from '../../collection/collection.ts'

/** Figures of every school as they are now, to be held against what they are later. */
export function figuresOf(collection: Collection): {
  /** The first item that is not what it was; null where all are. */
  differ(later: Collection): string | null
} {
  const before = new Map(figures(collection))
  return {
    differ(later) {
      let seen = 0
      for (const [place, value] of figures(later)) {
        if (before.get(place) !== value) return place
        seen += 1
      }
      return seen === before.size ? null : '…'
    },
  }
}

/** Returned and adopted figures; of texts only that there is one. */
function* figures(collection: Collection): Generator<[place: string, value: string]> {
  for (const school of collection.expected) {
    for (const form of collection.forms) {
      const addresses = collection.index.addressesOf(form)
      for (const index of collection.itemsOf(school, form)) {
        const place = `${school.id} ${addresses[index] ?? ''}`
        const told = [
          collection.returned(school.id, form, index),
          collection.adopted(school.id, form, index),
        ].map(({ state, value }) => (state === 'number' ? `${state} ${value}` : state))
        yield [place, told.join('|')]
      }
    }
  }
}
