import { Button, Dropdown, Input, Option, Textarea } from '@fluentui/react-components'
import { AddRegular, DismissRegular } from '@fluentui/react-icons'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { IndicatorFault, IndicatorSide } from '../../../shared/consolidate.ts'
import { syntaxText } from '../../../shared/words/rules.ts'
import { FaultPlace } from '../../ui/fault-place.tsx'
import { useDeskState } from '../../state/context.tsx'
import { useWords } from '../../state/use-words.ts'
import { LEAF_KINDS, newSide, partsOf, sideOf } from './new-draft.ts'
import type { LeafSide } from './new-draft.ts'

interface Props {
  label: string
  side: IndicatorSide
  externals: string[]
  faults: IndicatorFault[]
  onChange: (side: IndicatorSide) => void
}

/** One side of an indicator: one part or several that are added. */
export function SideEditor({ label, side, externals, faults, onChange }: Props): ReactNode {
  const words = useWords().indicators
  const parts = partsOf(side)
  const put = (at: number, part: LeafSide): void => onChange(sideOf(parts.with(at, part)))
  return (
    <fieldset className="side-editor">
      <legend>{label}</legend>
      {parts.map((part, at) => (
        // Parts have no name of their own; their place is what tells them apart.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className="side-part">
          <div className="side-kind">
            <Dropdown
              size="small"
              aria-label={label}
              value={words.side[part.kind]}
              selectedOptions={[part.kind]}
              onOptionSelect={(_, { optionValue }) => {
                const kind = LEAF_KINDS.find((one) => one === optionValue)
                if (kind) put(at, newSide(kind, part))
              }}
            >
              {LEAF_KINDS.map((kind) => (
                <Option key={kind} value={kind}>
                  {words.side[kind]}
                </Option>
              ))}
            </Dropdown>
            {parts.length > 1 && (
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={words.editor.removePart}
                onClick={() => onChange(sideOf(parts.filter((_, i) => i !== at)))}
              />
            )}
          </div>
          <Part
            part={part}
            label={label}
            externals={externals}
            faults={faults.filter((fault) => fault.part === at)}
            onChange={(next) => put(at, next)}
          />
        </div>
      ))}
      <Button
        size="small"
        appearance="subtle"
        icon={<AddRegular />}
        onClick={() => onChange(sideOf([...parts, newSide('sum')]))}
      >
        {words.editor.part}
      </Button>
    </fieldset>
  )
}

function Part(props: {
  part: LeafSide
  label: string
  externals: string[]
  faults: IndicatorFault[]
  onChange: (part: LeafSide) => void
}): ReactNode {
  const { part, label, externals, faults, onChange } = props
  const words = useWords().indicators
  const list = useId()
  if (part.kind === 'external')
    return (
      <>
        <Input
          size="small"
          list={list}
          aria-label={words.editor.external}
          placeholder={words.editor.external}
          value={part.name}
          onChange={(_, data) => onChange({ ...part, name: data.value })}
        />
        <datalist id={list}>
          {externals.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </datalist>
      </>
    )
  return (
    <>
      {part.kind !== 'schools' && (
        <Expression
          label={`${label} ${words.editor.expr}`}
          hint={words.editor.exprHint}
          text={part.expr}
          fault={faults.find(({ field }) => field === 'expr')}
          onChange={(expr) => onChange({ ...part, expr })}
        />
      )}
      {part.kind === 'cv' && (
        <Expression
          label={`${label} ${words.weight}`}
          hint={words.weight}
          text={part.weight}
          fault={faults.find(({ field }) => field === 'weight')}
          onChange={(weight) => onChange({ ...part, weight })}
        />
      )}
      <Expression
        label={`${label} ${words.where}`}
        hint={words.editor.whereHint}
        text={part.where ?? ''}
        fault={faults.find(({ field }) => field === 'where')}
        onChange={(where) => onChange({ ...part, where: where === '' ? null : where })}
      />
    </>
  )
}

function Expression(props: {
  label: string
  hint: string
  text: string
  fault: IndicatorFault | undefined
  onChange: (text: string) => void
}): ReactNode {
  const { label, hint, text, fault, onChange } = props
  const lang = useDeskState((state) => state.lang)
  return (
    <>
      <Textarea
        size="small"
        className="expression"
        aria-label={label}
        placeholder={hint}
        rows={text.length > 44 ? 3 : 1}
        value={text}
        onChange={(_, data) => onChange(data.value)}
      />
      {fault && (
        <div role="alert">
          <FaultPlace text={text} at={fault.at} />
          <span className="rule-wrong">{syntaxText(lang, fault)}</span>
        </div>
      )}
    </>
  )
}
