import { randomBytes } from 'node:crypto'
import { allows, type Level, type Permissions } from '../workflow/permissions.ts'

/** Who asks, and what it may do. */
export interface AccessToken {
  readonly secret: string
  /** The token of a job or an app reaches one repository, a person's all of them. */
  readonly kind: 'job' | 'person' | 'app'
  readonly login: string
  /** The repository that the permissions are for, `owner/name`. */
  readonly repository: string | undefined
  readonly permissions: Permissions
  /** What the token was made for, shown in records. */
  readonly owner: string
}

/** All tokens that are valid now. */
export class TokenRegistry {
  private readonly tokens = new Map<string, AccessToken>()

  /** A token that lives as long as a job. */
  issueForJob(repository: string, permissions: Permissions, owner: string): AccessToken {
    return this.add({
      secret: `ghs_${randomBytes(18).toString('hex')}`,
      kind: 'job',
      login: 'github-actions[bot]',
      repository,
      permissions,
      owner,
    })
  }

  /** A token of an installed app, for one repository. */
  issueForApp(
    { login, permissions }: Pick<AccessToken, 'login' | 'permissions'>,
    repository: string,
  ): AccessToken {
    const secret = `ghs_${randomBytes(18).toString('hex')}`
    return this.add({ secret, kind: 'app', login, repository, permissions, owner: login })
  }

  /** A token of a person, with the given permissions on all repositories, or on the one that is named. */
  issueForPerson(login: string, permissions: Permissions, repository?: string): AccessToken {
    const secret = `ghp_${randomBytes(18).toString('hex')}`
    return this.add({ secret, kind: 'person', login, repository, permissions, owner: login })
  }

  private add(token: AccessToken): AccessToken {
    this.tokens.set(token.secret, token)
    return token
  }

  tryFind(secret: string): AccessToken | undefined {
    return this.tokens.get(secret)
  }

  /** The number of valid tokens of a person or job. */
  countOf(login: string): number {
    return [...this.tokens.values()].filter(token => token.login === login).length
  }

  revoke(secret: string): void {
    this.tokens.delete(secret)
  }
}

/** The token of an `Authorization` header, `basic` or `bearer`: undefined without one, null when it is not valid. */
export function readAuthorization(
  registry: TokenRegistry,
  header: string | undefined,
): AccessToken | undefined | null {
  if (header === undefined) return undefined
  const [scheme = '', value = ''] = header.trim().split(/\s+/)
  const secret =
    scheme.toLowerCase() === 'basic'
      ? Buffer.from(value, 'base64')
          .toString()
          .replace(/^[^:]*:/, '')
      : value
  return registry.tryFind(secret) ?? null
}

/** True when a token may do something with a repository. Everybody may read what is public. */
export function mayUse(
  token: AccessToken | undefined,
  repository: { readonly name: string; readonly visibility: 'public' | 'private' },
  permission: string,
  level: Level,
): boolean {
  if (repository.visibility === 'public' && level === 'read') return true
  if (token === undefined) return false
  const isReached = token.repository === undefined || token.repository === repository.name
  return isReached && allows(token.permissions, permission, level)
}
