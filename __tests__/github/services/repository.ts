import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Resolved } from '../workflow/load-workflow.ts'
import type { Comment, Issue, Pull } from './rest/issue.ts'
import { runGit, tryGit } from './run-git.ts'

/** New content of files by their paths; null removes one. */
export type Files = Readonly<Record<string, string | null>>

/** A ref that was pushed over HTTP, or refused. */
export interface Push {
  readonly ref: string
  /** Commit before and after; all zeros when there is none. */
  readonly before: string
  readonly after: string
  /** Who pushed: the job, or the person's login. */
  readonly owner: string
  /** Why it was refused; undefined when it was taken. */
  readonly refusal: string | undefined
}

export interface RepositorySettings {
  readonly visibility: 'public' | 'private'
  /** What a workflow without `permissions` may do. */
  readonly defaultPermissions: 'read' | 'write'
  readonly secrets: Readonly<Record<string, string>>
  readonly variables: Readonly<Record<string, string>>
  /** The switch "Allow GitHub Actions to create and approve pull requests". */
  readonly actionsMayOpenPullRequests: boolean
}

/** A repository on the server. Its default branch is `main`. */
export class Repository {
  /** `owner/name` */
  readonly name: string
  /** The bare repository. */
  readonly folder: string
  readonly settings: RepositorySettings
  readonly protectedBranches = new Set<string>()
  /** Rules of rulesets, by the beginning of the branches that they are for. */
  readonly rules: { readonly prefix: string; readonly type: string }[] = []
  readonly issues: Issue[] = []
  /** Titles of open milestones. */
  readonly milestones: string[] = []
  /** What people may do here. */
  readonly collaborators = new Map<string, 'admin' | 'write' | 'read'>([['octocat', 'admin']])

  constructor(name: string, folder: string, settings: RepositorySettings) {
    this.name = name
    this.folder = folder
    this.settings = settings
  }

  get owner(): string {
    return this.name.split('/')[0] as string
  }

  get visibility(): 'public' | 'private' {
    return this.settings.visibility
  }

  /** The branch takes no more pushes. */
  protectBranch(branch: string): void {
    this.protectedBranches.add(branch)
  }

  addIssue(given: Pick<Issue, 'title' | 'body' | 'login'> & { pull?: Pull }): Issue {
    const issue: Issue = {
      pull: undefined,
      ...given,
      number: this.issues.length + 1,
      createdAt: new Date().toISOString(),
      comments: [],
      events: [],
      lastEditedAt: null,
      state: 'open',
      isLocked: false,
      labels: [],
      blockedBy: [],
      subIssues: [],
      assignees: [],
      milestone: null,
    }
    this.issues.push(issue)
    return issue
  }

  addComment(issue: Issue, login: string, body: string): Comment {
    const count = this.issues.reduce((sum, { comments }) => sum + comments.length, 0)
    const createdAt = new Date().toISOString()
    const comment = { id: 1000 + count, login, createdAt, body, editedAt: undefined, reactions: [] }
    issue.comments.push(comment)
    return comment
  }

  /** An issue or a pull request. Throws when there is none of this number. */
  requireIssue(number: number): Issue {
    const issue = this.issues.find(issue => issue.number === number)
    if (issue === undefined) throw new Error(`${this.name} has no issue ${number}`)
    return issue
  }

  async create(): Promise<void> {
    await mkdir(this.folder, { recursive: true })
    await runGit(this.folder, ['init', '--quiet', '--bare', '--initial-branch=main'])
    const settings = [
      ['http.receivepack', 'true'],
      ['uploadpack.allowAnySHA1InWant', 'true'],
      ['uploadpack.allowFilter', 'true'],
      ['core.hooksPath', join(this.folder, '..', '..', 'hooks')],
    ] as const
    for (const [name, value] of settings) await runGit(this.folder, ['config', name, value])
  }

  git(...args: string[]): Promise<string> {
    return runGit(this.folder, args).then(text => text.trimEnd())
  }

  /** Commits files on a branch, beside the rules for pushes. Answers with the commit. */
  async commit(
    files: Files,
    { branch = 'main', message = 'Change', author = 'octocat' } = {},
  ): Promise<string> {
    const parent = await this.tryResolve(`refs/heads/${branch}`)
    const origin = parent ?? (branch === 'main' ? undefined : await this.tryResolve('refs/heads/main'))
    const lines = [
      `commit refs/heads/${branch}`,
      `committer ${author} <${author}@example.com> ${Math.floor(Date.now() / 1000)} +0000`,
      toData(message),
      ...(origin === undefined ? [] : [`from ${origin}`]),
      ...Object.entries(files).map(([path, text]) =>
        text === null ? `D ${path}` : `M 100644 inline ${path}\n${toData(text)}`,
      ),
      '',
    ]
    await runGit(this.folder, ['fast-import', '--quiet'], lines.join('\n'))
    return await this.git('rev-parse', `refs/heads/${branch}`)
  }

  /** The commit of a full ref, a branch, a tag or an id. */
  async tryResolve(ref: string): Promise<string | undefined> {
    return (await this.tryResolveRef(ref))?.sha
  }

  /** As above, with the full ref that it is; an id stays what it is. */
  async tryResolveRef(ref: string): Promise<Resolved | undefined> {
    const candidates = ref.startsWith('refs/') ? [ref] : [`refs/heads/${ref}`, `refs/tags/${ref}`]
    if (/^[0-9a-f]{40}$/.test(ref)) candidates.push(ref)
    for (const candidate of candidates) {
      const { code, stdout } = await tryGit(this.folder, [
        'rev-parse',
        '--verify',
        '-q',
        `${candidate}^{commit}`,
      ])
      if (code === 0) return { ref: candidate, sha: stdout.trim() }
    }
    return undefined
  }

  /** Content of a file in a commit. */
  async tryRead(commit: string, path: string): Promise<string | undefined> {
    const { code, stdout } = await tryGit(this.folder, ['cat-file', 'blob', `${commit}:${path}`])
    return code === 0 ? stdout : undefined
  }

  /** All refs under a prefix, with their objects. */
  async refs(prefix = 'refs/'): Promise<Record<string, string>> {
    const text = await this.git('for-each-ref', '--format=%(refname) %(objectname)')
    const rows = text.split('\n').filter(line => line.startsWith(prefix))
    return Object.fromEntries(rows.map(line => line.split(' ') as [string, string]))
  }

  /** Everything that was pushed over HTTP so far, in order. */
  async pushes(): Promise<Push[]> {
    const text = await readFile(this.pushLog, 'utf8').catch(() => '') // no push yet
    const rows = text.split('\n').filter(line => line !== '')
    return rows.map(line => {
      const [ref = '', before = '', after = '', owner = '', refusal = ''] = line.split('\t')
      return { ref, before, after, owner, refusal: refusal === '' ? undefined : refusal }
    })
  }

  get pushLog(): string {
    return join(this.folder, 'pushes.log')
  }
}

function toData(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`
}
