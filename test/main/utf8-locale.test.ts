import { expect, test } from 'vitest'
import { utf8Locale } from '../../src/main/utf8-locale.ts'

const SET = { LC_ALL: '', LC_CTYPE: 'C.UTF-8' }

test.each([
  [{}, 'linux', { ...SET, LANG: '' }],
  [{ LANG: 'C' }, 'linux', { ...SET, LANG: 'C' }],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'POSIX' }, 'linux', { ...SET, LANG: 'POSIX' }],
  [{ LANG: 'zh_CN.GB18030' }, 'linux', { ...SET, LANG: 'zh_CN.GB18030' }],
  [{ LANG: 'zh_CN.UTF-8' }, 'linux', {}],
  [{ LANG: 'C', LC_CTYPE: 'C.utf8' }, 'linux', {}],
  [{}, 'win32', {}],
])('%j on %s', (env, platform, added) => {
  expect(utf8Locale(env, platform)).toEqual(added)
})
