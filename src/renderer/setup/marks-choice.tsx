import { Dropdown, Option } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Form } from '../../shared/model.ts'
import { useSave } from './use-save.ts'
import { useWords } from '../state/use-words.ts'

/** What the marks for nothing ("—", "/", 无) mean in a form. */
export function MarksChoice({ form }: { form: Form }): ReactNode {
  const words = useWords().setup
  const save = useSave()
  const meaning = form.marks ?? 'blank'
  const choose = (marks: 'blank' | 'na'): void => {
    if (marks !== meaning) save({ form: form.id, marks }, words.marks)
  }
  return (
    <label className="marks-choice">
      {words.marks}
      <Dropdown
        size="small"
        value={words.marksMean[meaning]}
        selectedOptions={[meaning]}
        onOptionSelect={(_, data) => choose(data.optionValue === 'na' ? 'na' : 'blank')}
      >
        <Option value="blank">{words.marksMean.blank}</Option>
        <Option value="na">{words.marksMean.na}</Option>
      </Dropdown>
    </label>
  )
}
