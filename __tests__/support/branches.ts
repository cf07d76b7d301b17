import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { type ControlRepository, openControlRepository } from '../../src/git/repository/control-repository.ts'
import { closeRepository, openRepository, type Repository } from '../../src/git/repository/open-repository.ts'
import { Forecast, type ForecastLine } from '../../src/tasks/forecast/forecast.ts'
import { gitEnvironment, makeFolder, type TestRepository } from './repository.ts'

/** Files of a commit by path; a mode may stand before the path (`100755 run.sh`). */
export type Files = Readonly<Record<string, string>>

/** Writes a commit with exactly these files, without a checkout. */
export function writeFiles(repository: TestRepository, files: Files, parents: readonly string[]): string {
  const entries = Object.entries(files).map(([name, text]) => {
    const [, mode = '100644', path] = /^(?:(\d{6}) )?(.*)$/s.exec(name) ?? []
    const quoted = `"${path?.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t')}"`
    return `M ${mode} inline ${quoted}\n${toData(text)}`
  })
  const [first, ...rest] = parents
  const input = [
    'reset refs/heads/made',
    'commit refs/heads/made',
    'mark :1',
    'committer Test <test@example.com> 1767323045 +0000',
    'data 4\nmade',
    ...(first === undefined ? [] : [`from ${first}`]),
    ...rest.map(parent => `merge ${parent}`),
    'deleteall',
    ...entries,
    'get-mark :1',
    '',
  ].join('\n')
  const output = execFileSync('git', ['fast-import', '--quiet', '--force'], {
    cwd: repository.folder,
    input: Buffer.from(input, 'latin1'),
    encoding: 'utf8',
    env: { ...process.env, ...gitEnvironment },
  })
  return output.trim()
}

function toData(text: string): string {
  const bytes = Buffer.from(text, 'latin1')
  return `data ${bytes.length}\n${text}`
}

/** What a forecast works with, opened on a test repository. */
export interface OpenForecast {
  readonly repository: Repository
  readonly control: ControlRepository
  readonly forecast: Forecast
  close(): void
}

export async function openForecast(repository: TestRepository, base: string): Promise<OpenForecast> {
  const opened = await openRepository(repository.folder, process.env as Record<string, string>)
  const control = await openControlRepository(opened, join(makeFolder('harness'), 'harness.git'))
  return {
    repository: opened,
    control,
    forecast: new Forecast({ repository: opened, control, base }),
    close: () => closeRepository(opened),
  }
}

export function toLine(repository: TestRepository, task: string, commit: string): ForecastLine {
  const tree = repository.git('rev-parse', `${commit}^{tree}`)
  return { task, commit, tree, isBranch: true, isForeign: () => false }
}
