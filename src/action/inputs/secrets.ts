import type { Environment } from '../../model/plan.ts'

const secretName = /(^|_)(KEY|TOKEN|SECRETS?|PASSWORD|PASSPHRASE|PASSWD|CREDENTIALS?|PAT)(_|$)/i

/** A shorter value is probably not a secret, and masking it would garble the log. */
const shortestSecret = 8

/** The values of an environment whose names mark them as secret. */
export function toSecrets(env: Environment): string[] {
  const secret = Object.entries(env).filter(([name]) => secretName.test(name))
  return secret.map(([, value]) => value).filter(isLongEnough)
}

/** Whether a value may be masked: GitHub also drops every output that contains it, so that `1` would take away most of them. */
export function isLongEnough(value: string): boolean {
  return value.trim().length >= shortestSecret
}
