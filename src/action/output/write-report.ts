import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../../model/report.ts'
import type { Step } from '../step/step.ts'

/** Writes a report for later steps. Returns its path. */
export async function writeReport({ env }: Pick<Step, 'env'>, report: Report): Promise<string> {
  const path = join(env.RUNNER_TEMP || tmpdir(), `parallel-agents-${report.run}.json`)
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`)
  return path
}
