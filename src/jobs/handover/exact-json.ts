import type * as z from 'zod'

export type CanonicalReading<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'damaged'; readonly reason: string }

interface CanonicalForm<T> {
  readonly schema: z.ZodType<T>
  readonly toText: (value: T) => string
  /** What is read, for people: "its manifest". */
  readonly name: string
}

/** Reads a value from untrusted bytes. They must be the canonical text of the value, so that nothing can be read in two ways. */
export function readCanonicalJson<T>(bytes: Buffer, form: CanonicalForm<T>): CanonicalReading<T> {
  const { schema, toText, name } = form
  const damaged = (what: string) => ({ kind: 'damaged', reason: `${name} is ${what}` }) as const
  const json = tryParseExactly(bytes)
  if (json === undefined) return damaged('not JSON in UTF-8')
  const checked = schema.safeParse(json.value)
  if (!checked.success) return damaged(`wrong: ${toFirstProblem(checked.error)}`)
  if (toText(checked.data) !== json.text)
    return damaged('damaged: its text is not the canonical form of its values')
  return { kind: 'read', value: checked.data }
}

function tryParseExactly(bytes: Buffer): { readonly text: string; readonly value: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, value: JSON.parse(text) }
  } catch {
    return undefined // the caller reports it
  }
}

/** The first problem of a value, with its place. */
export function toFirstProblem({ issues }: z.ZodError): string {
  const [issue] = issues
  const path = issue?.path.join('.') ?? ''
  return `${path === '' ? '' : `${path}: `}${issue?.message}`
}
