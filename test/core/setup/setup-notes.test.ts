import { describe, expect, it } from 'vitest'
import { defaultConfig } from '../../../src/core/setup/config.ts'
import { setupNotes } from '../../../src/core/setup/setup-notes.ts'

const notes = (files: string[], named: { role: string; path: string }[] = []): string[] =>
  setupNotes(defaultConfig(), [], named, files, (path) => files.includes(path)).map(
    ({ code, role, params }) => `${code} ${role} ${Object.values(params).join(' ')}`,
  )

describe('a file of a collection folder', () => {
  it('that the settings name and that is not there is named', () => {
    expect(notes(['rules.yaml'], [{ role: 'rules', path: '规则.yaml' }])).toEqual([
      'file-not-found rules 规则.yaml',
    ])
    expect(notes(['规则.yaml'], [{ role: 'rules', path: '规则.yaml' }])).toEqual([])
  })

  it.each([
    ['indicator.yaml', 'name-near indicators indicator.yaml indicators.yaml'],
    ['indicators.yml', 'name-near indicators indicators.yml indicators.yaml'],
    ['Rules.yaml', 'name-near rules Rules.yaml rules.yaml'],
    ['externals.xlsx', 'name-near external externals.xlsx external.xlsx'],
    ['colection.yaml', 'name-near  colection.yaml collection.yaml'],
  ])('whose name is a slip is named with the name that is looked for: %s', (file, wanted) => {
    expect(notes([file])).toEqual([wanted])
  })

  it('that has nothing to do with it is left alone', () => {
    expect(notes(['README.md', '说明.xlsx', 'collection.yml', 'forms.xlsx'])).toEqual([])
  })
})
