/** What the side panel is about: one cell of a school, or one total. */
export type Selected =
  | { kind: 'cell'; school: string; form: string; item: number }
  | { kind: 'total'; level: 'group' | 'county'; group: string; form: string; item: number }
