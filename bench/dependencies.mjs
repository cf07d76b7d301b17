// The dependencies of a second checkout, from the store that the first one filled, against `npm ci` with a warm cache. Needs the registry.
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importBuilt, run, seconds } from './support.mjs'

const fewest = 800

const projects = [
  {
    name: 'create-react-app',
    // As its template for TypeScript has them. Their folders alone are 5.1 % of their disk, and folders cannot be shared.
    dependencies: {
      '@types/react': '18.3.12',
      '@types/react-dom': '18.3.1',
      react: '18.3.1',
      'react-dom': '18.3.1',
      'react-scripts': '5.0.1',
      typescript: '4.9.5',
    },
    mostDisk: 0.06,
  },
  {
    name: 'Next.js, tests and a catalogue of components',
    dependencies: {
      '@babel/preset-env': '7.26.0',
      '@mui/material': '6.1.7',
      '@prisma/client': '5.22.0',
      '@storybook/nextjs': '8.4.4',
      '@testing-library/react': '16.0.1',
      eslint: '8.57.1',
      'eslint-config-next': '15.0.3',
      jest: '29.7.0',
      'jest-environment-jsdom': '29.7.0',
      next: '15.0.3',
      react: '18.3.1',
      'react-dom': '18.3.1',
      storybook: '8.4.4',
      tailwindcss: '3.4.15',
      typescript: '5.6.3',
    },
    mostDisk: 0.05,
  },
]

export async function measureDependencies() {
  const measures = []
  for (const project of projects) measures.push(...(await measureProject(project)))
  return measures
}

async function measureProject({ name, dependencies, mostDisk }) {
  const folder = mkdtempSync(join(tmpdir(), 'pa-bench-'))
  try {
    const first = join(folder, 'first')
    mkdirSync(first)
    writeFileSync(join(first, 'package.json'), JSON.stringify({ name: 'bench', private: true, dependencies }))
    run(first, 'npm', ['install', '--package-lock-only', '--no-audit', '--no-fund', '--silent'])
    const install = () => run(first, 'npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'])
    install()
    const installing = seconds(install)
    const count = countPackages(join(first, 'node_modules'))
    if (count < fewest) throw new Error(`${count} packages were installed`)
    const whole = readKilobytes(join(first, 'node_modules'))

    const measures = []
    for (const { how, sharing, most } of await listWays(folder, mostDisk)) {
      const { placing, added } = await placeSecond(folder, sharing)
      measures.push(
        {
          what: `${name}: a second checkout with ${count} packages, ${how} / npm ci`,
          value: placing / installing,
          limit: 0.1,
          detail: `${placing.toFixed(1)} s against ${installing.toFixed(1)} s`,
        },
        {
          what: 'its part of their disk',
          value: added / whole,
          limit: most,
          detail: `${(added / 1000).toFixed(1)} MB more than ${Math.round(whole / 1000)} MB`,
        },
      )
    }
    return measures
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Without the sandbox files are linked or share blocks; in it they are mounted where the machine can. Users of their own get links to files that only root can change. */
async function listWays(folder, mostDisk) {
  const linked = { how: 'hard links or shared blocks', sharing: { linked: 'all' }, most: mostDisk }
  const closed = { how: 'links to files of root', sharing: { linked: 'closed' }, most: mostDisk }
  const others = process.getuid() === 0 ? [linked, closed] : [linked]
  const { openSandbox } = await importBuilt('sandbox/sandbox.js')
  const { toSharing } = await importBuilt('checkouts/dependencies/set-mounts.js')
  const sandbox = await openSandbox('auto')
  if (!sandbox.hasOverlays) return others
  const worktree = { path: join(folder, 'second'), gitDirectory: join(folder, 'state/git') }
  const sharing = toSharing({ sandbox, plan: { services: {} } }, worktree)
  return [{ how: 'in the sandbox', sharing, most: 0.05 }, ...others]
}

async function placeSecond(folder, sharing) {
  // A set that this process has mounted once is not linked, so each way has its own store.
  const [first, second, store] = ['first', 'second', randomUUID()].map(name => join(folder, name))
  for (const path of [second, store]) mkdirSync(path)
  const { DependencyStore } = await importBuilt('checkouts/dependencies/store.js')
  const stored = new DependencyStore(store, sharing)
  await new DependencyStore(store, { linked: sharing.linked }).keep('key', first, ['node_modules'])
  const before = readKilobytes(folder)
  const startedAt = performance.now()
  if (!(await stored.tryPlace('key', second))) throw new Error('nothing was stored')
  const placing = (performance.now() - startedAt) / 1000
  const added = readKilobytes(folder) - before
  for (const path of [second, store]) rmSync(path, { recursive: true })
  return { placing, added }
}

/** Files with several names count once. */
function readKilobytes(folder) {
  return Number.parseInt(run(folder, 'du', ['-sk', '.']), 10)
}

function countPackages(modules) {
  const isPackage = path => existsSync(join(path, 'package.json'))
  return readdirSync(modules).reduce((sum, name) => {
    const path = join(modules, name)
    if (name.startsWith('@'))
      return sum + readdirSync(path).filter(inner => isPackage(join(path, inner))).length
    return sum + (isPackage(path) ? 1 : 0)
  }, 0)
}
