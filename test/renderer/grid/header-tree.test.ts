import { expect, test } from 'vitest'
import { headingsOf } from '../../../src/renderer/grid/header-tree.ts'
import type { Heading } from '../../../src/renderer/grid/header-tree.ts'
import { smallForm } from '../support/form.ts'

function drawn(headings: Heading[]): unknown[] {
  return headings.map((heading) =>
    heading.kind === 'item'
      ? `${heading.name} ${heading.code}`
      : { [heading.name]: drawn(heading.children) },
  )
}

test('rows of the form over its columns, neighbours under one heading', () => {
  expect(drawn(headingsOf(smallForm(), [0, 1, 2, 3, 4], null))).toEqual([
    { '01 总计': ['毕业生数 1', { 招生数: ['合计 2', { 受学前教育情况: ['一年 3'] }] }] },
    { '02 其中:女': ['毕业生数 1', { 招生数: ['合计 2'] }] },
  ])
})

test('every item has one leaf, which knows its place in the values', () => {
  const leaves: Heading[] = []
  const walk = (headings: Heading[]): void => {
    for (const heading of headings)
      if (heading.kind === 'item') leaves.push(heading)
      else walk(heading.children)
  }
  walk(headingsOf(smallForm(), [4, 0], null))
  expect(leaves).toMatchObject([
    { item: 4, index: 0 },
    { item: 0, index: 1 },
  ])
})

test('one row only', () => {
  expect(drawn(headingsOf(smallForm(), [0, 1, 2, 3, 4], 1))).toEqual([
    { '02 其中:女': ['毕业生数 1', { 招生数: ['合计 2'] }] },
  ])
})

test('a form with one column of figures is headed by its rows', () => {
  const form = { ...smallForm(), columns: [{ code: '1', path: ['数量'] }] }
  expect(drawn(headingsOf(form, [0, 3], null))).toEqual(['总计 01', '其中:女 02'])
})

test('groups have ids of their own, also where headings repeat', () => {
  const ids: string[] = []
  const walk = (headings: Heading[]): void => {
    for (const heading of headings)
      if (heading.kind === 'group') {
        ids.push(heading.id)
        walk(heading.children)
      }
  }
  walk(headingsOf(smallForm(), [0, 1, 2, 3, 4], null))
  expect(new Set(ids).size).toBe(ids.length)
})
