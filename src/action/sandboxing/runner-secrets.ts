import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Repository } from '../../git/repository/open-repository.ts'
import type { Environment } from '../../model/plan.ts'
import { listSecretFiles } from '../../run/sandboxing/machine-places.ts'
import type { ClosedFiles } from '../step/closed-files.ts'

const commandFiles = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']

/** Where tools keep credentials, below a home. */
const credentials = [
  ...['.aws', '.azure', '.config', '.docker', '.gnupg', '.kube', '.ssh', '.claude', '.codex', '.gemini'],
  ...['.git-credentials', '.gitconfig', '.netrc', '.npmrc', '.pypirc', '.yarnrc.yml'],
]
const ofRunner = ['.credentials', '.credentials_rsaparams', '.runner', '.env']

/** Checkouts and tools can be in these folders, so they can still be entered. */
const listAndWrite = 0o006

/** Closes to other users what a runner keeps for its steps: event, commands, tokens and credentials. */
export function closeRunnerSecrets(
  files: ClosedFiles,
  env: Environment,
  repository: Pick<Repository, 'root' | 'directory'>,
): void {
  const named = [...commandFiles, 'GITHUB_EVENT_PATH'].flatMap(name => env[name] || [])
  const temporary = env.RUNNER_TEMP || undefined
  const home = env.HOME || undefined
  files.close([
    ...named,
    ...new Set(commandFiles.flatMap(name => (env[name] ? [dirname(env[name])] : []))),
    ...(temporary === undefined ? [] : listFiles(temporary)),
    ...(temporary === undefined ? [] : ofRunner.map(name => join(temporary, '..', '..', name))),
    ...(home === undefined ? [] : credentials.map(name => join(home, name))),
    join(repository.directory, 'config'),
    ...listSecretFiles(repository),
  ])
  files.close(home === undefined || home === '/' ? [] : [home], listAndWrite)
}

/** `actions/checkout` puts its token there, too. */
function listFiles(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true })
    return entries.filter(entry => entry.isFile()).map(({ name }) => join(folder, name))
  } catch {
    return [] // not on this runner
  }
}
