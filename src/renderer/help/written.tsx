import { useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import changelog from '../../../CHANGELOG.md?raw'
import news from '../../../docs/更新说明.md?raw'
import guide from '../../../docs/用户指南.md?raw'
import type { Lang } from '../../shared/words/say.ts'
import type { HelpPage } from '../state/desk.ts'
import { headingsOf, Markdown } from './markdown.tsx'

/** Pictures of the guide by the place that its text names. */
const PICTURES: Record<string, string> = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>('../../../docs/images/*.webp', {
      eager: true,
      query: '?url',
      import: 'default',
    }),
  ).map(([path, url]) => [path.slice(path.indexOf('images/')), url]),
)

/** The text of a page in a language. The guide holds both, parted by a line. */
function textOf(page: Exclude<HelpPage, 'licences'>, lang: Lang): string {
  if (page === 'news') return lang === 'zh' ? news : changelog
  const [chinese = '', english = ''] = guide.split('\n---\n')
  return lang === 'zh' ? chinese : english
}

/** A page that is written in docs/, with its headings at the left. */
export function Written(props: { page: Exclude<HelpPage, 'licences'>; lang: Lang }): ReactNode {
  const { page, lang } = props
  const text = useMemo(() => textOf(page, lang), [page, lang])
  const headings = useMemo(() => headingsOf(text), [text])
  const shown = useRef<HTMLElement>(null)
  const goTo = (at: number): void => {
    shown.current?.querySelectorAll('h2, h3')[at]?.scrollIntoView({ block: 'start' })
  }
  return (
    <div className="help-written">
      {headings.length > 1 && (
        <nav>
          {headings.map(({ title, depth }, at) => (
            <button
              key={title}
              type="button"
              className={depth === 2 ? 'help-part' : 'help-part minor'}
              onClick={() => goTo(at)}
            >
              {title}
            </button>
          ))}
        </nav>
      )}
      <article ref={shown}>
        <Markdown text={text} pictures={PICTURES} />
      </article>
    </div>
  )
}
