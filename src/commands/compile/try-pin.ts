import { tryGit } from '../../git/process/run-git.ts'
import type { Repository } from '../../git/repository/open-repository.ts'
import { productRepository } from '../../plan/starter/starter-workflow.ts'

/** The commit of a version of this action, which cannot be moved. */
export async function tryPin({ userPlace }: Repository, tag: string): Promise<string | undefined> {
  const url = `https://github.com/${productRepository}`
  const env = { ...userPlace.env, GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true' } // never ask for a password
  const { code, stdout } = await tryGit({ ...userPlace, env }, [
    'ls-remote',
    url,
    `refs/tags/${tag}`,
    `refs/tags/${tag}^{}`,
  ])
  const ids = stdout.split('\n').flatMap(line => /^[0-9a-f]{40}/.exec(line)?.[0] ?? [])
  return code === 0 ? ids.at(-1) : undefined
}
