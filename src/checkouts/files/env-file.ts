import { basename } from 'node:path'

/** Whether a file assigns variables in dotenv syntax. */
export function isEnvFile(path: string): boolean {
  return /^\.env($|\.)|\.env$/.test(basename(path))
}

/** Sets the variables of an env file to the values of a checkout. Everything else stays, comments included. */
export function replaceVariables(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(assignment, (whole, before: string, name: string, equals: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return value === undefined ? whole : `${before}${name}${equals}${toQuoted(value)}`
  })
}

/** A quoted value may span several lines. */
const assignment =
  /^([^\S\n]*(?:export[^\S\n]+)?)([A-Za-z_][A-Za-z0-9_]*)([^\S\n]*=[^\S\n]*)(?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|`[^`]*`|[^\n]*)/gm

function toQuoted(value: string): string {
  return /^[^\s"'`#$\\]*$/.test(value) ? value : `"${value.replace(/["\\$]/g, '\\$&')}"`
}
