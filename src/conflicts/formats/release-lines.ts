import { tryReadVersion } from './versions.ts'

/**
 * Whether two versions of a package.json have different major versions, and the older one gained a dependency that the newer one
 * lacks. Then only people know whether the newer one needs it too.
 */
export function isMixedRelease(base: string, ours: string, theirs: string): boolean {
  const [before, left, right] = [base, ours, theirs].map(readPackage)
  if (before === undefined || left === undefined || right === undefined) return false
  if (left.major === undefined || right.major === undefined || left.major === right.major) return false
  const [older, newer] = left.major < right.major ? [left, right] : [right, left]
  return [...older.dependencies].some(name => !before.dependencies.has(name) && !newer.dependencies.has(name))
}

interface Package {
  readonly major: number | undefined
  readonly dependencies: ReadonlySet<string>
}

function readPackage(text: string): Package | undefined {
  try {
    const { version, dependencies, devDependencies } = JSON.parse(text)
    const major = typeof version === 'string' ? tryReadVersion(version)?.numbers[0] : undefined
    return {
      major,
      dependencies: new Set([...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})]),
    }
  } catch {
    // The reader by keys reports syntax errors.
    return undefined
  }
}
