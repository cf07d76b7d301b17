import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readPlainText } from '../../files/plain-file.ts'
import type { Need } from './need.ts'

const schema = z.object({
  packageManager: z.string().optional().catch(undefined),
  dependencies: z.record(z.string(), z.unknown()).default({}).catch({}),
  devDependencies: z.record(z.string(), z.unknown()).default({}).catch({}),
})

type Manifest = z.output<typeof schema>

function tryRead(root: string): Manifest | undefined {
  const path = join(root, 'package.json')
  if (!existsSync(path)) return undefined
  try {
    return schema.parse(JSON.parse(readPlainText(path)))
  } catch {
    return undefined // the installer reports it
  }
}

/** Dependencies without a lock file. */
export function findUnlockedDependencies(root: string): Need[] {
  const manifest = tryRead(root)
  if (manifest === undefined) return []
  const { packageManager, dependencies, devDependencies } = manifest
  if (Object.keys(dependencies).length + Object.keys(devDependencies).length === 0) return []
  const named = /^(npm|pnpm|yarn|bun)@/.exec(packageManager ?? '')?.[1]
  const why = named === undefined ? '' : ` and names ${packageManager}`
  return [
    {
      what: `${named ?? 'npm'} dependencies`,
      why: `package.json has some${why}, and there is no lock file`,
      write: `setup: ${named ?? 'npm'} install`,
    },
  ]
}

/** The names of what an application needs to run. */
export function listDependencies(root: string): string[] {
  return Object.keys(tryRead(root)?.dependencies ?? {})
}
