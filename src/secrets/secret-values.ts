/** A secret value and its variable. */
export interface SecretValue {
  readonly name: string
  readonly value: string
}

/** Shorter values appear in too many other texts. */
const shortest = 8

const secretName =
  /(?:^|[_-])(?:api[_-]?key|key|token|secret|password|passwd|passphrase|pwd|credentials?|auth|pat|webhook(?:[_-]url)?)(?:[_-]|$)|(?:apikey|token|secret|password)$/i
/** Such variables may also hold places, switches and numbers. */
const placeName = /(?:^|[_-])(?:path|file|dir|folder|sock|socket|host|endpoint|type|name|method|mode)$/i
const plainValue = /^(?:true|false|\d{1,11}|[\w.-]+:\d+)$/i
/** Paths below folders that machines have: a key may begin with a slash, too. */
const pathValue =
  /^\/(?:Applications|Library|System|Users|Volumes|__w|app|bin|boot|data|dev|etc|github|home|lib\w*|media|mnt|nix|opt|private|proc|root|run|sbin|snap|srv|sys|tmp|usr|var|work\w*)(?:\/|$)/
/** Named like secrets, and never one: the working folder, which may contain spaces, and the names of git's settings. */
const knownName = /^(?:(?:OLD)?PWD|GIT_CONFIG_KEY_\d+)$/
const urlPassword = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s@]+)@/i

/** The secret values of an environment: by the names of their variables, or as passwords in addresses. */
export function listSecretValues(environment: Readonly<Record<string, string>>): SecretValue[] {
  return Object.entries(environment).flatMap(([name, text]) => {
    const password = urlPassword.exec(text)?.[1]
    const value = text.trim()
    const isOpen =
      knownName.test(name) || placeName.test(name) || plainValue.test(value) || pathValue.test(value)
    const isNamed = secretName.test(name) && !isOpen
    return [isNamed ? value : undefined, password]
      .filter(value => value !== undefined)
      .filter(value => value.length >= shortest)
      .map(value => ({ name, value }))
  })
}
