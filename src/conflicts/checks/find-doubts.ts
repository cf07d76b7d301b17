import { findMisplacedDependencies } from './dependency-sections.ts'
import { findSharedNumbers } from './fresh-numbers.ts'
import type { MergedText } from './merged-text.ts'
import { findOrderedMembers } from './ordered-members.ts'
import { findMisplacedParameters } from './parameter-order.ts'
import { findRaggedRows } from './ragged-rows.ts'
import { findShadowedKeys } from './shadowed-keys.ts'
import { findSharedCounts } from './shared-counts.ts'
import { findSharedOptions } from './shared-options.ts'
import { findStaleCalls } from './stale-calls.ts'
import { findStalePaths } from './stale-paths.ts'

/** Problems that a merge caused although nothing is lost, one sentence each: each side was right by itself. */
export async function findDoubts(merged: MergedText): Promise<string[]> {
  return [
    ...findSharedCounts(merged).map(line => `both sides changed this count in the same way: \`${line}\``),
    ...findSharedNumbers(merged).map(number => `both sides used the number ${number} for something new`),
    ...findShadowedKeys(merged).map(key => `\`${key}\` precedes a longer key of the other side and hides it`),
    ...findSharedOptions(merged).map(option => `both sides used the short option \`${option}\``),
    ...findOrderedMembers(merged).map(name => `both sides added members to \`${name}\`, whose order matters`),
    ...findRaggedRows(merged).map(line => `\`${line}\` has another number of values than the rows beside it`),
    ...findStalePaths(merged).map(
      path => `\`${path}\` is new on one side, but the other moved what was there`,
    ),
    ...(await findMisplacedDependencies(merged)).map(
      name =>
        `the dependency \`${name}\` is in two sections, or was moved by one side and changed by the other`,
    ),
    ...(await findStaleCalls(merged)).map(
      name => `\`${name}\` is called with arguments that no longer fit its parameters`,
    ),
    ...(await findMisplacedParameters(merged)).map(
      name => `\`${name}\` is required, but follows an optional parameter or field`,
    ),
  ]
}
