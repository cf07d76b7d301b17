import type { GitHubClient } from '../github/ask-github.ts'
import { placeComment, tryReadOwnComment } from '../github/place-comment.ts'
import { tryRunId } from './find-run.ts'

export interface Answer {
  readonly said: string
  /** The page of this workflow run. */
  readonly runUrl: string
  /** Whether agents work in it. */
  readonly isWork: boolean
}

/** Links of workflow runs with agents, as written below and when a run is published. */
const workLink = /\[(?:The workflow run|The run|An earlier run)\]\((\S+\/actions\/runs\/\d+)\)/g
const mostLinks = 3

/** Answers on an issue or a pull request, in our one comment. */
export async function answerComment(github: GitHubClient, number: number, answer: Answer): Promise<void> {
  const login = await github.viewer()
  const before = await tryReadOwnComment(github, login, number)
  await placeComment(github, login, number, toAnswerText(answer, before?.body ?? ''))
}

/** The text of an answer. It keeps the run and the links of our comment so far, so that later commands can stop and retry them. */
export function toAnswerText({ said, runUrl, isWork }: Answer, before: string): string {
  const links = [...before.matchAll(workLink)].map(match => match[1]).filter(url => url !== runUrl)
  const run = tryRunId([before])
  const earlier = [
    ...[...new Set(links)].slice(0, mostLinks).map(url => `[An earlier run](${url})`),
    ...(run === undefined || said.includes(run) ? [] : [`\`${run}\``]),
  ]
  const own = `[${isWork ? 'The workflow run' : 'This command'}](${runUrl})`
  return [said, own, ...(earlier.length === 0 ? [] : [earlier.join(', ')])].join('\n\n')
}
