/** The line that says most about what went wrong: a message of an error, else a failed test, else the last line. */
export function toTellingLine(lines: readonly string[]): string {
  const message = lines.find(line =>
    /^\W*(\w+(Error|Exception)\b|error(\[\w+\])?:|panic:|FAIL:).*\S/.test(line),
  )
  const test = lines.find(line => /^\s*(not ok|✖|✕|×|FAIL|FAILED|--- FAIL)\b/.test(line))
  return (message ?? test ?? lines.at(-1) ?? '').trim().slice(0, 200)
}
