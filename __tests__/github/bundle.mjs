// Bundles what Node cannot import as it is, before the tests: GitHub's parser and evaluator (they import JSON without an
// attribute), and the built-in actions. The bundles are cached beside the packages.
import { fileURLToPath } from 'node:url'

const inFolder = path => fileURLToPath(new URL(path, import.meta.url))

const banner =
  "import { createRequire as createRequireForBundle } from 'node:module'; const require = createRequireForBundle(import.meta.url);"

const settings = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: { js: banner },
  logLevel: 'error',
}

/** A module for Node with all that it imports, as one text. */
export async function toBundledText(entryPoint) {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({ ...settings, entryPoints: [entryPoint], write: false })
  return outputFiles[0].text
}

export default async function bundleAll() {
  const { build } = await import('esbuild')
  const entryPoints = [
    'workflow/official-entry.mjs',
    'built-in/upload-artifact/main.mjs',
    'built-in/download-artifact/main.mjs',
  ]
  await build({
    ...settings,
    entryPoints: entryPoints.map(inFolder),
    outdir: inFolder('node_modules/.cache/bundles'),
    outExtension: { '.js': '.mjs' },
  })
}
