// Builds lib/ with tsc, and from it the bundles in dist/ and schema/plan.json; and the tables in the documents, from action.yml.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { minifySync } from '@swc/core'
import { withEagerModules } from './eager-modules.mjs'
import { grammars, treeSitter } from './grammars.mjs'
import { stampFile, toSourcesStamp } from './sources-stamp.mjs'

// One thread reads files in the order in which they are asked for, and no cache decides what is ready first: the bundler numbers
// what it imports in the order of arrival.
const env = { ...process.env, UV_THREADPOOL_SIZE: '1' }
const run = (...command) => execFileSync(process.execPath, command, { stdio: 'inherit', env })
const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js'
const bundle = (from, to) => run(ncc, 'build', from, '--out', to, '--minify', '--quiet', '--no-cache')

rmSync('lib', { recursive: true, force: true })
emptyDist()
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
run('scripts/write-schema.mjs')
run('scripts/write-action-docs.mjs')
run('scripts/write-docs.mjs')
bundle('lib/action/index.js', 'dist')
bundle('lib/cli/index.js', 'dist/cli')
for (const folder of ['dist', 'dist/cli']) minifyChunks(folder)
chmodSync('dist/cli/index.js', 0o755)
copyFileSync(`${treeSitter}/tree-sitter.js`, 'dist/grammars/tree-sitter.cjs')
copyFileSync(`${treeSitter}/tree-sitter.wasm`, 'dist/grammars/tree-sitter.wasm')
for (const [folder, names] of Object.entries(grammars))
  for (const name of names) pack(`${folder}/tree-sitter-${name}.wasm`, toPacked(name))
writeFileSync(stampFile, `${toSourcesStamp()}\n`)

/** ncc minifies the entry only, and leaves the chunks that it loads as they are. */
function minifyChunks(folder) {
  for (const name of readdirSync(folder).filter(name => /^\d+\.index\.js$/.test(name))) {
    const names = { keep_classnames: true, keep_fnames: true }
    const options = { module: true, compress: false, mangle: names, format: { comments: 'some' } }
    const { code } = minifySync(readFileSync(`${folder}/${name}`, 'utf8'), options)
    writeFileSync(`${folder}/${name}`, withEagerModules(code))
  }
}

/** Packed grammars stay: packing them takes longer than everything else. */
function emptyDist() {
  mkdirSync('dist/grammars', { recursive: true })
  const packed = new Set(Object.values(grammars).flat().map(toPacked))
  for (const path of readdirSync('dist', { recursive: true }).map(path => `dist/${path}`))
    if (path !== 'dist/grammars' && !packed.has(path)) rmSync(path, { recursive: true, force: true })
}

function toPacked(name) {
  return `dist/grammars/tree-sitter-${name}.wasm.br`
}

/** Tables of a grammar become a twentieth of their size. */
function pack(from, to) {
  const content = readFileSync(from)
  if (existsSync(to) && brotliDecompressSync(readFileSync(to)).equals(content)) return
  writeFileSync(to, brotliCompressSync(content))
}
