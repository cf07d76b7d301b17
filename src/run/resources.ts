import { relative } from 'node:path'
import type { Resources } from '../agents/process/resources/resource-watch.ts'
import type { RunContext } from './run-context.ts'

/** Resource limits of a command in a checkout. */
export function toResources(
  { plan, paths, resources }: Pick<RunContext, 'plan' | 'paths' | 'resources'>,
  directory: string,
): Resources {
  const folder = relative(paths.worktrees, directory).split('/')[0] as string
  const name = paths.nameOf(folder) ?? folder
  return { limits: plan.limits, folders: [directory, paths.task(name).folder], book: resources, name }
}
