import type { Environment } from '../../model/plan.ts'

const secretName = /(^|_)(KEY|TOKEN|SECRETS?|PASSWORD|PASSPHRASE|PASSWD|CREDENTIALS?|PAT)(_|$)/i

/** A shorter value is a setting rather than a secret, and its mask would tear holes into the log. */
const shortestSecret = 8

/** The values of an environment whose names say that they are secret. */
export function toSecrets(env: Environment): string[] {
  return Object.entries(env)
    .filter(([name, value]) => secretName.test(name) && value.trim().length >= shortestSecret)
    .map(([, value]) => value)
}
