import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Repository } from '../git/repository/open-repository.ts'
import { RefusedError } from '../model/refused-error.ts'
import { type PatternName, planPatterns } from '../plan/patterns/patterns.ts'
import { planNames } from './load-plan.ts'

/** Writes a ready plan as a template. Never replaces a plan. Returns its path. */
export async function writePattern({ root }: Repository, name: PatternName): Promise<string> {
  const existing = planNames.find(plan => existsSync(join(root, plan)))
  if (existing !== undefined) throw new RefusedError(`a plan already exists: ${existing}`)
  const path = join(root, planNames[0] as string)
  await writeFile(path, planPatterns[name].text, { flag: 'wx' })
  return path
}
