import { expect, test } from 'vitest'
import { formatHtml } from '../../../src/renderer/grid/html-table.ts'

test('figures are figures, codes and texts are texts, and nothing becomes markup or a formula', () => {
  const html = formatHtml(
    [
      ['学校', '在校生'],
      ['0123', '-35.6'],
      ['<b>&"\n2', '=1+1'],
    ],
    1,
  )
  expect(html).toContain('<th style="mso-number-format:\'\\@\'">学校</th>')
  expect(html).toContain('<td style="mso-number-format:\'\\@\'">0123</td>')
  expect(html).toContain('<td align="right">-35.6</td>')
  expect(html).toContain('&lt;b&gt;&amp;&quot;<br>2')
  expect(html).toContain("'=1+1")
})
