import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StubPull {
  readonly number: number
  readonly html_url: string
  readonly title: string
  readonly head: string
  readonly base: string
  readonly draft: boolean
  body: string
  state: 'open' | 'closed'
  readonly comments: StubComment[]
  /** Labels, reviewers, assignees and a milestone, as they were asked for. */
  readonly dress: unknown[]
}

export interface StubComment {
  readonly id: number
  body: string
  readonly login: string
}

interface Fault {
  readonly method: string
  readonly path: RegExp
  readonly status: number
  readonly message: string
  readonly headers: Readonly<Record<string, string>>
  /** Whether the request is carried out before its answer is lost. */
  readonly isLate: boolean
  /** Only requests whose body has this. */
  readonly body: RegExp
}

const bot = 'github-actions[bot]'

type Answer = readonly [status: number, body: unknown]
type Body = Readonly<Record<string, unknown>>

/** The part of GitHub's REST API that publishing needs, for one repository `octo/project` and one token. */
export class ApiStub {
  readonly pulls: StubPull[] = []
  readonly requests: string[] = []
  /** The tips of branches that were moved since; others are where their pull request says. */
  readonly heads = new Map<string, string>()
  readonly token = 'ghs_token-of-the-job'
  /** Comments on issues that are no pull requests, by number. */
  readonly issues = new Map<number, StubComment[]>([[7, []]])
  private readonly faults: Fault[] = []
  private readonly server: Server

  private constructor() {
    this.server = createServer((request, response) => {
      void this.respond(request).then(([status, body, headers]) => {
        response.writeHead(status, { 'content-type': 'application/json', ...headers })
        response.end(JSON.stringify(body))
      })
    })
  }

  static async start(): Promise<ApiStub> {
    const stub = new ApiStub()
    await new Promise<void>(resolve => stub.server.listen(0, '127.0.0.1', resolve))
    return stub
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** The next request of that kind goes wrong. */
  fail(method: string, path: RegExp, fault: Partial<Fault> & Pick<Fault, 'status' | 'message'>): void {
    this.faults.push({ method, path, headers: {}, isLate: false, body: /(?:)/, ...fault })
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }

  private async respond(
    request: IncomingMessage,
  ): Promise<[number, unknown, Readonly<Record<string, string>>]> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString()
    const { method = '', url = '' } = request
    this.requests.push(`${method} ${url}`)
    const at = this.faults.findIndex(
      fault => fault.method === method && fault.path.test(url) && fault.body.test(text),
    )
    const [fault] = at < 0 ? [] : this.faults.splice(at, 1)
    if (fault?.isLate) this.answer(method, url, JSON.parse(text))
    if (fault !== undefined) return [fault.status, { message: fault.message }, fault.headers]
    if (request.headers.authorization !== `token ${this.token}`)
      return [401, { message: 'Bad credentials' }, {}]
    return [...this.answer(method, url, text === '' ? {} : JSON.parse(text)), {}]
  }

  private answer(method: string, url: string, body: Body): Answer {
    const { pathname, searchParams } = new URL(url, this.url)
    const [, part = '', number = '', rest = ''] =
      /^\/repos\/octo\/project\/(pulls|issues)(?:\/(\w+))?(.*)$/.exec(pathname) ?? []
    if (pathname === '/graphql') return [200, { data: { viewer: { login: bot } } }]
    if (pathname.endsWith('/milestones')) return [200, [{ number: 4, title: 'Next' }]]
    if (method === 'GET' && part === 'pulls') return [200, this.findPulls(searchParams)]
    if (method === 'POST' && part === 'pulls' && number === '') return this.open(body)
    if (part === 'issues' && number === 'comments')
      return this.changeComment(Number(rest.slice(1)), String(body.body))
    if (rest === '/comments') return this.answerComments(method, Number(number), body)
    const pull = this.pulls.find(candidate => String(candidate.number) === number)
    if (pull === undefined) return [404, { message: 'Not Found' }]
    if (method === 'POST' || part === 'issues') {
      pull.dress.push(body)
      return [200, toAssigned(body)]
    }
    if (body.body !== undefined) pull.body = String(body.body)
    if (body.state !== undefined) pull.state = body.state as 'closed'
    return [200, this.toPullBody(pull)]
  }

  private answerComments(method: string, number: number, body: Body): Answer {
    const pull = this.pulls.find(candidate => candidate.number === number)
    const comments = pull?.comments ?? this.issues.get(number)
    if (comments === undefined) return [404, { message: 'Not Found' }]
    if (method === 'GET') return [200, comments.map(toCommentBody)]
    const comment = { id: 100 + comments.length + 10 * number, body: String(body.body), login: bot }
    comments.push(comment)
    return [201, toCommentBody(comment)]
  }

  private findPulls(query: URLSearchParams): unknown[] {
    return this.pulls
      .filter(({ state, base }) => state === 'open' && [null, base].includes(query.get('base')))
      .filter(({ head }) => query.get('head') === null || `octo:${head}` === query.get('head'))
      .map(pull => this.toPullBody(pull))
  }

  private open({ title, head, base, body, draft }: Body): Answer {
    if (head === base) return [422, { message: `No commits between ${base} and ${head}` }]
    if (this.pulls.some(pull => pull.state === 'open' && pull.head === head && pull.base === base))
      return [422, { message: `A pull request already exists for octo:${head}.` }]
    if (String(body).length > 65_536)
      return [422, { message: 'body is too long (maximum is 65536 characters)' }]
    const number = this.pulls.length + 1
    const pull: StubPull = {
      number,
      html_url: `https://github.com/octo/project/pull/${number}`,
      title: String(title),
      head: String(head),
      base: String(base),
      draft: draft === true,
      body: String(body),
      state: 'open',
      comments: [],
      dress: [],
    }
    this.pulls.push(pull)
    return [201, this.toPullBody(pull)]
  }

  private toPullBody({ comments: _, dress: __, head, ...pull }: StubPull): unknown {
    const sha = this.heads.get(head) ?? tryStampedCommit(pull.body)
    return {
      ...pull,
      head: { ref: head, sha, repo: { full_name: 'octo/project' } },
      user: { login: bot },
    }
  }

  private changeComment(id: number, body: string): Answer {
    const all = [...this.pulls.flatMap(({ comments }) => comments), ...[...this.issues.values()].flat()]
    const comment = all.find(candidate => candidate.id === id)
    if (comment === undefined) return [404, { message: 'Not Found' }]
    comment.body = body
    return [200, comment]
  }
}

function toCommentBody({ id, body, login }: StubComment): object {
  return { id, body, user: { login } }
}

function tryStampedCommit(body: string): string {
  return / at ([0-9a-f]+) -->/.exec(body)?.[1] ?? '0'.repeat(40)
}

/** GitHub ignores people who cannot be assigned. */
function toAssigned({ assignees }: Body): object {
  if (!Array.isArray(assignees)) return {}
  const taken = assignees.filter(login => login !== 'stranger')
  return { assignees: taken.map(login => ({ login })) }
}
