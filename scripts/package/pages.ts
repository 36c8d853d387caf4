import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'
import { root } from './root.ts'

const STYLE = `body { max-width: 960px; margin: 24px auto; padding: 0 16px; line-height: 1.7;
  font-family: 'Microsoft YaHei', 'Noto Sans CJK SC', 'PingFang SC', sans-serif; }
img { max-width: 100%; border: 1px solid #dfe3e8; }
table { border-collapse: collapse; } th, td { padding: 4px 10px; border: 1px solid #dfe3e8; text-align: left; }
code { padding: 1px 4px; background: #f5f7f9; }`

/** What goes along to be read without the program: the pages for people, as any browser shows them, and their pictures. */
export function pages(): { path: string; content: string | Uint8Array }[] {
  const written = ['用户指南', '更新说明', '给信息部门'].map((name) => ({
    path: `${name}.html`,
    content: page(name, readFileSync(join(root, 'docs', `${name}.md`), 'utf8')),
  }))
  const pictures = readdirSync(join(root, 'docs', 'images'))
    .filter((name) => name.endsWith('.webp'))
    .map((name) => ({
      path: `images/${name}`,
      content: readFileSync(join(root, 'docs', 'images', name)),
    }))
  return [...written, ...pictures]
}

function page(title: string, text: string): string {
  // A link to another page of docs/ leads nowhere from here.
  const body = marked.parse(text, { async: false }).replaceAll(/<a href="[^"]*">(.*?)<\/a>/gu, '$1')
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>汇数 ${title}</title><style>${STYLE}</style></head>
<body>
${body}</body>
</html>
`
}
