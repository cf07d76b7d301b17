// The dependencies of a second checkout, from the store that the first one filled, against `npm ci` with a warm cache. Needs the registry.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importBuilt, run, seconds } from './support.mjs'

const fewest = 800
const manifest = {
  name: 'bench',
  private: true,
  // As `create-react-app --template typescript` writes it.
  dependencies: {
    '@types/react': '18.3.12',
    '@types/react-dom': '18.3.1',
    react: '18.3.1',
    'react-dom': '18.3.1',
    'react-scripts': '5.0.1',
    typescript: '4.9.5',
  },
}

export async function measureDependencies() {
  const folder = mkdtempSync(join(tmpdir(), 'pa-bench-'))
  try {
    const [first, second, store] = ['first', 'second', 'store'].map(name => join(folder, name))
    for (const path of [first, second, store]) mkdirSync(path)
    writeFileSync(join(first, 'package.json'), JSON.stringify(manifest))
    run(first, 'npm', ['install', '--package-lock-only', '--no-audit', '--no-fund', '--silent'])
    const install = () => run(first, 'npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'])
    install()
    const installing = seconds(install)
    const count = countPackages(join(first, 'node_modules'))
    if (count < fewest) throw new Error(`${count} packages were installed`)

    const { DependencyStore } = await importBuilt('checkouts/dependencies/store.js')
    const dependencies = new DependencyStore(store, true)
    await dependencies.keep('key', first, ['node_modules'])
    const before = readKilobytes(folder)
    const startedAt = performance.now()
    if (!(await dependencies.tryPlace('key', second))) throw new Error('nothing was stored')
    const placing = (performance.now() - startedAt) / 1000
    const added = readKilobytes(folder) - before
    return [
      {
        what: `a second checkout with ${count} packages / npm ci`,
        value: placing / installing,
        limit: 0.1,
        detail: `${placing.toFixed(1)} s against ${installing.toFixed(1)} s`,
      },
      {
        what: 'its part of their disk',
        value: added / readKilobytes(join(first, 'node_modules')),
        limit: 0.05,
        detail: `${Math.round(added / 1000)} MB more, with hard links or shared blocks`,
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
