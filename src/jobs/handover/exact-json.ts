import type * as z from 'zod'

/** A JSON document as text and as value. */
export interface ExactJson {
  readonly text: string
  readonly value: unknown
}

/** Reads bytes that must be JSON in UTF-8; undefined otherwise. The text is kept, to compare it with the canonical text of the value. */
export function tryParseExactly(bytes: Buffer): ExactJson | undefined {
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
