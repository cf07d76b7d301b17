import { existsSync, readFileSync } from 'node:fs'
import { RefusedError } from '../../model/refused-error.ts'
import type { PlanSettings } from '../../plan/proposal/proposed-plan.ts'
import { PlanError } from '../../plan/yaml/problem.ts'
import { readYaml } from '../../plan/yaml/yaml-document.ts'

/** Everything in a plan except its name and tasks: what issues do not provide. It is validated with the tasks. */
export function readPlanSettings(path: string): PlanSettings {
  if (!existsSync(path)) throw new RefusedError(`there is no plan ${path}`)
  const document = readYaml(readFileSync(path, 'utf8'))
  if (!('value' in document)) throw new PlanError(path, [document])
  const { value } = document
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new RefusedError(`${path} is not a plan: it has no keys`)
  const { tasks: _, name: __, $schema: ___, ...settings } = value as Record<string, unknown>
  return settings
}
