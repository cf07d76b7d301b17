import { delimiter, join } from 'node:path'
import { listToolFiles } from '../../agents/tools/tool-server.ts'
import { readPlainText } from '../../files/plain-file.ts'
import { findInFolders } from '../../files/programs.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { toAgentEntry } from '../../model/agents/known-agents.ts'
import type { Agent, Plan } from '../../model/plan.ts'
import type { MachinePlaces } from '../../sandbox/user/user-probes.ts'
import { findNamedPrograms } from './named-programs.ts'
import { listObjectFolders, tryUserHome } from './place.ts'
import { findSecretFiles } from './secret-files.ts'

/** Credentials that `actions/checkout` and people store in a repository's configuration. */
const credentials = /extraheader|:\/\/[^/\s:@]+(:[^/\s@]*)?@/i

/**
 * What users of their own must and must not reach during a run.
 *
 * @param checkouts The folder of the checkouts, or one around it.
 */
export function findMachinePlaces(
  repository: Pick<Repository, 'root' | 'directory' | 'env' | 'store'>,
  plan: Pick<Plan, 'agents'> | undefined,
  checkouts: string,
): MachinePlaces {
  const { root, directory, env, store } = repository
  const home = tryUserHome(env)
  const agents = Object.values(plan?.agents ?? {})
  return {
    ...{ home, root, checkouts, gitDirectory: directory },
    objects: listObjectFolders(store.folder),
    programs: agents.flatMap(agent => findPrograms(agent, env.PATH ?? '', home)),
    secrets: listSecretFiles(repository),
    tools: listToolFiles(),
  }
}

/** Files of the user's checkout with keys. */
export function listSecretFiles({ root, directory }: Pick<Repository, 'root' | 'directory'>): string[] {
  const config = join(directory, 'config')
  return [...findSecretFiles(root), ...(credentials.test(readPlainText(config)) ? [config] : [])]
}

function findPrograms(agent: Agent, searchPath: string, home: string | undefined): string[] {
  if (agent.kind !== 'cli') return findNamedPrograms(agent, home).readable.slice(0, 1)
  const { program, acp } = toAgentEntry(agent.use)
  const folders = searchPath.split(delimiter).filter(Boolean)
  return [program, acp.command[0]].flatMap(name => findInFolders(name, folders).slice(0, 1)).slice(0, 1)
}
