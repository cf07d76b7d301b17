import { RefusedError } from '../../model/refused-error.ts'

/** A query for issues. */
export interface IssueQuery {
  /** As written, on one line. */
  readonly text: string
  /** Issues by number; empty: by the terms. */
  readonly numbers: readonly number[]
  readonly labels: readonly string[]
  readonly withoutLabels: readonly string[]
  readonly state: 'open' | 'closed' | 'all'
  /** A title. */
  readonly milestone: string | undefined
  readonly assignee: string | undefined
  readonly author: string | undefined
  /** Only issues that depend on this one, also through others of the selection. */
  readonly needs: number | undefined
}

const terms =
  'label:agent, -label:later, state:open, milestone:"1.0", assignee:octocat, author:octocat, needs:12, 12'

/** Reads the value of `--from-issues`: terms in the syntax of GitHub's search, or numbers of issues. */
export function readIssueQuery(text: string): IssueQuery {
  const query = {
    text: text.replace(/\s+/g, ' ').trim(),
    numbers: [] as number[],
    labels: [] as string[],
    withoutLabels: [] as string[],
    state: 'open' as IssueQuery['state'],
    milestone: undefined as string | undefined,
    assignee: undefined as string | undefined,
    author: undefined as string | undefined,
    needs: undefined as number | undefined,
  }
  for (const term of splitTerms(text)) readTerm(term, query)
  const { numbers, labels, milestone, assignee, author } = query
  const isBounded = [numbers.length, labels.length, milestone, assignee, author].some(Boolean)
  if (!isBounded)
    throw new RefusedError(
      `"${query.text}" names no issues: write for example 'label:agent state:open', or their numbers (known: ${terms})`,
    )
  return query
}

type Draft = { -readonly [K in keyof IssueQuery]: IssueQuery[K] } & {
  numbers: number[]
  labels: string[]
  withoutLabels: string[]
}

function readTerm(term: string, query: Draft): void {
  const number = /^#?(\d{1,9})$/.exec(term)?.[1]
  if (number !== undefined) {
    query.numbers.push(Number(number))
    return
  }
  const [, key = '', value = ''] = /^(-?[a-z]+):(.+)$/i.exec(term) ?? []
  if (key === 'label') query.labels.push(value)
  else if (key === '-label') query.withoutLabels.push(value)
  else if ((key === 'state' || key === 'is') && ['open', 'closed', 'all'].includes(value))
    query.state = value as IssueQuery['state']
  else if (key === 'needs' && /^#?\d{1,9}$/.test(value)) query.needs = Number(value.replace('#', ''))
  else if (key === 'milestone' || key === 'assignee' || key === 'author') query[key] = value
  else if (term !== 'is:issue') throw new RefusedError(`"${term}" is not supported: use ${terms}`)
}

/** Words, with quotes around those with spaces; commas separate numbers. */
function splitTerms(text: string): string[] {
  const words = text.match(/(?:[^\s",]|"[^"]*")+/g) ?? []
  return words.map(word => word.replaceAll('"', ''))
}
