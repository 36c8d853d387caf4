import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { JoinConflict } from '../../shared/join.ts'
import { sideText } from '../../shared/words/join.ts'
import { change } from '../state/actions.ts'
import { useSchoolMap, useSchools } from '../state/catalog.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'
import './join-list.css'

/** 合并后两份不同之处: each matter with what either file says; a click lets one of them hold. */
export function JoinList(): ReactNode {
  const { store } = useDesk()
  const open = useDeskState((state) => state.joinList)
  return (
    <Dialog open={open} onOpenChange={(_, data) => store.set({ joinList: data.open })}>
      <DialogSurface className="join-surface">{open && <List />}</DialogSurface>
    </Dialog>
  )
}

function List(): ReactNode {
  const desk = useDesk()
  const { join: words, app } = useWords()
  const all = useCall('joinConflicts', {}).value ?? []
  return (
    <DialogBody>
      <DialogTitle>{words.title}</DialogTitle>
      <DialogContent>
        <p className="hint">{all.length === 0 ? words.none : words.hint}</p>
        {all.length > 0 && (
          <table className="join-list">
            <thead>
              <tr>
                <th>{words.matter}</th>
                <th>{words.first}</th>
                <th>{words.second}</th>
                <th>{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <Line key={`${String(one.join)} ${one.matter}`} conflict={one} />
              ))}
            </tbody>
          </table>
        )}
      </DialogContent>
      <DialogActions>
        <Button appearance="primary" onClick={() => desk.store.set({ joinList: false })}>
          {app.close}
        </Button>
      </DialogActions>
    </DialogBody>
  )
}

function Line({ conflict }: { conflict: JoinConflict }): ReactNode {
  const desk = useDesk()
  const { join: words } = useWords()
  const lang = useDeskState((state) => state.lang)
  const { join, matter, sides, holds, decided } = conflict
  const take = (side: 0 | 1): void =>
    void change(desk, () => desk.api.decideConflict({ join, matter, side }))
  return (
    <tr>
      <th scope="row">
        <Matter matter={matter} />
      </th>
      {([0, 1] as const).map((side) => (
        <td key={side} className={holds === side ? 'join-holds' : undefined}>
          <p>{sideText(lang, sides[side])}</p>
          {holds === side && <span className="join-mark">{words.holds}</span>}
          <Button
            size="small"
            disabled={decided && holds === side}
            aria-label={`${words.take} ${sideText(lang, sides[side])}`}
            onClick={() => take(side)}
          >
            {words.take}
          </Button>
        </td>
      ))}
      <td className={decided ? 'join-state' : 'join-state join-open'}>
        {decided ? words.decided : words.waits}
      </td>
    </tr>
  )
}

/** What it is about, in words: a cell of a school, a return, or the kind of thing. */
function Matter({ matter }: { matter: string }): ReactNode {
  const { join: words } = useWords()
  const schools = useSchoolMap(useSchools().value)
  const at = matter.indexOf(':')
  const [kind, own] = at === -1 ? [matter, ''] : [matter.slice(0, at), matter.slice(at + 1)]
  const name = (id: string): string => schools.get(id)?.school.name ?? id
  const [school = '', item = ''] = own.split('|')
  if (kind === 'cell') return words.cell(name(school), item)
  if (kind === 'return') return words.return(name(own))
  return words.matters[kind] ?? kind
}
