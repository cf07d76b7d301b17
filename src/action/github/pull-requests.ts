import * as z from 'zod'
import { isClosedToComments } from '../../commands/github/place-comment.ts'
import type {
  Forge,
  OlderPullRequest,
  PlacedPullRequest,
  WantedPullRequest,
} from '../../jobs/publish/forge.ts'
import { withAdvice } from './advice.ts'
import { dressPullRequest } from './dress-pull-request.ts'
import { type GitHub, GitHubError, untilDone } from './github.ts'
import { tryReadStamp, withManagedSection } from './managed-section.ts'
import { OwnComments } from './own-comments.ts'

const pullSchema = z.object({
  number: z.number().int(),
  html_url: z.string(),
  body: z.string().nullable(),
  user: z.object({ login: z.string() }).nullable(),
  head: z.object({ ref: z.string(), sha: z.string(), repo: z.object({ full_name: z.string() }).nullable() }),
  base: z.union([z.string().transform(ref => ({ ref })), z.object({ ref: z.string() })]),
})
type Pull = z.output<typeof pullSchema>

const pageSize = 100
const mostPages = 30

/** Pull requests on GitHub. Existing objects are looked up before creating any, to avoid duplicates. */
export class GitHubForge implements Forge {
  private readonly open: () => Promise<GitHub>
  private readonly wait: (seconds: number) => Promise<void>
  private readonly comments = new OwnComments()
  private github: Promise<GitHub> | undefined

  /** @param open Called on the first request. */
  constructor(open: () => Promise<GitHub>, wait: (seconds: number) => Promise<void>) {
    this.open = open
    this.wait = wait
  }

  async placePullRequest(wanted: WantedPullRequest): Promise<PlacedPullRequest> {
    try {
      return await untilDone(this.wait, () => this.place(wanted))
    } catch (error) {
      if (error instanceof GitHubError) return toRefused(error, wanted)
      throw error
    }
  }

  async closeOlder(
    wanted: WantedPullRequest,
    placed: PlacedPullRequest,
  ): Promise<readonly OlderPullRequest[]> {
    if (placed.kind !== 'placed') return []
    try {
      const older = findOlder(await this.listOpen(wanted.base), wanted.subject, placed.number)
      return await Promise.all(older.map(pull => this.close(pull, placed)))
    } catch (error) {
      if (error instanceof GitHubError) return [] // a visible duplicate
      throw error
    }
  }

  private async close(pull: Pull, placed: { readonly number: number }): Promise<OlderPullRequest> {
    const { number, html_url: url, body, head } = pull
    if (tryReadStamp(body ?? '')?.commit !== head.sha)
      return { kind: 'left', url, reason: 'its branch has commits by others' }
    await untilDone(this.wait, () =>
      this.placeComment(number, `A newer run of the same plan: #${placed.number}`),
    )
    await untilDone(this.wait, () => this.ask('PATCH', `/pulls/${number}`, { state: 'closed' }))
    return { kind: 'closed', url }
  }

  private async listOpen(base: string): Promise<Pull[]> {
    const all: Pull[] = []
    for (let page = 1; page <= mostPages; page++) {
      const query = new URLSearchParams({ state: 'open', per_page: String(pageSize), page: String(page) })
      const pulls = await untilDone(this.wait, async () =>
        z.array(pullSchema).parse(await this.ask('GET', `/pulls?${query}`)),
      )
      all.push(...pulls.filter(pull => pull.base.ref === base || pull.base.ref.startsWith('agents/')))
      if (pulls.length < pageSize) break
    }
    return all
  }

  async comment(number: number, text: string): Promise<string | undefined> {
    try {
      await untilDone(this.wait, () => this.placeComment(number, text))
      return undefined
    } catch (error) {
      if (error instanceof GitHubError) return isClosedToComments(error) ? undefined : withAdvice(error)
      throw error
    }
  }

  private connect(): Promise<GitHub> {
    this.github ??= this.open()
    return this.github
  }

  private async ask(...question: Parameters<GitHub['ask']>): Promise<unknown> {
    return (await this.connect()).ask(...question)
  }

  private async place(wanted: WantedPullRequest): Promise<PlacedPullRequest> {
    const open = await this.tryFind(wanted)
    const pull = open ?? (await this.create(wanted))
    const { number, body: before } = pull
    // An earlier attempt of the same publication may have died before this.
    const isFresh = open === undefined || tryReadStamp(before ?? '')?.commit === wanted.commit
    const problems = isFresh ? await dressPullRequest(await this.connect(), number, wanted.dress) : []
    const body = open === undefined ? undefined : withManagedSection(before ?? '', wanted.text, wanted)
    if (body !== undefined && body !== before) await this.ask('PATCH', `/pulls/${number}`, { body })
    return toPlaced(pull, open === undefined, problems)
  }

  private async tryFind({ head, base }: WantedPullRequest): Promise<Pull | undefined> {
    const { owner } = await this.connect()
    const query = new URLSearchParams({ state: 'open', head: `${owner}:${head}`, base })
    return z.array(pullSchema).parse(await this.ask('GET', `/pulls?${query}`))[0]
  }

  /** Some GitHub plans have no drafts in private repositories. */
  private async create(wanted: WantedPullRequest): Promise<Pull> {
    const { head, base, title, dress } = wanted
    const own = withManagedSection(undefined, wanted.text, wanted) ?? ''
    const template = dress.template?.trim() ?? ''
    const request = {
      head,
      base,
      title,
      body: template === '' ? own : `${cutTemplate(template, own)}\n\n${own}`,
    }
    try {
      return pullSchema.parse(await this.ask('POST', '/pulls', { ...request, draft: dress.draft }))
    } catch (error) {
      if (!(error instanceof GitHubError && error.status === 422 && /draft/i.test(error.message))) throw error
      return pullSchema.parse(await this.ask('POST', '/pulls', { ...request, draft: false }))
    }
  }

  private async placeComment(number: number, text: string): Promise<void> {
    await this.comments.place(await this.connect(), number, text)
  }
}

/** GitHub's limit, in characters. */
const longestBody = 65_536

function cutTemplate(template: string, own: string): string {
  return template.slice(0, Math.max(0, longestBody - own.length - 2))
}

/** Only those that the same account opened from a branch of this repository: others can write the same stamp. */
function findOlder(pulls: readonly Pull[], subject: string, number: number): Pull[] {
  const newest = pulls.find(pull => pull.number === number)
  return pulls.filter(
    pull =>
      pull.number < number &&
      pull.user?.login === newest?.user?.login &&
      pull.head.repo?.full_name === newest?.head.repo?.full_name &&
      tryReadStamp(pull.body ?? '')?.subject === subject,
  )
}

function toPlaced(
  { number, html_url: url, user }: Pull,
  isNew: boolean,
  problems: readonly string[],
): PlacedPullRequest {
  return { kind: 'placed', number, url, isNew, isByActions: user?.login === 'github-actions[bot]', problems }
}

function toRefused(error: GitHubError, { head, base }: WantedPullRequest): PlacedPullRequest {
  if (error.status === 422 && /no commits between/i.test(error.message)) return { kind: 'empty' }
  return {
    kind: 'refused',
    reason: `no pull request could be opened from ${head} to ${base}: ${withAdvice(error)}`,
  }
}
