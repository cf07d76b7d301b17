import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const bundle = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url))

const top = fileURLToPath(new URL('..', import.meta.url))

/** A module of the sources, which are compiled first: for functions that no command runs alone. */
export async function importBuilt(path) {
  run(top, process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'])
  return import(new URL(`../lib/${path}`, import.meta.url).href)
}

const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

/** Runs a program and answers with its output. Its exit code does not matter. */
export function run(folder, program, args) {
  try {
    return execFileSync(program, args, {
      cwd: folder,
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    })
  } catch (error) {
    if (error.stdout) return error.stdout
    throw error
  }
}

/** A repository with some files, in a temporary folder; given to a function, then deleted. */
export async function withRepository(files, work) {
  const folder = mkdtempSync(join(tmpdir(), 'pa-bench-'))
  try {
    const git = (...args) => run(folder, 'git', args)
    git('init', '--quiet', '--initial-branch=main')
    git('config', 'user.name', 'Bench')
    git('config', 'user.email', 'bench@example.com')
    git('config', 'gc.auto', '0') // it would run beside what is measured
    writeFiles(folder, files)
    git('add', '--all')
    git('commit', '--quiet', '--message=start')
    return await work(folder, git)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export function writeFiles(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Some source files: `count` of them, with 60 lines each. */
export function makeSources(count) {
  const lines = Array.from({ length: 60 }, (_, index) => `export const value${index} = ${index}`)
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`src/m${index % 20}/f${index}.ts`, `${lines.join('\n')}\n`]),
  )
}

export function seconds(work) {
  const startedAt = performance.now()
  work()
  return (performance.now() - startedAt) / 1000
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

/** Whole numbers below a limit, the same sequence for the same seed (mulberry32). */
export function makeRandom(seed) {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}
