import type { Form } from '../../shared/model.ts'

/** A label as it is compared: the same letters in any width, without blanks and without marks. */
function bare(text: string): string {
  return text
    .replaceAll('_x000D_', '')
    .normalize('NFKC')
    .replace(/[\s:：,，、。.()（）*"'“”·\-—_]/gu, '')
    .toLowerCase()
}

/** The texts that the form prints for a row: the parts of its label, and its code. */
export function rowLabels(form: Form, row: number): string[] {
  const own = form.rows[row]
  return own ? [own.code, own.label, ...own.label.split(' / ')].filter((text) => text !== '') : []
}

/** The texts that the form prints for a column: its headings from the top down, and its code. */
export function columnLabels(form: Form, column: number): string[] {
  const own = form.columns[column]
  return own ? [own.code, ...own.path].filter((text) => text !== '') : []
}

export function isOneOf(text: string, labels: readonly string[]): boolean {
  const given = bare(text)
  return given !== '' && labels.some((label) => bare(label) === given)
}
