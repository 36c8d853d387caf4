import { acceptFile } from './kinds/accept-file.ts'
import { adopt } from './kinds/adopt.ts'
import { addBlank } from './kinds/collection/add-blank.ts'
import { adoptRow } from './kinds/adopt-row.ts'
import { ask } from './kinds/ask.ts'
import { assign } from './kinds/assign.ts'
import { checkCopy } from './kinds/collection/check-copy.ts'
import { comment } from './kinds/comment.ts'
import { settleComment } from './kinds/settle-comment.ts'
import { confirmLayout } from './kinds/confirm-layout.ts'
import { controls } from './kinds/controls.ts'
import { create } from './kinds/collection/create.ts'
import { earlierData } from './kinds/years/earlier-data.ts'
import { editExternal } from './kinds/edit-external.ts'
import { editForm } from './kinds/collection/edit-form.ts'
import { editText } from './kinds/collection/edit-text.ts'
import { editParticulars } from './kinds/collection/edit-particulars.ts'
import { editRegister } from './kinds/collection/edit-register.ts'
import { explain } from './kinds/explain.ts'
import { hold } from './kinds/hold.ts'
import { ignoreDoubt } from './kinds/draft/ignore-doubt.ts'
import { keepDraft } from './kinds/draft/keep-draft.ts'
import { join } from './kinds/collection/join.ts'
import { lost } from './kinds/collection/lost.ts'
import { repair } from './kinds/collection/repair.ts'
import { removePersonal } from './kinds/collection/remove-personal.ts'
import { restore } from './kinds/collection/restore.ts'
import { person } from './kinds/collection/person.ts'
import { receive } from './kinds/receive.ts'
import { signOff } from './kinds/sign-off.ts'
import { switchRule } from './kinds/switch-rule.ts'
import { takeExplanations } from './kinds/take-explanations.ts'
import { tieFigure } from './kinds/draft/tie-figure.ts'
import { unreadable } from './kinds/unreadable.ts'
import { withdrawFile } from './kinds/withdraw-file.ts'
import { withdrawFinding } from './kinds/withdraw-finding.ts'
import { withdraw } from './kinds/withdraw.ts'
import { breakSeries } from './kinds/years/break-series.ts'
import { confirmLastYear } from './kinds/years/confirm-last-year.ts'
import { earlierYear } from './kinds/years/earlier-year.ts'
import { lastYear } from './kinds/years/last-year.ts'
import { linkSchools } from './kinds/years/link-schools.ts'
import { removeEarlierYear } from './kinds/years/remove-earlier-year.ts'

/** Every kind of ledger entry. Another one is a file in kinds/ and a line here (and its words). */
export const KINDS = [
  create,
  receive,
  adopt,
  withdraw,
  assign,
  editForm,
  person,
  hold,
  acceptFile,
  withdrawFile,
  confirmLayout,
  explain,
  editText,
  ask,
  withdrawFinding,
  takeExplanations,
  editExternal,
  linkSchools,
  lastYear,
  earlierData,
  confirmLastYear,
  checkCopy,
  controls,
  switchRule,
  signOff,
  editRegister,
  editParticulars,
  repair,
  restore,
  join,
  removePersonal,
  lost,
  keepDraft,
  tieFigure,
  ignoreDoubt,
  comment,
  settleComment,
  unreadable,
  earlierYear,
  removeEarlierYear,
  breakSeries,
  addBlank,
  adoptRow,
] as const
