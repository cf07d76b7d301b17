import { harnessIdentity, type Identity } from '../objects/commits.ts'
import type { GitSetting } from '../process/environment.ts'
import { configValue, type Repository } from './open-repository.ts'

type Who = Pick<Repository, 'config' | 'env'>

/** The user, on whose behalf agents work, in git's own order; the harness if no user is configured. */
export function toAuthor({ config, env }: Who): Identity {
  const read = (part: 'name' | 'email') =>
    env[`GIT_AUTHOR_${part.toUpperCase()}`] ||
    configValue(config, `author.${part}`) ||
    configValue(config, `user.${part}`)
  const [name, email] = [read('name'), read('email')]
  return name === undefined || email === undefined ? harnessIdentity : { name, email }
}

const identityKeys = ['author.name', 'author.email', 'committer.name', 'committer.email']

/** Settings that let `git commit` work for an agent, even if no user is configured. */
export function toIdentitySettings(who: Who): GitSetting[] {
  const { name, email } = toAuthor(who)
  const own = identityKeys.flatMap(key => {
    const value = configValue(who.config, key)
    return value === undefined ? [] : [[key, value] as const]
  })
  return [['user.name', name], ['user.email', email], ...own]
}
