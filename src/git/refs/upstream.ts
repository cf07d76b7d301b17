import { runGit } from '../process/run-git.ts'
import type { Repository } from '../repository/open-repository.ts'

/** The distance of a branch from its upstream, as of the last fetch. */
export interface UpstreamDistance {
  /** "origin/main" */
  readonly name: string
  readonly ahead: number
  readonly behind: number
}

/** Undefined if the branch has no upstream, or a deleted one. Uses no network. */
export async function tryReadUpstream(
  { place }: Repository,
  branch: string,
): Promise<UpstreamDistance | undefined> {
  const format = '--format=%(upstream:short) %(upstream:track,nobracket)'
  const answer = await runGit(place, ['for-each-ref', format, `refs/heads/${branch}`])
  const [, name, track = ''] = /^(\S+) (.*)$/m.exec(answer) ?? []
  if (name === undefined || track === 'gone') return undefined
  const count = (word: string) => Number(new RegExp(`${word} (\\d+)`).exec(track)?.[1] ?? 0)
  return { name, ahead: count('ahead'), behind: count('behind') }
}
