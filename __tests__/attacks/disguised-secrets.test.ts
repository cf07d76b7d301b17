import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const write = (expression: string) =>
  `node -e 'const v = process.env.API_TOKEN; require("fs").writeFileSync("a.txt", ${expression})'`

// Tries: to have a value that was given to the run published where a scan for it does not look, or in another encoding.
// Afterwards: no file holds it, and the reason names the place.
test.each([
  ['before a NUL', 'v + "\\0"'],
  ['in UTF-16', 'Buffer.from("\\ufeffkey=" + v, "utf16le")'],
  ['at the end of a long line', '"x".repeat(30000) + v'],
  ['behind two megabytes', '"x\\n".repeat(1100000) + v'],
  ['in base64, behind a name', 'Buffer.from("token:" + v).toString("base64")'],
  ['in base64 for addresses, between others', 'Buffer.from("to" + v + "ken").toString("base64url")'],
  ['in hexadecimal digits', 'Buffer.from(v).toString("hex")'],
])(
  'a value of the run %s is found',
  async (_, expression) => {
    const { tasks } = await makeScene().run(
      { a: { script: write(expression) } },
      {},
      { env: { API_TOKEN: 'S3cr3t-Value?For>Tests-1234' } },
    )

    expect(tasks.a?.reason).toMatch(/^a secret would be published: a\.txt:\d+ \(the value of API_TOKEN\)/)
  },
  40_000,
)
