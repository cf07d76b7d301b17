/** A value that must not get out, and the variable that it was given in. */
export interface SecretValue {
  readonly name: string
  readonly value: string
}

/** Shorter values stand in too many other texts. */
const shortest = 8

const secretName =
  /(?:^|[_-])(?:api[_-]?key|key|token|secret|password|passwd|passphrase|pwd|credentials?|auth|pat|webhook(?:[_-]url)?)(?:[_-]|$)|(?:apikey|token|secret|password)$/i
/** What such variables also hold: places, switches and numbers. */
const placeName = /(?:^|[_-])(?:path|file|dir|folder|sock|socket|host|endpoint|type|name|method|mode)$/i
const plainValue = /^(?:\/\S*|true|false|\d{1,11}|[\w.-]+:\d+)$/i
const urlPassword = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s@]+)@/i

/** The values of an environment that are secret: by the names of their variables, or as passwords in addresses. */
export function listSecretValues(environment: Readonly<Record<string, string>>): SecretValue[] {
  return Object.entries(environment).flatMap(([name, text]) => {
    const password = urlPassword.exec(text)?.[1]
    const isNamed = secretName.test(name) && !placeName.test(name) && !plainValue.test(text.trim())
    return [isNamed ? text.trim() : undefined, password]
      .filter(value => value !== undefined)
      .filter(value => value.length >= shortest)
      .map(value => ({ name, value }))
  })
}
