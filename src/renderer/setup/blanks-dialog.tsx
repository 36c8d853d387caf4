import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useSchools } from '../state/catalog.ts'
import { useDesk } from '../state/context.tsx'
import { useExport } from '../state/export.ts'
import { useWords } from '../state/use-words.ts'

/** Blanks made out for the schools, to be sent out: a zip with a folder for each town. */
export function BlanksDialog(): ReactNode {
  const desk = useDesk()
  const words = useWords().forms.blanks
  const { cancel } = useWords().app
  const schools = useSchools()
  const [open, setOpen] = useState(false)
  const [lastYear, setLastYear] = useState(true)
  const { start, busy } = useExport(() => desk.api.exportBlanks({ schools: null, lastYear }))
  const expected = schools.value?.filter(({ school }) => school.active).length ?? 0
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" disabled={busy}>
          {words.open}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{words.title}</DialogTitle>
          <DialogContent>
            <p>{expected === 0 ? words.nobody : words.about(expected)}</p>
            <Checkbox
              label={words.lastYear}
              checked={lastYear}
              onChange={(_, data) => setLastYear(data.checked === true)}
            />
            <p className="hint">{words.lastYearHint}</p>
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={expected === 0}
              onClick={() => {
                start()
                setOpen(false)
              }}
            >
              {words.make}
            </Button>
            <Button onClick={() => setOpen(false)}>{cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
