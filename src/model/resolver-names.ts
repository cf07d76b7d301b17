/** The resolvers of merge conflicts, in order of use. */
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
