import { findNameProblems } from '../proof/names.ts'
import { tryCheckSyntax } from '../proof/parses.ts'
import { findRepeatedSignatures } from '../proof/repeated-signatures.ts'
import { findDoubts } from './find-doubts.ts'
import type { MergedText } from './merged-text.ts'
import { findRepeatedTitles } from './repeated-titles.ts'

/**
 * Problems in a file that git merged cleanly, one sentence each: it does not parse, something is duplicated or missing, a call does
 * not match. Problems that a side already had do not count.
 */
export async function inspectFile(merged: MergedText): Promise<string[]> {
  const { path, base, ours, theirs, result } = merged
  if (!(await isParsed(merged))) return ['it has a syntax error that neither side has']
  const { doubled, dangling } = await findNameProblems(path, result, [base, ours, theirs])
  const repeated = [
    ...(await findRepeatedSignatures(path, result, [ours, theirs])),
    ...findRepeatedTitles(merged),
  ]
  const names = new Set(repeated.flatMap(signature => signature.split(/[\s/]+/)))
  return [
    ...repeated.map(signature => `\`${signature}\` is duplicated`),
    ...doubled.filter(name => !names.has(name)).map(name => `\`${name}\` is imported or declared twice`),
    ...dangling.map(name => `\`${name}\` is used, but no longer declared`),
    ...(await findDoubts(merged)),
  ]
}

async function isParsed({ path, ours, theirs, result }: MergedText): Promise<boolean> {
  if ((await tryCheckSyntax(path, result)) !== false) return true
  for (const side of [ours, theirs]) if ((await tryCheckSyntax(path, side)) === false) return true
  return false
}
