import { basename } from 'node:path'

/** Whether a file assigns variables in dotenv syntax. */
export function isEnvFile(path: string): boolean {
  return /^\.env($|\.)|\.env$/.test(basename(path))
}

/**
 * Sets the variables of an env file to the values of a checkout. Every other byte stays: comments, line endings, and text in any
 * encoding.
 */
export function replaceVariables(content: Buffer, values: Readonly<Record<string, string>>): Buffer {
  const text = content.toString('latin1')
  const replaced = text.replace(assignment, (whole, start: string, name: string, old) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined) return whole
    const space = old === '' && /\s$/.test(start) ? ' ' : '' // a comment follows
    return `${start}${toLatin(toQuoted(value))}${space}`
  })
  return Buffer.from(replaced, 'latin1')
}

/** The variables that an env file assigns, with their values as written, without quotes. */
export function readAssigned(content: Buffer): Record<string, string> {
  const found = content.toString('latin1').matchAll(assignment)
  return Object.fromEntries(
    [...found].map(([, , name = '', value = '']) => [
      name,
      Buffer.from(value.replace(/^(["'`])([\s\S]*)\1$/, '$2').trim(), 'latin1').toString('utf8'),
    ]),
  )
}

/** A quoted value may span several lines; others end before a comment. The file may begin with a byte order mark. */
const assignment =
  /^((?:\xEF\xBB\xBF)?[^\S\r\n]*(?:export[^\S\r\n]+)?([A-Za-z_][A-Za-z0-9_]*)[^\S\r\n]*=[^\S\r\n]*)("(?:[^"\\]|\\[\s\S])*"|'[^']*'|`[^`]*`|(?<=\s)(?=#)|(?:(?![^\S\r\n]+#)[^\r\n])*)/gm

/** The bytes of a text, one character each. */
function toLatin(text: string): string {
  return Buffer.from(text).toString('latin1')
}

function toQuoted(value: string): string {
  return /^[^\s"'`#$\\]*$/.test(value) ? value : `"${value.replace(/["\\$]/g, '\\$&')}"`
}
