import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Switch,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { CommentLine } from '../panel/comments.tsx'
import { showPlace } from '../state/show-place.ts'
import { useSchoolMap, useSchools } from '../state/catalog.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

/** 批注和待办: every note of the collection, or those still to be followed up; each leads to its place. */
export function CommentList(): ReactNode {
  const { store } = useDesk()
  const open = useDeskState((state) => state.commentList)
  return (
    <Dialog open={open} onOpenChange={(_, data) => store.set({ commentList: data.open })}>
      <DialogSurface>{open && <List />}</DialogSurface>
    </Dialog>
  )
}

function List(): ReactNode {
  const desk = useDesk()
  const { comments: words, app } = useWords()
  const all = useCall('comments', {}).value ?? []
  const schools = useSchoolMap(useSchools().value)
  const [waiting, setWaiting] = useState(false)
  const shown = all.filter(({ follow, settled }) => !waiting || (follow && settled === null))
  const go = (school: string, item: string | null): void => {
    desk.store.set({ commentList: false })
    showPlace(desk, item === null ? { kind: 'register', school } : { kind: 'cell', school, item })
  }
  return (
    <DialogBody>
      <DialogTitle>{words.list}</DialogTitle>
      <DialogContent>
        <Switch
          label={words.onlyOpen}
          checked={waiting}
          onChange={(_, data) => setWaiting(data.checked)}
        />
        {shown.length === 0 && <p className="hint">{words.none}</p>}
        <ol className="comment-list">
          {shown.map((one) => (
            <li key={one.entry}>
              <button type="button" className="link" onClick={() => go(one.school, one.item)}>
                {schools.get(one.school)?.school.name ?? one.school} {one.item ?? ''}
              </button>
              <ul className="comments">
                <CommentLine comment={one} />
              </ul>
            </li>
          ))}
        </ol>
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={() => desk.store.set({ commentList: false })}>
          {app.close}
        </Button>
      </DialogActions>
    </DialogBody>
  )
}
