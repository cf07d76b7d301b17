import type { Region, Three } from './three-way.ts'

/** A solved place, with its lines in the result. */
export interface SolvedRegion {
  readonly region: Region<string>
  readonly lines: readonly string[]
}

/** Puts merged lines into all three versions, so that they agree there. */
export function replaceRegions(
  [base, ours, theirs]: Three<readonly string[]>,
  solved: readonly SolvedRegion[],
): { readonly base: string; readonly ours: string; readonly theirs: string } {
  const replace = (
    lines: readonly string[],
    toRow: (region: Region<string>) => number,
    side: 'base' | 'ours' | 'theirs',
  ) =>
    solved.reduceRight(
      (result, { region, lines: merged }) => result.toSpliced(toRow(region), region[side].length, ...merged),
      [...lines],
    )
  return {
    base: replace(base, region => region.start, 'base').join(''),
    ours: replace(ours, region => region.oursStart, 'ours').join(''),
    theirs: replace(theirs, region => region.theirsStart, 'theirs').join(''),
  }
}
