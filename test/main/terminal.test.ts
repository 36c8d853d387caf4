import { expect, test } from 'vitest'
import { harmless, oneLine } from '../../src/main/commands/terminal.ts'

test('what a terminal would act on, or turn round, is shown as a sign', () => {
  expect(harmless('甲小学\u001b[2J\u001b]0;x\u0007.xlsx')).toBe(
    '甲小学\ufffd[2J\ufffd]0;x\ufffd.xlsx',
  )
  expect(harmless('一\u202exslx.exe\u2066')).toBe('一\ufffdxslx.exe\ufffd')
  expect(harmless('a\rb\u0085c\u007f')).toBe('a\ufffdb\ufffdc\ufffd')
})

test('names as they are, tabs and line ends, stay', () => {
  const text = '城关小学\t12\n中心校（北）—“x”\n'
  expect(harmless(text)).toBe(text)
})

test('a field is one line', () => {
  expect(oneLine('第一行\r\n第二行\t尾')).toBe('第一行 第二行 尾')
})
