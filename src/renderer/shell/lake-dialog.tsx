import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'

const KEPT = 'huishu.lake-place'

/** Asks where the county's figures belong, which no collection says, and writes them as Parquet. */
export function LakeDialog(): ReactNode {
  const desk = useDesk()
  const { lake: words, app } = useWords()
  const open = useDeskState((state) => state.lakeExport)
  const named = useDeskState((state) => state.overview?.county ?? '')
  const [place, setPlace] = useState(remembered)
  const [county, setCounty] = useState<string | null>(null)
  const { start, busy } = useExport(() =>
    desk.api.exportLake({ ...place, county: county ?? named }),
  )
  const close = (): void => desk.store.set({ lakeExport: false })
  const whole = [place.province, place.city, county ?? named].every((said) => said.trim() !== '')
  return (
    <Dialog open={open} onOpenChange={(_, data) => data.open || close()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <p>{words.about}</p>
            <Field label={words.province} required>
              <Input
                value={place.province}
                onChange={(_, { value }) => setPlace({ ...place, province: value })}
              />
            </Field>
            <Field label={words.city} required>
              <Input
                value={place.city}
                onChange={(_, { value }) => setPlace({ ...place, city: value })}
              />
            </Field>
            <Field label={words.county} required>
              <Input value={county ?? named} onChange={(_, { value }) => setCounty(value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabledFocusable={busy || !whole}
              onClick={() => {
                remember(place)
                start()
                close()
              }}
            >
              {words.make}
            </Button>
            <Button onClick={close}>{app.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

interface Place {
  province: string
  city: string
}

/** The office's own province and city, as said last at this machine. */
function remembered(): Place {
  const [province = '', city = ''] = (localStorage.getItem(KEPT) ?? '').split('\n')
  return { province, city }
}

function remember({ province, city }: Place): void {
  localStorage.setItem(KEPT, `${province}\n${city}`)
}
