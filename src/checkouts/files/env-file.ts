import { basename } from 'node:path'

/** Whether a file assigns variables in the way of dotenv. */
export function isEnvFile(path: string): boolean {
  return /^\.env($|\.)|\.env$/.test(basename(path))
}

/** Gives variables that an env file assigns the values that they have in a checkout. Everything else stays, comments included. */
export function replaceVariables(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(assignment, (whole, before: string, name: string, equals: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    return value === undefined ? whole : `${before}${name}${equals}${toQuoted(value)}`
  })
}

/** A value in quotes may go over several lines. */
const assignment =
  /^([^\S\n]*(?:export[^\S\n]+)?)([A-Za-z_][A-Za-z0-9_]*)([^\S\n]*=[^\S\n]*)(?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|`[^`]*`|[^\n]*)/gm

function toQuoted(value: string): string {
  return /^[^\s"'`#$\\]*$/.test(value) ? value : `"${value.replace(/["\\$]/g, '\\$&')}"`
}
