import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface StoredIssue {
  readonly id: number
  readonly number: number
  readonly title: string
  body: string
  state: string
  readonly user: { readonly login: string }
  readonly html_url: string
  readonly blockedBy: number[]
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
}

/** GitHub's API for issues and their dependencies, which a test can look into. `failAfter` issues it refuses more. */
export class IssueServer {
  readonly issues: StoredIssue[] = []
  failAfter = Number.POSITIVE_INFINITY
  knowsDependencies = true
  env: Readonly<Record<string, string>> = {}
  private readonly server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const path = (request.url ?? '').replace('/repos/octo/project', '')
    const body = text === '' ? {} : (JSON.parse(text) as Asked['body'])
    const answer = this.answer({ method: request.method ?? '', path, body })
    response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}))
  })

  async start(): Promise<void> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve))
    const { port } = this.server.address() as AddressInfo
    this.env = {
      GITHUB_API_URL: `http://127.0.0.1:${port}`,
      GITHUB_REPOSITORY: 'octo/project',
      GH_TOKEN: 'secret',
    }
  }

  stop(): void {
    this.server.close()
  }

  add(title: string, body: string, login: string): StoredIssue {
    const number = this.issues.length + 1
    const place = { id: 1000 + number, number, html_url: `https://x/${number}` }
    const issue = { ...place, title, body, state: 'open', user: { login }, blockedBy: [] }
    this.issues.push(issue)
    return issue
  }

  private answer({ method, path, body }: Asked): unknown {
    if (path === '/graphql') return { data: { viewer: { login: 'octocat' } } }
    if (method === 'GET' && path.startsWith('/issues?')) return this.issues
    if (method === 'POST' && path === '/issues') return this.create(String(body.title), String(body.body))
    const [, number, rest = ''] = /^\/issues\/(\d+)\/?([^?]*)/.exec(path) ?? []
    const issue = this.issues.find(each => String(each.number) === number)
    if (issue === undefined || rest === '') return issue
    if (rest !== 'dependencies/blocked_by' || !this.knowsDependencies) return undefined
    if (method === 'POST') issue.blockedBy.push(Number(body.issue_id) - 1000)
    return issue.blockedBy.map(blocking => ({ number: blocking }))
  }

  private create(title: string, body: string): StoredIssue | undefined {
    return this.issues.length < this.failAfter ? this.add(title, body, 'octocat') : undefined
  }
}
