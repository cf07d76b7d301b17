import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { RefusedError } from '../model/refused-error.ts'
import { type CheckedPlan, readPlan } from '../plan/schema/read-plan.ts'

/** Names of a plan file, in order of precedence, if none is given. */
export const planNames = [
  'parallel-agents.yml',
  'parallel-agents.yaml',
  'plan.yml',
  'plan.yaml',
  '.github/parallel-agents.yml',
]

export type LoadedPlan = CheckedPlan & { readonly path: string }

/** Finds, reads and checks a plan. Throws a PlanError with all problems, or a RefusedError if there is no plan. */
export function loadPlan(folder: string, root: string, name: string | undefined): LoadedPlan {
  const path = name === undefined ? findPlan(folder, root) : resolve(folder, name)
  if (!existsSync(path))
    throw new RefusedError(`there is no plan ${name}: create one with "parallel-agents init"`)
  if (!statSync(path).isFile()) throw new RefusedError(`${name ?? path} is not a file: name the plan`)
  const text = readFileSync(path, 'utf8')
  const readPrompt = (file: string) => readPromptBeside(dirname(path), root, file)
  const isFolder = (folderPath: string) =>
    statSync(join(root, folderPath), { throwIfNoEntry: false })?.isDirectory() === true
  return { ...readPlan({ name: name ?? path.slice(root.length + 1), text, readPrompt, isFolder }), path }
}

/** No plan was named, and there is none with a usual name. */
export class NoPlanError extends RefusedError {}

function findPlan(folder: string, root: string): string {
  const places = [folder, root].flatMap(place => planNames.map(name => join(place, name)))
  const found = places.find(place => existsSync(place))
  if (found !== undefined) return found
  throw new NoPlanError(`no plan was found (${planNames.join(', ')}): create one with "parallel-agents init"`)
}

/** The text of a file named in a plan; undefined if it is unreadable. */
export function readPromptBeside(folder: string, root: string, file: string): string | undefined {
  return tryReadText(resolve(folder, file)) ?? tryReadText(resolve(root, file))
}

function tryReadText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined // the plan's check says that it cannot be read
  }
}
