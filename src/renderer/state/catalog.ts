import { useMemo } from 'react'
import type { SchoolRow } from '../../shared/api.ts'
import type { Form } from '../../shared/model.ts'
import { useRevision, useSession } from './context.tsx'
import { useLoaded } from './loaded.ts'
import type { Loaded } from './loaded.ts'

/** The collection's forms, as edited by hand. */
export function useForms(): Loaded<Form[]> {
  const { api } = useSession()
  return useLoaded(`forms ${useRevision()}`, () => api.forms({}))
}

export function useSchools(): Loaded<SchoolRow[]> {
  const { api } = useSession()
  return useLoaded(`schools ${useRevision()}`, () => api.schools({}))
}

/** Schools by id; the same map as long as the list is the same. */
export function useSchoolMap(schools: SchoolRow[] | null): ReadonlyMap<string, SchoolRow> {
  return useMemo(() => new Map((schools ?? []).map((row) => [row.school.id, row])), [schools])
}
