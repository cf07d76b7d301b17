import type { Environment } from '../../model/plan.ts'

const secretName = /(^|_)(KEY|TOKEN|SECRETS?|PASSWORD|PASSPHRASE|PASSWD|CREDENTIALS?|PAT)(_|$)/i

/** A shorter value is probably not a secret, and masking it would garble the log. */
const shortestSecret = 8

/** The values of an environment whose names mark them as secret. */
export function toSecrets(env: Environment): string[] {
  return Object.entries(env)
    .filter(([name, value]) => secretName.test(name) && value.trim().length >= shortestSecret)
    .map(([, value]) => value)
}
