import { isVersion, tryCompareVersions } from '../formats/versions.ts'
import type { Override } from '../text/text-conflict.ts'
import type { Three } from '../text/three-way.ts'
import { toWords } from '../text/words.ts'
import type { TokenChunk } from './merge-tokens.ts'
import type { Token } from './tokens.ts'

/** The higher of two versions that both sides set, if the text calls it a version and neither side lowered it. */
export function tryHigherVersion(
  { base, ours, theirs, start }: TokenChunk,
  tokens: readonly Token[],
): { readonly tokens: readonly Token[]; readonly override: Override } | undefined {
  if (![base, ours, theirs].every(side => side.length === 1)) return undefined
  const [before, left, right] = [base, ours, theirs].map(side => side[0]?.text ?? '') as [
    string,
    string,
    string,
  ]
  if (![before, left, right].every(isVersion) || !isCalledVersion(tokens, start)) return undefined
  const order = tryCompareVersions(left, right) ?? 0
  const [winner, loser] = order > 0 ? [ours, right] : [theirs, left]
  if (order === 0 || (tryCompareVersions(loser, before) ?? -1) < 0) return undefined
  const sentence = `the higher version ${winner[0]?.text} was chosen over ${loser}`
  return { tokens: winner, override: { sentence, dropped: toWords(loser), kept: [] } }
}

/** The higher of two releases in one line: `rev: v1.2.0` of pre-commit, `uses: a/b@v3` of GitHub Actions. */
export function tryHigherRelease(
  texts: Three<string>,
): { readonly text: string; readonly overrides: readonly [Override] } | undefined {
  const parts = texts.map(text => release.exec(text)?.groups)
  const [before, left, right] = parts
  if (before === undefined || left === undefined || right === undefined) return undefined
  if (new Set(parts.map(part => `${part?.head} ${part?.tail} ${toShape(part?.version)}`)).size > 1)
    return undefined
  const compare = (a = '', b = '') => tryCompareVersions(toFull(a), toFull(b)) ?? 0
  const order = compare(left.version, right.version)
  const [winner, loser] = order > 0 ? [left, right] : [right, left]
  if (order === 0 || compare(loser.version, before.version) <= 0) return undefined
  const sentence = `the higher version ${winner.version} was chosen over ${loser.version}`
  const override = { sentence, dropped: toWords(loser.version ?? ''), kept: [] }
  return { text: `${winner.head}${winner.version}${winner.tail}`, overrides: [override] }
}

const release =
  /^(?<head>\s*(?:-\s+)?(?:rev:\s*|uses:\s*["']?[\w.-]+\/[\w./-]+@)["']?)(?<version>v?\d[\w.]*)(?<tail>["']?[ \t]*\n)$/

function toFull(version: string): string {
  return toShape(version) === 'major' ? `${version}.0` : version
}

/** A name of a major release, such as `v3`, is not compared with a full version. */
function toShape(version = ''): string {
  return /^v?\d+$/.test(version) ? 'major' : 'full'
}

/** Whether the line before a word announces a version. */
function isCalledVersion(tokens: readonly Token[], index: number): boolean {
  let first = index
  while (first > 0 && !tokens[first]?.space.includes('\n')) first--
  const line = tokens.slice(first, index).map(({ text }) => text)
  const name = line.findLastIndex(word => /^_*([a-z]+_)*version_*$/i.test(word))
  return name !== -1 && line.slice(name + 1).every(word => /^["'`=:(]|str$/.test(word))
}
