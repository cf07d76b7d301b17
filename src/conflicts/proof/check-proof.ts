import { posix } from 'node:path'
import { tryKeyFormat } from '../formats/key-formats.ts'
import { isLineSet } from '../formats/line-set.ts'
import type { FileConflict, Override, TextConflict } from '../text/text-conflict.ts'
import { findLosses, type Losses } from './losses.ts'
import { findMarker } from './markers.ts'
import { findNameProblems } from './names.ts'
import { tryCheckSyntax } from './parses.ts'
import { findRepeatedSignatures } from './repeated-signatures.ts'
import { findWrongValues } from './values.ts'

/** Whether a resolution may be accepted. */
export type ProofResult =
  /** `checked`: what was checked, in one line. */
  | { readonly kind: 'proven'; readonly checked: string }
  /** One sentence for each problem; lost lines are quoted. */
  | { readonly kind: 'refuted'; readonly problems: readonly string[] }

/**
 * Checks a resolution from any source: rules, a cache, an agent or a person. It must parse, repeat no signature, have no conflict
 * markers, and drop nothing: every addition of a side exists, every removal is gone. `overrides` name the exempt words.
 */
export async function checkProof(
  { path, base, ours = '', theirs = '' }: FileConflict,
  text: string,
  overrides: readonly Override[],
): Promise<ProofResult> {
  const marker = findMarker(text, [ours, theirs])
  if (marker !== undefined)
    return { kind: 'refuted', problems: [`a conflict marker is left in line ${marker}`] }
  const isParsed = await tryCheckAgainst(path, text, [ours, theirs])
  if (isParsed === false)
    return { kind: 'refuted', problems: ['the result has a syntax error that neither side has'] }
  const repeated = await findRepeatedSignatures(path, text, [ours, theirs])
  const conflict: TextConflict = { path, base, ours, theirs }
  const losses = findLosses(conflict, text, {
    overrides,
    ignoresBrackets: isParsed === true,
    isUnique: await findUniqueRule(path),
  })
  const names = await findNameProblems(path, text, [base ?? '', ours, theirs])
  const values = await findWrongValues(path, text, { base, ours, theirs })
  const problems = [
    ...values.map(place => `this value does not match the changes of both sides: \`${place}\``),
    ...names.doubled.map(name => `imported or declared twice: \`${name}\``),
    ...names.dangling.map(name => `used, but no longer declared: \`${name}\``),
    ...repeated.map(signature => `duplicated: \`${signature}\``),
    ...toProblems(losses),
  ]
  if (problems.length > 0) return { kind: 'refuted', problems }
  return { kind: 'proven', checked: toSummary(isParsed === true, overrides) }
}

/** Undefined if the language is unknown, or a side has a syntax error itself. */
async function tryCheckAgainst(
  path: string,
  text: string,
  sides: readonly string[],
): Promise<boolean | undefined> {
  const isClean = await tryCheckSyntax(path, text)
  if (isClean !== false) return isClean
  for (const side of sides) if ((await tryCheckSyntax(path, side)) === false) return undefined
  return false
}

/** Keys, patterns and imports are sets: both sides may have added one in different places. */
async function findUniqueRule(path: string): Promise<(line: string) => boolean> {
  const isUnique = (await tryKeyFormat(path))?.areLinesUnique === true
  if (isUnique || isLineSet(path) || /^\.(jsonl|ndjson|mod)$/i.test(posix.extname(path))) return () => true
  return line =>
    /^(import|from|use|using|#include|export .* from)\b|^(const|let|var) .*\brequire\(/.test(line)
}

function toProblems({ missing, remaining }: Losses): string[] {
  return [
    ...[...new Set(missing)].map(line => `this line was dropped: \`${line}\``),
    ...[...new Set(remaining)].map(line => `a side removed this line, but it is still there: \`${line}\``),
  ]
}

function toSummary(isParsed: boolean, overrides: readonly Override[]): string {
  const syntax = isParsed ? ['it parses', 'no signature is repeated'] : []
  const exempt =
    overrides.length === 0
      ? ''
      : `, except for ${overrides.length} override${overrides.length === 1 ? '' : 's'}`
  return [...syntax, 'no conflict markers', `no line or word of a side is lost${exempt}`].join('; ')
}
