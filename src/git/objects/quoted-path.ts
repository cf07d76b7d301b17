import { toPathText } from './path-text.ts'

const escapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
}

/**
 * A path as git prints it in lines: unchanged, or quoted with C escapes if it holds a quote, a backslash or a control
 * character.
 *
 * @param printed One character a byte (latin1).
 */
export function readQuotedPath(printed: string): string {
  const bytes =
    printed.startsWith('"') && printed.endsWith('"')
      ? printed
          .slice(1, -1)
          .replace(/\\(?:([0-7]{3})|(.))/gs, (_, octal: string | undefined, character: string) =>
            octal === undefined
              ? (escapes[character] ?? character)
              : String.fromCharCode(Number.parseInt(octal, 8)),
          )
      : printed
  return toPathText(bytes)
}
