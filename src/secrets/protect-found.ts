import { protectValues } from './masking.ts'
import { listSecretValues } from './secret-values.ts'

const shortest = 12

/** Masks the secret values of variables that were found in files of the user, or made for a checkout. */
export function protectFound(variables: Readonly<Record<string, string>>): void {
  protectValues(listSecretValues(variables).filter(({ value }) => isTelling(value)))
}

/** Passwords for development, such as `postgres`, are words that any file may contain. */
function isTelling(value: string): boolean {
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/].filter(kind => kind.test(value))
  return value.length >= shortest && kinds.length > 1
}
