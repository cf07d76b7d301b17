import type * as z from 'zod'

/** Reads a JSON answer: a whole text, or the end of one, fenced or not. A string names its problem. */
export function readJsonAnswer<S extends z.ZodType>(
  texts: readonly string[],
  schema: S,
): z.output<S> | string {
  for (const candidate of texts.flatMap(toCandidates)) {
    const value = tryParse(candidate)
    if (value === undefined) continue
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const [issue] = parsed.error.issues
    return `its JSON does not match the requested form (${issue?.path.join('.') || 'top level'}: ${issue?.message})`
  }
  return 'there is no JSON at the end of it'
}

function toCandidates(text: string): string[] {
  const whole = text.trim()
  return [whole, toFenced(whole), toOpened(whole)].filter(candidate => candidate?.startsWith('{')) as string[]
}

/** The fenced block at the end of the text. */
function toFenced(text: string): string | undefined {
  if (!text.endsWith('```')) return undefined
  const inner = text.slice(0, -3)
  const start = inner.lastIndexOf('```')
  return start < 0 ? undefined : inner.slice(inner.indexOf('\n', start) + 1).trim()
}

/** From the last line that begins an object. */
function toOpened(text: string): string | undefined {
  const start = text.lastIndexOf('\n{')
  return start < 0 ? undefined : text.slice(start + 1)
}

function tryParse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined // another candidate may be valid
  }
}
