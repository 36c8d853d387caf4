import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Earlier, EarlierList } from '../../../shared/last-year.ts'
import { change, notify } from '../../state/actions.ts'
import { useDesk } from '../../state/context.tsx'
import { usePeriods } from '../../state/use-periods.ts'
import { useWords } from '../../state/use-words.ts'

/** The earlier periods with what their values are; each can be given, exchanged and taken out. */
export function EarlierLists(props: {
  lists: readonly EarlierList[]
  shown: Earlier
  onShow: (of: Earlier) => void
}): ReactNode {
  const words = useWords().years
  const names = usePeriods().lists
  return (
    <table className="earlier-lists">
      <thead>
        <tr>
          <th scope="col">{words.period}</th>
          <th scope="col">{words.values}</th>
          <th scope="col" className="number">
            {words.senders}
          </th>
          <th scope="col">{words.deeds}</th>
        </tr>
      </thead>
      <tbody>
        {props.lists.map(({ of, source, schools, standIn }) => (
          <tr key={of} aria-selected={of === props.shown}>
            <th scope="row">{names[of]}</th>
            <td>
              {source !== '' ? (
                <button type="button" className="link" onClick={() => props.onShow(of)}>
                  {source}
                </button>
              ) : (
                <span className="hint">
                  {standIn === null ? words.noValues : words.standIn(names[standIn])}
                </span>
              )}
            </td>
            <td className="number figures">{source === '' ? '' : schools}</td>
            <td>
              <ChooseButton of={of} there={source !== ''} onChosen={() => props.onShow(of)} />
              {source !== '' && <DropButton of={of} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Takes the values of an earlier period from a file; over others that are there already. */
export function ChooseButton(props: {
  of: Earlier
  there?: boolean
  primary?: boolean
  /** What it says, where the period does not stand beside it. */
  label?: string
  onChosen?: () => void
}): ReactNode {
  const { of, there = false, primary = false, label, onChosen } = props
  const desk = useDesk()
  const words = useWords().years
  const name = usePeriods().lists[of]
  const choose = async (): Promise<void> => {
    const [file] = await desk.host.pick({ kind: 'files', accept: ['huishu', 'xlsx', 'xls'] })
    if (!file) return
    const { grant, path } = file
    const ok = await change(desk, () => desk.api.chooseLastYear({ grant, path, of, reason: '' }))
    if (!ok) return
    notify(desk, 'success', words.chosen(name))
    onChosen?.()
  }
  return (
    <Button
      size="small"
      appearance={primary ? 'primary' : 'secondary'}
      aria-label={label ?? words.choose(name)}
      onClick={() => void choose()}
    >
      {label ?? (there ? words.exchange : words.give)}
    </Button>
  )
}

function DropButton({ of }: { of: Earlier }): ReactNode {
  const desk = useDesk()
  const words = useWords().years
  const name = usePeriods().lists[of]
  const drop = async (): Promise<void> => {
    const ok = await change(desk, () => desk.api.dropLastYear({ of, reason: '' }))
    if (ok) notify(desk, 'success', words.dropped(name))
  }
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-label={words.dropLabel(name)}
      onClick={() => void drop()}
    >
      {words.drop}
    </Button>
  )
}
