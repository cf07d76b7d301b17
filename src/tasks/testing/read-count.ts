import { readTail } from '../../agents/process/log-file.ts'
import { readTestOutput } from '../../test-output/read-test-output.ts'

/** Counts are looked for in this much of the output. */
const tailBytes = 1 << 22

/** How many tests ran, by what a command has printed to a log from an offset; null: it does not tell. */
export function readCount(log: string, offset: number, root: string): number | null {
  const lines = readTail(log, offset, tailBytes).slice(1)
  return readTestOutput(lines.join('\n'), root)?.ran ?? null
}
