import { execFileSync } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll } from '@jest/globals'
import '../../support/bundles.ts' // refuses bundles that were not built from these sources
import { useGitHub } from '../fixtures/fixtures.ts'
import type { GitHub } from '../github.ts'
import type { GitHubSettings } from '../hub-settings.ts'
import type { Repository, RepositorySettings } from '../services/repository.ts'
import { plainGit } from '../services/run-git.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const programs = fileURLToPath(new URL('./programs', import.meta.url))
const shipped = ['action.yml', 'dist', '.github/workflows/parallel-agents.yml']

/** A GitHub with the product on it, as it is built now, and on its runners programs that need no network. */
export function useProduct(settings: GitHubSettings = {}): () => GitHub {
  const runnerVariables = { PARALLEL_AGENTS_CLOCK_SPEED: '20' } // lanes that wait for others ask at once
  const github = useGitHub({ runnerVariables, ...settings })
  beforeAll(async () => {
    process.env.PATH = `${programs}${delimiter}${process.env.PATH}`
    await createProduct(github())
  })
  return github
}

/** A repository with a copy of the product, and with a plan of its own. */
export async function createCopy(
  hub: GitHub,
  plan: string,
  settings: Partial<RepositorySettings>,
): Promise<Repository> {
  const repository = await hub.createRepository('acme/copy', {}, settings)
  await repository.git('update-ref', 'refs/heads/main', commitShipped(repository))
  await repository.commit({ 'upkeep.yml': plan })
  return repository
}

/** The repository that the examples name. Its tag `v1` is the product; what `main` has by now is broken, and nothing may use that. */
async function createProduct(hub: GitHub): Promise<void> {
  const repository = await hub.createRepository('owner/parallel-agents', {}, { visibility: 'public' })
  const commit = commitShipped(repository)
  await repository.git('update-ref', 'refs/heads/main', commit)
  await repository.commit({ 'action.yml': 'broken', '.github/workflows/parallel-agents.yml': 'broken' })
}

/** Commits the files of this checkout that users get. */
function commitShipped({ folder }: Repository): string {
  const env = {
    PATH: process.env.PATH,
    ...plainGit,
    GIT_DIR: folder,
    GIT_WORK_TREE: root,
    GIT_INDEX_FILE: join(folder, 'index-of-product'),
    GIT_AUTHOR_NAME: 'Owner',
    GIT_AUTHOR_EMAIL: 'owner@example.com',
    GIT_COMMITTER_NAME: 'Owner',
    GIT_COMMITTER_EMAIL: 'owner@example.com',
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, env, encoding: 'utf8' }).trim()
  git('config', 'core.compression', '1') // every job fetches all of it, once
  git('add', '--force', ...shipped)
  const commit = git('commit-tree', git('write-tree'), '-m', 'Version 1')
  git('update-ref', 'refs/tags/v1', commit)
  git('repack', '-adq', '--window=0')
  return commit
}
