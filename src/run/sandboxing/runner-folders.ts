import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isFolder } from '../../files/plain-file.ts'

export interface RunnerFolders {
  /** With its credentials, the files of its steps, and checkouts of other repositories. */
  readonly hidden: readonly string[]
  /** With tools of earlier steps. */
  readonly readable: readonly string[]
}

/** Where the runner of a container job has files of its steps. */
const inContainer = ['/github/workflow', '/github/file_commands']

/** Beside `_temp`, these tell a runner's folder from others. */
const besideTemporary = ['_PipelineMapping', '_actions', '_tool']

/**
 * The folders of the runner of GitHub Actions that has a checkout at `<runner>/_work/<repository>/<repository>`; none elsewhere. It
 * belongs to the user who runs agents.
 */
export function findRunnerFolders(root: string): RunnerFolders {
  const work = tryWorkFolder(root)
  if (work === undefined) return { hidden: [], readable: [] }
  const runner = dirname(work)
  const isRunner = ['.runner', '.credentials'].some(name => existsSync(join(runner, name)))
  return {
    hidden: [work, ...inContainer.filter(isFolder), ...(isRunner && runner !== '/' ? [runner] : [])],
    readable: [join(work, '_tool')].filter(isFolder),
  }
}

function tryWorkFolder(path: string): string | undefined {
  const above = dirname(path)
  if (above === '/') return undefined
  const isWork = isFolder(join(above, '_temp')) && besideTemporary.some(name => isFolder(join(above, name)))
  return isWork ? above : tryWorkFolder(above)
}
