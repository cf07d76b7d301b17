// The action from its start to its first own line, against an action that only imports @actions/core and @actions/github.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median, run } from './support.mjs'

const top = fileURLToPath(new URL('..', import.meta.url))
const rounds = 15

const bare = `import * as core from '@actions/core'
import * as github from '@actions/github'
core.info(\`\${typeof github.getOctokit}\`)
`

export async function measureStartUp() {
  const folder = mkdtempSync(join(tmpdir(), 'pa-start-'))
  const source = join(top, `lib/bare-action-${process.pid}.mjs`) // where the packages are found
  try {
    writeFileSync(source, bare)
    const ncc = join(top, 'node_modules/@vercel/ncc/dist/ncc/cli.js')
    run(top, process.execPath, [ncc, 'build', source, '--out', folder, '--minify', '--quiet'])
    return [await compare(join(folder, 'index.mjs'), join(top, 'dist/index.js'))]
  } finally {
    rmSync(source, { force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

/** In turn, so that whatever else the machine does meets both. */
async function compare(other, own) {
  const times = { other: [], own: [] }
  for (let round = 0; round < rounds; round++) {
    times.other.push(await millisecondsToFirstLine(other))
    times.own.push(await millisecondsToFirstLine(own))
  }
  const [otherTime, ownTime] = [median(times.other), median(times.own)]
  return {
    what: 'first line of the action / of an action that only imports @actions/core and @actions/github',
    value: ownTime / otherTime,
    limit: 1.6,
    detail: `${ownTime.toFixed(0)} ms against ${otherTime.toFixed(0)} ms`,
  }
}

function millisecondsToFirstLine(script) {
  const startedAt = performance.now()
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, INPUT_COMMAND: 'plan' }
  const child = spawn(process.execPath, [script], { cwd: tmpdir(), env, stdio: ['ignore', 'pipe', 'ignore'] })
  return new Promise((resolve, reject) => {
    let time
    child.stdout.once('data', () => {
      time = performance.now() - startedAt
    })
    child.once('close', () =>
      time === undefined ? reject(new Error(`${script} printed nothing`)) : resolve(time),
    )
  })
}
