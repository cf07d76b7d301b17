// Builds lib/ with tsc, and from it the bundles in dist/ and schema/plan.json; and the tables in the documents, from action.yml.
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'

// One thread reads files in the order in which they are asked for, and no cache decides what is ready first: the bundler numbers
// what it imports in the order of arrival.
const env = { ...process.env, UV_THREADPOOL_SIZE: '1' }
const run = (...command) => execFileSync(process.execPath, command, { stdio: 'inherit', env })
const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js'
const bundle = (from, to) => run(ncc, 'build', from, '--out', to, '--minify', '--quiet', '--no-cache')

rmSync('lib', { recursive: true, force: true })
rmSync('dist', { recursive: true, force: true })
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
run('scripts/write-schema.mjs')
run('scripts/write-action-docs.mjs')
bundle('lib/action/index.js', 'dist')
bundle('lib/cli/index.js', 'dist/cli')
bundle('lib/cli/typescript-loader.js', 'dist/cli/typescript-loader')
