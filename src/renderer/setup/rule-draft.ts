import type { RuleRow } from '../../shared/findings.ts'
import type { RuleText } from '../../shared/rules.ts'

/** A rule being written. */
export interface Draft {
  /** Tells one editing from the next. */
  key: string
  /** The own rule it takes the place of; null for a new one. */
  replaces: string | null
  rule: RuleText
}

let drafts = 0

export function emptyDraft(): Draft {
  drafts += 1
  const rule = { id: '', title: '', check: '', when: '', tolerance: '', source: '' }
  return { key: `new ${drafts}`, replaces: null, rule: { ...rule, severity: 'error' } }
}

/**
 * A rule taken up for editing. One of the collection's own is changed in place; a shipped or
 * derived one becomes a new rule of the collection, which then stands for it.
 */
export function draftOf(row: RuleRow): Draft {
  drafts += 1
  const { id, title, check, severity, when, tolerance, source, origin } = row
  const rule: RuleText = {
    id: origin === 'derived' ? id.replace(/^派生:/u, '') : id,
    title,
    check,
    severity,
    when: when ?? '',
    tolerance: tolerance ?? '',
    source: source ?? '',
  }
  return { key: `${id} ${drafts}`, replaces: origin === 'own' ? id : null, rule }
}
