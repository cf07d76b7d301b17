import { readFile } from 'node:fs/promises'
import { register } from 'node:module'
import { fileURLToPath } from 'node:url'
import { isMainThread } from 'node:worker_threads'
import { transform } from 'sucrase'

// For the demo on versions of node that cannot load TypeScript: `node --import <this file>`. It registers itself as a loader,
// and node then loads it once more, in the thread of the loaders.
if (isMainThread) register(import.meta.url)

interface Loaded {
  readonly format: string
  readonly source: string
  readonly shortCircuit: true
}

type LoadNext = (url: string, context: unknown) => Promise<unknown>

/** Takes the types out of TypeScript files. https://nodejs.org/docs/latest-v20.x/api/module.html#hooks */
export async function load(url: string, context: unknown, next: LoadNext): Promise<unknown> {
  if (!url.endsWith('.ts')) return next(url, context)
  const { code } = transform(await readFile(fileURLToPath(url), 'utf8'), {
    transforms: ['typescript'],
    disableESTransforms: true,
  })
  return { format: 'module', source: code, shortCircuit: true } satisfies Loaded
}
