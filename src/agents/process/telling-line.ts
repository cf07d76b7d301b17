import { harnessMark } from './output-log.ts'

/** What package managers and runtimes print last, and what says nothing about the reason. */
const noise =
  /^(npm (error|ERR!)|Node\.js v\d|\s*at |error Command failed|error: script ".*" exited|make: \*\*\*|Reading additional input from stdin)/

const message = /^\W*((\w+\.)*\w*(Error|Exception)\b|(error|fatal)(\[\w+\])?:|panic:|FAIL:|E {2}).*\S/
const failedTest = /^\s*(not ok|✖|✕|×|FAIL|FAILED|--- FAIL)\b/

const longestRead = 2000

/** The line that says most about what went wrong: a message of an error, else a failed test, else the last line. */
export function toTellingLine(lines: readonly string[]): string {
  const printed = lines.filter(line => !line.startsWith(harnessMark))
  const telling = printed
    .map(line => line.slice(0, longestRead))
    .filter(line => line.trim() !== '' && !noise.test(line))
  const line =
    telling.find(text => message.test(text)) ?? telling.find(text => failedTest.test(text)) ?? telling.at(-1)
  return (line ?? printed.at(-1) ?? '').trim().slice(0, 200)
}

/** The same as the end of a sentence; empty when nothing was printed. */
export function toTellingEnd(lines: readonly string[]): string {
  const line = toTellingLine(lines)
  return line === '' ? '' : `: ${line}`
}
