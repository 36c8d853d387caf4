import type { ReactNode } from 'react'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { useDesk, useDeskState } from '../state/context.tsx'
import { useFormSchools } from '../form/form-schools.ts'
import { PaperSheet } from '../form/paper-sheet.tsx'
import { schoolBeside } from '../form/school-order.ts'

/** 表式: the form as on paper where the data screen stands; page up and down turn to the next school. */
export function PaperView({ form, schools }: { form: Form; schools: SchoolRow[] }): ReactNode {
  const { store } = useDesk()
  const place = useDeskState((state) => state.place)
  const goTo = useDeskState((state) => state.goTo)
  const asked = useFormSchools(form.id, schools)
  return (
    <PaperSheet
      form={form}
      schools={schools}
      place={place}
      wish={goTo}
      onTurn={(by, item) => {
        if (!('school' in place)) return
        const school = schoolBeside(asked, place.school, by)
        store.set({
          place: { school },
          selected: item === null ? null : { kind: 'cell', school, form: form.id, item },
        })
      }}
    />
  )
}
