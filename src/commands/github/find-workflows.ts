import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Workflow {
  /** From the top of the repository. */
  readonly path: string
  readonly text: string
}

const folder = '.github/workflows'
const use = /^\s*(?:- )?uses:\s*[\w.-]+\/parallel-agents(?:\/[\w./-]+)?@(\S+)/gm

/** The workflows of a checkout that use this action. */
export function findWorkflows(root: string): Workflow[] {
  let names: string[]
  try {
    names = readdirSync(join(root, folder))
  } catch {
    return [] // none
  }
  return names
    .filter(name => /\.ya?ml$/.test(name))
    .map(name => ({ path: `${folder}/${name}`, text: readFileSync(join(root, folder, name), 'utf8') }))
    .filter(({ text }) => toActionRefs(text).length > 0)
}

/** The versions of this action that a workflow uses. */
export function toActionRefs(text: string): string[] {
  return [...text.matchAll(use)].map(([, ref = '']) => ref)
}
