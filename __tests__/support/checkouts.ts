import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestRepository } from './repository.ts'

/** Where the checkouts of all runs are by default. */
export function toCheckouts({ folder }: Pick<TestRepository, 'folder'>): string {
  return `${folder}.parallel-agents`
}

/** The checkout of a task. */
export function toCheckout(repository: Pick<TestRepository, 'folder'>, run: string, task: string): string {
  return join(toCheckouts(repository), run, `${task}-${run.slice(-4)}`)
}

export function readInCheckout(
  repository: Pick<TestRepository, 'folder'>,
  { run, task }: { readonly run: string; readonly task: string },
  path: string,
): string {
  return readFileSync(join(toCheckout(repository, run, task), path), 'utf8')
}
