// Bundles what Node cannot import as it is, before the tests: GitHub's parser and evaluator (they import JSON without an
// attribute), and the built-in actions. The bundles are cached beside the packages.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const inFolder = path => fileURLToPath(new URL(path, import.meta.url))

const banner =
  "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);"

/** Bundles modules for Node, with all that they import. */
export async function bundle(entryPoints, folder) {
  const { build } = await import('esbuild')
  mkdirSync(folder, { recursive: true })
  await build({
    entryPoints,
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    banner: { js: banner },
    logLevel: 'error',
  })
}

export default async function bundleAll() {
  await bundle(
    [
      inFolder('workflow/official-entry.mjs'),
      inFolder('built-in/upload-artifact/main.mjs'),
      inFolder('built-in/download-artifact/main.mjs'),
    ],
    inFolder('node_modules/.cache/bundles'),
  )
}
