import type { PlanError } from '../../plan/yaml/problem.ts'
import type { Annotation } from '../step/annotation.ts'

/** The problems of a plan, beside its lines. */
export function toPlanAnnotations({ file, problems }: PlanError): Annotation[] {
  return problems.map(({ message, line, column }) => ({
    level: 'error',
    title: 'Plan',
    message,
    file,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }))
}
