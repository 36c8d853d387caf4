import { Button, Checkbox, Input } from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Comment } from '../../shared/comments.ts'
import { shortTime } from '../figures/show.ts'
import { change } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import './comments.css'

/** 批注: what was noted at the cell and at its school, and a line for another note. */
export function Comments({ school, item }: { school: string; item: string }): ReactNode {
  const desk = useDesk()
  const words = useWords().comments
  const all = useCall('comments', {}).value ?? []
  const own = all.filter((one) => one.school === school && (one.item ?? item) === item)
  const [text, setText] = useState('')
  const [follow, setFollow] = useState(false)
  const [ofSchool, setOfSchool] = useState(false)
  const add = async (): Promise<void> => {
    if (text.trim() === '') return
    const note = { school, item: ofSchool ? null : item, text: text.trim(), follow }
    if (!(await change(desk, () => desk.api.addComment(note)))) return
    setText('')
    setFollow(false)
    setOfSchool(false)
  }
  return (
    <>
      <h3>{words.title}</h3>
      <ol className="comments">
        {own.map((one) => (
          <CommentLine key={one.entry} comment={one} />
        ))}
      </ol>
      <form
        className="comment-new"
        onSubmit={(event) => {
          event.preventDefault()
          void add()
        }}
      >
        <Input
          // The cells' menu leads here.
          id="new-comment"
          size="small"
          aria-label={words.add}
          placeholder={words.add}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        {text !== '' && (
          <>
            <Checkbox
              label={words.follow}
              checked={follow}
              onChange={(_, data) => setFollow(data.checked === true)}
            />
            <Checkbox
              label={words.ofSchool}
              checked={ofSchool}
              onChange={(_, data) => setOfSchool(data.checked === true)}
            />
            <Button size="small" type="submit" disabled={text.trim() === ''}>
              {words.save}
            </Button>
          </>
        )}
      </form>
    </>
  )
}

/** One note with who and when; what is to be followed up can be ticked off, each can be taken back. */
export function CommentLine({ comment }: { comment: Comment }): ReactNode {
  const desk = useDesk()
  const words = useWords().comments
  const { entry, text, person, at, follow, settled, item } = comment
  return (
    <li className={follow && settled === null ? 'comment comment-open' : 'comment'}>
      <span>
        {follow && <b>{settled === null ? `${words.open} ` : `${words.settled} `}</b>}
        {item === null && <i>{words.onSchool} </i>}
        {text}
      </span>
      <small className="hint figures">
        {shortTime(at)} {person}
        {settled !== null && ` · ${words.settled} ${shortTime(settled.at)} ${settled.person}`}
      </small>
      <span className="comment-acts">
        {follow && settled === null && (
          <button
            type="button"
            className="link"
            onClick={() => void change(desk, () => desk.api.settleComment({ entry }))}
          >
            {words.settle}
          </button>
        )}
        <button
          type="button"
          className="link"
          onClick={() =>
            void change(desk, () => desk.api.withdraw({ entry, reason: words.takeBack }))
          }
        >
          {words.takeBack}
        </button>
      </span>
    </li>
  )
}
