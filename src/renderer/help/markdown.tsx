import { lexer } from 'marked'
import type { MarkedToken, Token, Tokens } from 'marked'
import { createElement, Fragment } from 'react'
import type { ReactNode } from 'react'

/** Headings of the second and third rank, in their order. */
export function headingsOf(text: string): { title: string; depth: number }[] {
  return lexer(text)
    .filter((token): token is Tokens.Heading => token.type === 'heading')
    .filter(({ depth }) => depth === 2 || depth === 3)
    .map(({ text: title, depth }) => ({ title: title.replaceAll(/[`*\\]/gu, ''), depth }))
}

/**
 * A text in Markdown as parts of the page. Nothing of it becomes HTML by itself, and no link leads
 * anywhere: the program opens no address.
 *
 * @param pictures addresses of pictures by the place that the text names
 */
export function Markdown(props: {
  text: string
  pictures: Readonly<Record<string, string>>
}): ReactNode {
  const draw = (tokens: readonly Token[] | undefined): ReactNode =>
    (tokens ?? []).map((token, at) => (
      // A text does not change while it is read: its parts are known by their place.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={at}>{drawn(token as MarkedToken, draw, props.pictures)}</Fragment>
    ))
  return draw(lexer(props.text))
}

function drawn(
  token: MarkedToken,
  draw: (tokens: readonly Token[] | undefined) => ReactNode,
  pictures: Readonly<Record<string, string>>,
): ReactNode {
  switch (token.type) {
    case 'heading':
      return createElement(`h${String(token.depth)}`, null, draw(token.tokens))
    case 'paragraph':
      return <p>{draw(token.tokens)}</p>
    case 'strong':
      return <strong>{draw(token.tokens)}</strong>
    case 'em':
      return <em>{draw(token.tokens)}</em>
    case 'codespan':
      return <code>{token.text}</code>
    case 'code':
      return <pre>{token.text}</pre>
    case 'blockquote':
      return <blockquote>{draw(token.tokens)}</blockquote>
    case 'hr':
      return <hr />
    case 'br':
      return <br />
    case 'image':
      return <Picture src={pictures[token.href]} says={token.text} />
    case 'link':
      return draw(token.tokens)
    case 'list':
      return createElement(
        token.ordered ? 'ol' : 'ul',
        null,
        token.items.map((item, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>{draw(item.tokens)}</li>
        )),
      )
    case 'table':
      return <Table token={token} draw={draw} />
    case 'text':
      return 'tokens' in token && token.tokens !== undefined ? draw(token.tokens) : token.text
    case 'escape':
      return token.text
    case 'del':
      return <del>{draw(token.tokens)}</del>
    case 'html':
      return token.text
    case 'list_item':
      return draw(token.tokens)
    case 'checkbox':
    case 'def':
    case 'space':
      return null
  }
}

function Picture({ src, says }: { src: string | undefined; says: string }): ReactNode {
  return (
    <span className="help-picture">
      {src !== undefined && <img src={src} alt={says} />}
      <span>{says}</span>
    </span>
  )
}

function Table(props: {
  token: Tokens.Table
  draw: (tokens: readonly Token[]) => ReactNode
}): ReactNode {
  const { token, draw } = props
  const cells = (row: readonly Tokens.TableCell[], tag: 'th' | 'td'): ReactNode =>
    row.map((cell, at) => createElement(tag, { key: at }, draw(cell.tokens)))
  return (
    <table>
      <thead>
        <tr>{cells(token.header, 'th')}</tr>
      </thead>
      <tbody>
        {token.rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key
          <tr key={at}>{cells(row, 'td')}</tr>
        ))}
      </tbody>
    </table>
  )
}
