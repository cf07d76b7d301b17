/** A version or a range with one lower bound: `1.2.3`, `^1.2`, `~> 4.0`, `>= 0.8.0`, `v2.0.0-rc.1`, `1.0.dev0`, `2.0rc1`. */
const versionPattern =
  /^(?:[\^~]|~>|>=)?\s*v?(\d+(?:\.(?:\d+|x|\*)){0,3})(?:[-.]?((?:dev|a|b|rc|alpha|beta)[.\d]*)|-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/

interface Version {
  readonly numbers: readonly number[]
  /** Empty for a release. */
  readonly labels: readonly string[]
}

/** Undefined if a text is not a version, or is a plain number. */
export function tryReadVersion(text: string): Version | undefined {
  const match = versionPattern.exec(text.trim())
  if (match?.[1] === undefined || !/[.^~]/.test(text)) return undefined
  const numbers = match[1].split('.').map(part => (/^\d+$/.test(part) ? Number(part) : 0))
  const labels = match[2]?.match(/[a-z]+|\d+/g) ?? match[3]?.split('.') ?? []
  return { numbers, labels: labels.map(toLabel) }
}

/** Development versions precede all pre-releases. */
function toLabel(label: string): string {
  return label === 'dev' ? '-dev' : label
}

export function isVersion(text: string): boolean {
  return tryReadVersion(text) !== undefined
}

/** Negative if `a` is lower, as in Semantic Versioning; undefined if one is not a version. */
export function tryCompareVersions(a: string, b: string): number | undefined {
  const [left, right] = [tryReadVersion(a), tryReadVersion(b)]
  if (left === undefined || right === undefined) return undefined
  for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index++) {
    const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  return compareLabels(left.labels, right.labels)
}

/** A release is above its pre-releases; numbers compare as numbers and are below words. */
function compareLabels(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return right.length - left.length
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = compareLabel(left[index] as string, right[index] as string)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

function compareLabel(left: string, right: string): number {
  const [isLeftNumber, isRightNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)]
  if (isLeftNumber && isRightNumber) return Number(left) - Number(right)
  if (isLeftNumber !== isRightNumber) return isLeftNumber ? -1 : 1
  return left === right ? 0 : left < right ? -1 : 1
}
