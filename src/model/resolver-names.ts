/** The resolvers of merge conflicts, in the order in which they are tried. */
export const resolverNames = [
  'generated',
  'cache',
  'lines',
  'keys',
  'imports',
  'additions',
  'structure',
  'edits',
  'drivers',
  'agent',
] as const

export type ResolverName = (typeof resolverNames)[number]
