/** A place that Ctrl+K finds and goes to. */
export type FoundPlace =
  | { kind: 'school'; id: string; name: string; detail: string }
  | { kind: 'item'; form: string; item: string; name: string; detail: string }
  | { kind: 'indicator'; id: string; name: string; detail: string }
  | { kind: 'value'; school: string; item: string; name: string; detail: string }
