import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { CollectionPlan } from '../../shared/plan.ts'
import { fill } from '../../shared/words/template.ts'
import { ListNotes } from '../ui/list-notes.tsx'
import { useWords } from '../state/use-words.ts'

/** What was understood of the files: tables of each blank workbook, register, the rest, and problems in words. */
export function PlanView({ plan }: { plan: CollectionPlan }): ReactNode {
  const all = useWords()
  const words = all.create
  const tables = plan.workbooks.flatMap((workbook) => workbook.forms)
  const items = tables.reduce((sum, form) => sum + form.items, 0)
  return (
    <section className="plan" aria-label={words.understood}>
      {plan.problems.map((problem) => (
        <MessageBar
          key={`${problem.code} ${JSON.stringify(problem.params)}`}
          intent={problem.blocking ? 'error' : 'warning'}
          layout="multiline"
        >
          <MessageBarBody>
            <b>{problem.blocking ? words.blocking : words.problems}</b>{' '}
            {fill(all.plan[problem.code], problem.params)}
          </MessageBarBody>
        </MessageBar>
      ))}
      <h2>{words.understood}</h2>
      <ul className="plan-facts">
        <li>{words.counts(plan.workbooks.length, tables.length, items)}</li>
        <li>
          {plan.register
            ? words.register(plan.register.schools, plan.register.active, plan.register.units)
            : words.noRegister}
        </li>
        {plan.register && (
          <li>{words.registerColumns(plan.register.columns.join(all.app.comma))}</li>
        )}
        <li>
          {plan.prior
            ? words.prior(
                plan.prior.schools,
                plan.prior.forms.length,
                (plan.register?.units ?? 0) > 0,
              )
            : words.noPrior}
        </li>
        {plan.earlier.map(({ past, path, schools }) => (
          <li key={past}>{words.earlier[past](path, schools)}</li>
        ))}
        {plan.external && <li>{words.external(plan.external.figures)}</li>}
        {plan.plans && <li>{words.plans(plan.plans.figures)}</li>}
        {plan.texts.length > 0 && <li>{words.texts(plan.texts.join(all.app.comma))}</li>}
        {plan.returns > 0 && <li>{words.returns(plan.returns)}</li>}
      </ul>
      {plan.register && <ListNotes kind="register" notes={plan.register.notes} />}
      {plan.prior && <ListNotes kind="prior" notes={plan.prior.notes} />}
      <div className="plan-books">
        {plan.workbooks.map((workbook) => (
          <details key={workbook.path} open={plan.workbooks.length <= 2}>
            <summary>
              <b>{workbook.path.split('/').at(-1)}</b>
              {workbook.types.length > 0 && (
                <span className="hint">
                  {words.types} {workbook.types.join(all.app.comma)}
                </span>
              )}
              <span className="plan-count">
                {words.tables(workbook.forms.length)} ·{' '}
                {workbook.forms.every(({ list }) => list)
                  ? words.lists
                  : words.itemCount(workbook.forms.reduce((sum, form) => sum + form.items, 0))}
              </span>
            </summary>
            <table className="plain-table">
              <thead>
                <tr>
                  <th>{words.table}</th>
                  <th>{words.name}</th>
                  <th>{words.unit}</th>
                  <th className="number">{words.rowsColumns}</th>
                  <th className="number">{words.items}</th>
                </tr>
              </thead>
              <tbody>
                {workbook.forms.map((form) => (
                  <tr key={`${form.sheet} ${form.id}`}>
                    <td>{form.id}</td>
                    <td>{form.title}</td>
                    <td>{form.unit ?? ''}</td>
                    <td className="number">
                      {form.list
                        ? words.listColumns(form.columns)
                        : `${form.rows} × ${form.columns}`}
                    </td>
                    <td className="number">{form.list ? '' : form.items}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {workbook.otherSheets.length > 0 && (
              <p className="hint">{words.otherSheets(workbook.otherSheets.join(all.app.comma))}</p>
            )}
          </details>
        ))}
      </div>
    </section>
  )
}
