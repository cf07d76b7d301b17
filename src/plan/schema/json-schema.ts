import * as z from 'zod'
import { idPattern } from '../file/id-pattern.ts'
import { planFileSchema } from '../file/plan-file.ts'

/** The JSON Schema of the plan file, for editors (draft 7, which most of them know). */
export function toPlanSchema(): object {
  const { properties, ...rest } = z.toJSONSchema(planFileSchema, { target: 'draft-7', io: 'input' })
  const names = { propertyNames: { type: 'string', pattern: idPattern.source }, minProperties: 1 }
  const tasks = { ...(properties?.tasks as object), ...names }
  return { ...rest, title: 'parallel-agents plan', required: ['tasks'], properties: { ...properties, tasks } }
}
