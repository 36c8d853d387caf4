import { describe, expect, it } from 'vitest'
import { REASON_CODES, CLEANING_KINDS } from '../../src/shared/model.ts'
import type { CellState, FileStatus, SchoolState } from '../../src/shared/model.ts'
import { ERROR_CODES } from '../../src/shared/result.ts'
import { ERRORS } from '../../src/shared/words/errors.ts'
import { REASONS } from '../../src/shared/words/reasons.ts'
import {
  errorText,
  reasonText,
  cleaningText,
  schoolStateText,
  stateText,
  statusText,
} from '../../src/shared/words/say.ts'
import { fill } from '../../src/shared/words/template.ts'

const LANGUAGES = ['zh', 'en'] as const
const holes = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
const HAN = /\p{Script=Han}/u

describe('what the program says', () => {
  it.each(REASON_CODES)(
    'of a file (%s) is a whole sentence in both languages, about the same things',
    (code) => {
      const [zh, en] = LANGUAGES.map((lang) => REASONS[lang][code])
      expect(zh).toMatch(/。$/u)
      expect(en).toMatch(/\.$/u)
      expect(HAN.test(zh ?? '')).toBe(true)
      expect(HAN.test((en ?? '').replace(/\{\w+\}/g, ''))).toBe(false)
      for (const name of holes(en ?? '')) expect(holes(zh ?? '')).toContain(name)
    },
  )

  it.each(ERROR_CODES)('of an error (%s) is a whole sentence in both languages', (code) => {
    const [zh, en] = LANGUAGES.map((lang) => ERRORS[lang][code])
    expect(zh).toMatch(/。$/u)
    expect(en).toMatch(/\.$/u)
    expect(new Set(holes(zh ?? ''))).toEqual(new Set(holes(en ?? '')))
  })

  it('names every cleaning, state and verdict in both languages, no two alike', () => {
    const states: CellState[] = ['number', 'text', 'blank', 'na', 'unreadable', 'missing']
    const statuses: FileStatus[] = [
      'accepted',
      'queried',
      'rejected',
      'duplicate',
      'superseded',
      'ignored',
    ]
    const schools: SchoolState[] = ['reported', 'queried', 'rejected', 'missing']
    for (const lang of LANGUAGES) {
      const lists = [
        CLEANING_KINDS.map((kind) => cleaningText(lang, kind)),
        states.map((state) => stateText(lang, state)),
        statuses.map((status) => statusText(lang, status)),
        schools.map((state) => schoolStateText(lang, state)),
      ]
      for (const list of lists) {
        expect(new Set(list).size).toBe(list.length)
        expect(list.every((word) => word !== '' && HAN.test(word) === (lang === 'zh'))).toBe(true)
      }
    }
  })

  it.each(REASON_CODES)(
    'never quotes nothing: %s of a file that lacks what it would quote',
    (code) => {
      for (const lang of LANGUAGES) {
        const names = [...new Set(holes(REASONS[lang][code]))]
        const some = names.flatMap((name) => ['', ' '].map((lack) => ({ lacking: [name], lack })))
        for (const { lacking, lack } of [...some, { lacking: names, lack: '' }]) {
          const params: Record<string, string> = {}
          for (const name of names) params[name] = lacking.includes(name) ? lack : name
          const text = reasonText(lang, { code, params })
          expect(text).not.toMatch(/“\s*”|（\s*）|\(\s*\)|[（(](?:标识码|code)\s*[）)]|《\s*》/u)
        }
      }
    },
  )

  it('says of a file that names no school what it lacks', () => {
    const say = (name: string, code: string): string =>
      reasonText('zh', { code: 'unknown-school', params: { name, code } })
    expect(say('', '')).toMatch(/^报表里没有写学校名称和标识码/u)
    expect(say('', '2133001001')).toMatch(/^标识码 2133001001 不在名册中/u)
    expect(say('东风小学', '')).toMatch(/^学校“东风小学”不在名册中/u)
    expect(say('东风小学', '2133001001')).toMatch(/^学校“东风小学”（标识码 2133001001）不在名册中/u)
  })

  it('fills a text in once: what a school typed is never taken for a hole', () => {
    expect(fill('{a} 和 {b}', { a: '{b}', b: 2 })).toBe('{b} 和 2')
    expect(fill('{a}', { a: '$&$1' })).toBe('$&$1')
    expect(fill('{missing} {a}', { a: 0 })).toBe('{missing} 0')
    expect(fill('{constructor} {toString}', {})).toBe('{constructor} {toString}')
    expect(reasonText('zh', { code: 'unreadable-cell', params: { raw: '约{raw}' } })).toContain(
      '“约{raw}”',
    )
    expect(errorText('zh', { code: 'not-a-number', params: { value: '十二' } })).toContain('“十二”')
  })
})
