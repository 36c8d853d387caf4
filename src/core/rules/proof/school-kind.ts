import type { AttributeIs } from './translate.ts'

/** Schools of which the same rules are asked: the tables that they have, and what the register says of them. */
export interface SchoolKind {
  forms: ReadonlySet<string>
  attributeIs: AttributeIs
}
