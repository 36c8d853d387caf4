import { useMemo } from 'react'
import type { Api } from '../../shared/api.ts'
import type { SchoolRow } from '../../shared/intake.ts'
import type { Form } from '../../shared/model.ts'
import { useRevision, useSession } from './context.tsx'
import { useLoaded } from './loaded.ts'
import type { Loaded } from './loaded.ts'

const lastForms = new WeakMap<Api, { text: string; forms: Form[] }>()

/** The forms; the very objects given before when nothing about them changed, so that tables are not drawn anew. */
async function sameForms(api: Api): Promise<Form[]> {
  const forms = await api.forms({})
  const text = JSON.stringify(forms)
  const last = lastForms.get(api)
  if (last?.text === text) return last.forms
  lastForms.set(api, { text, forms })
  return forms
}

/** The collection's forms, as edited by hand. */
export function useForms(): Loaded<Form[]> {
  const { api } = useSession()
  return useLoaded(`forms ${useRevision()}`, () => sameForms(api))
}

export function useSchools(): Loaded<SchoolRow[]> {
  const { api } = useSession()
  return useLoaded(`schools ${useRevision()}`, () => api.schools({}))
}

/** Schools by id; the same map as long as the list is the same. */
export function useSchoolMap(schools: SchoolRow[] | null): ReadonlyMap<string, SchoolRow> {
  return useMemo(() => new Map((schools ?? []).map((row) => [row.school.id, row])), [schools])
}
