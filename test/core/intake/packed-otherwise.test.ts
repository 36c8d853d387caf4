import { expect, test } from 'vitest'
import { readReturn } from '../../../src/core/intake/read-return.ts'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { reasonText } from '../../../src/shared/words/say.ts'

const context = { forms: [], schools: [], config: defaultConfig() }

test.each(['RAR', '7z', 'gzip'])(
  'a %s archive is rejected with what to do, for returns may be in it; it is not passed over',
  (detail) => {
    const outcome = { ok: false as const, code: 'not-a-workbook' as const, detail }
    const reading = readReturn(outcome, 'returns/各校报表', context)
    expect(reading.status).toBe('rejected')
    const [reason] = reading.reasons
    expect(reason === undefined ? '' : reasonText('zh', reason)).toMatch(
      new RegExp(`${detail} 压缩包.*没有读取；请解压`, 'u'),
    )
  },
)

test('a picture is no return and is passed over', () => {
  const outcome = { ok: false as const, code: 'not-a-workbook' as const, detail: 'PNG' }
  expect(readReturn(outcome, 'returns/盖章页.png', context).status).toBe('ignored')
})
