import { encodedReadings } from './encoded-readings.ts'
import { hasValues, shortestByChance, tryHeldValue } from './masking.ts'

/** A secret in a text. */
export interface FoundSecret {
  /** From 1. */
  readonly line: number
  /** "the value of GH_TOKEN", "a secret (github: GITHUB_TOKEN)". */
  readonly kind: string
  /** Never shown: used to check whether it was there before. Undefined: it must not be there in any case. */
  readonly value: string | undefined
}

/** Finds values given to the run, and apparent keys, tokens and passwords. */
export async function scanText(path: string, text: string): Promise<FoundSecret[]> {
  const lines = text.split('\n')
  const given = lines.flatMap((content, index): FoundSecret[] => {
    const name = tryHeldValue(content)
    return name === undefined ? [] : [toGiven(index, name)]
  })
  const values = given.length > 0 ? given : findWrapped(lines)
  return [...(values.length > 0 ? values : findEncoded(text, lines)), ...(await scanShapes(path, text))]
}

/** The variable whose value is in the text, in any form and encoding that is read here. */
export function tryEncodedValue(text: string): string | undefined {
  return (
    tryHeldValue(text) ??
    encodedReadings
      .map(({ read, shortest }) => tryHeldValue(read(text), shortest))
      .find(name => name !== undefined)
  )
}

/** The first value that is only found when the text is read in another way. */
function findEncoded(text: string, lines: readonly string[]): FoundSecret[] {
  const name = hasValues() ? tryEncodedValue(text) : undefined
  if (name === undefined) return []
  return [
    toGiven(
      Math.max(
        0,
        lines.findIndex(line => tryEncodedValue(line) === name),
      ),
      name,
    ),
  ]
}

function toGiven(index: number, name: string): FoundSecret {
  return { line: index + 1, kind: `the value of ${name}`, value: undefined }
}

const mostWrapped = 64

/** The first value that is broken into several lines, as `base64` does. */
function findWrapped(lines: readonly string[]): FoundSecret[] {
  const tryName = (from: number, to: number) =>
    tryHeldValue(
      lines
        .slice(from, to)
        .map(line => line.trim())
        .join(''),
      shortestByChance,
    )
  for (let from = 0; from < lines.length; from += mostWrapped / 2) {
    const to = from + mostWrapped
    const name = tryName(from, to)
    if (name === undefined) continue
    let first = from
    while (tryName(first + 1, to) === name) first++
    return [toGiven(first, name)]
  }
  return []
}

const ruleName = /^@secretlint\/secretlint-rule-/

async function scanShapes(path: string, text: string): Promise<FoundSecret[]> {
  // Loaded late: most commands scan nothing.
  const [{ lintSource }, preset, { secretLintProfiler }] = await Promise.all([
    import('@secretlint/core'),
    import('@secretlint/secretlint-rule-preset-recommend'),
    import('@secretlint/profiler'),
  ])
  // It keeps marks of every scan for ever, and throws later if a path holds a line end or "::end".
  secretLintProfiler.mark = () => {}
  // Comments in the text must not disable the scan.
  const content = text.replace(/secretlint-(?=disable|enable)/g, 'secretlint_')
  const { messages } = await lintSource({
    source: { filePath: path, content, ext: '', contentType: 'text' },
    options: {
      noPhysicFilePath: true,
      config: {
        rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: preset.creator, rules: [] }],
      },
    },
  })
  return messages.map(({ ruleId, messageId, range: [from, to], loc }) => ({
    line: loc.start.line,
    kind: `a secret (${ruleId.replace(ruleName, '')}: ${messageId})`,
    value: content.slice(from, to),
  }))
}
