/** What stands after "resolved by": `rule keys`, `tests`, `hand`. */
export function toResolverText(resolution: string): string {
  return resolution === 'person' ? 'hand' : resolution.replace(':', ' ')
}
