import type { OutputText } from '../reading/output-text.ts'
import { type Reading, toReading } from '../reading/reading.ts'

const compileError = /^([^\s(:][^(:]*\.[cm]?tsx?)(?:\(\d+,\d+\): |:\d+:\d+ - )error TS\d+: /

/** The TypeScript compiler, run before the tests or by a loader: nothing that imports these files ran. */
export function readTypescript({ lines, toPath }: OutputText): Reading | undefined {
  const broken = lines.flatMap(line => compileError.exec(line)?.[1] ?? []).map(toPath)
  return broken.length === 0 ? undefined : toReading({ runner: 'typescript', failed: [], broken })
}
