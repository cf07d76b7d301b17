import { readTail } from '../../agents/process/log-file.ts'
import { readTestOutput } from '../../test-output/read-test-output.ts'

/** The part of the output that is searched for counts. */
const tailBytes = 1 << 22

/** How many tests ran, according to a command's output in a log from an offset; null: unknown. */
export function readTestCount(log: string, offset: number, root: string): number | null {
  const lines = readTail(log, offset, tailBytes).slice(1)
  return readTestOutput(lines.join('\n'), root)?.ran ?? null
}
