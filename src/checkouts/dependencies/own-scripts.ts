import { join } from 'node:path'
import * as z from 'zod'
import { readPlainText } from '../../files/plain-file.ts'
import type { PackageManager } from './managers.ts'

const manifestSchema = z.object({
  scripts: z.record(z.string(), z.unknown()).default({}).catch({}),
  workspaces: z.unknown().optional(),
})

type Manifest = z.output<typeof manifestSchema>

/**
 * Scripts of the project that an install runs, such as a code generator, as one command: their output is not in the stored folders.
 * Undefined: it has none.
 *
 * @param paths All files of the checkout.
 */
export function tryOwnScripts(
  { ownScripts }: PackageManager,
  root: string,
  paths: readonly string[],
): string | undefined {
  if (ownScripts === undefined) return undefined
  const { manifest, names, command, inWorkspaces } = ownScripts
  const top = readManifest(join(root, manifest))
  const packages =
    inWorkspaces === undefined || top.workspaces === undefined
      ? []
      : paths.filter(path => path.endsWith(`/${manifest}`)).map(path => readManifest(join(root, path)))
  const commands = names.flatMap(name => [
    ...(name in top.scripts ? [`${command} ${name}`] : []),
    ...(packages.some(({ scripts }) => name in scripts) ? [`${command} ${name} ${inWorkspaces}`] : []),
  ])
  return commands.length === 0 ? undefined : commands.join(' && ')
}

/** A broken one has no scripts: the install would have failed on it. */
function readManifest(path: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(readPlainText(path)))
  } catch {
    return { scripts: {}, workspaces: undefined }
  }
}
