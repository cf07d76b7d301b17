import { resolveAdditions } from './resolvers/additions.ts'
import { resolveEdits } from './resolvers/edits.ts'
import { resolveImports } from './resolvers/imports.ts'
import { resolveKeys } from './resolvers/keys.ts'
import { resolveLines } from './resolvers/lines.ts'
import { resolveStructure } from './resolvers/structure.ts'
import type { Resolver } from './text/text-conflict.ts'

/** The ladder: the resolvers that only read the three versions, in order. */
export const resolvers: readonly Resolver[] = [
  { name: 'lines', resolve: resolveLines },
  { name: 'keys', resolve: resolveKeys },
  { name: 'imports', resolve: resolveImports },
  { name: 'additions', resolve: resolveAdditions },
  { name: 'structure', resolve: resolveStructure },
  { name: 'edits', resolve: resolveEdits },
]
