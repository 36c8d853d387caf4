import type { FormDoubt, FormRemedy } from '../../shared/form-doubts.ts'
import { fill } from '../../shared/words/template.ts'
import type { Words } from '../words/zh.ts'

/** A doubt as a sentence. */
export function doubtText({ code, params }: FormDoubt, words: Words['forms']): string {
  const kind = params['kind'] === 'text' ? words.kinds.text : words.kinds.number
  return fill(sentence({ code, params }, words), { ...params, kind })
}

function sentence(
  { code, params }: Pick<FormDoubt, 'code' | 'params'>,
  { code: words }: Words['forms'],
): string {
  if (code === 'one-table')
    return params['how'] === 'rows' ? words['one-table.rows'] : words['one-table.columns']
  if (code === 'unit-open' && params['units'] !== '') return words['unit-open.of']
  return words[code]
}

/** What a button says that puts a doubt right. */
export function remedyText({ says, of }: FormRemedy, words: Words['forms']): string {
  return fill(words.remedy[says], { of })
}
