import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Form } from '../../shared/model.ts'
import { itemAddress } from '../figures/item-names.ts'
import { goToCell } from '../state/actions.ts'
import { useDesk } from '../state/context.tsx'
import { useCall } from '../state/use-call.ts'
import { useWords } from '../state/use-words.ts'

interface Props {
  form: Form
  item: number
  school: string
}

/** Where the selected cell stands in what the school sent, and the way to it in 数据. */
export function CellLine({ form, item, school }: Props): ReactNode {
  const desk = useDesk()
  const words = useWords().check
  const one = form.items[item]
  const address = one ? itemAddress(form, one) : ''
  const { value } = useCall('cell', { school, item: address })
  const source = value?.source
  const open = (): void => {
    desk.store.set({
      step: 'data',
      view: 'paper',
      form: form.id,
      place: { school },
      onlyRow: null,
    })
    goToCell(desk, school, address)
  }
  return (
    <p className="cell-line">
      <code>{address}</code>
      <span className="hint" title={source?.path}>
        {words.source}{' '}
        {source
          ? words.sourceSheet(source.path.split('/').at(-1) ?? '', source.sheet, source.cell)
          : value
            ? words.noSource
            : ''}
      </span>
      <Button size="small" onClick={open}>
        {words.openCell}
      </Button>
    </p>
  )
}
