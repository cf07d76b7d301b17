import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RefusedError } from '../../model/refused-error.ts'
import { planNames } from '../load-plan.ts'

export interface PlanPlace {
  readonly folder: string
  /** Whether a plan with a default name exists. */
  readonly hasPlan: boolean
  /** The path from the user. */
  readonly to: string | undefined
}

/** The path of a new plan: the default one if it is free, else a name of its own. */
export function choosePlanPath({ folder, hasPlan, to }: PlanPlace, title: string): string {
  if (to !== undefined) return to
  if (!hasPlan) return join(folder, planNames[0] as string)
  const name = toFileName(title)
  for (let number = 1; ; number++) {
    const path = join(folder, `plan-${name}${number === 1 ? '' : `-${number}`}.yml`)
    if (!existsSync(path)) return path
  }
}

/** Never replaces a file. */
export async function writeNewFile(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new RefusedError(`${path} already exists: name another file with --out`)
  }
}

function toFileName(title: string): string {
  const words = title.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return words.slice(0, 40).replace(/^-+|-+$/g, '') || 'new'
}
