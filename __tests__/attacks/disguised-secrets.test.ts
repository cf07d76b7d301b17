import { expect, test } from '@jest/globals'
import { makeScene } from './scene.ts'

const write = (expression: string) =>
  `node -e 'const v = process.env.API_TOKEN; require("fs").writeFileSync("a.txt", ${expression})'`

const attacks: Readonly<Record<string, string>> = {
  'before-a-nul': 'v + "\\0"',
  'in-utf-16': 'Buffer.from("\\ufeffkey=" + v, "utf16le")',
  'at-the-end-of-a-long-line': '"x".repeat(30000) + v',
  'behind-two-megabytes': '"x\\n".repeat(1100000) + v',
  'in-base64-behind-a-name': 'Buffer.from("token:" + v).toString("base64")',
  'in-base64-between-others': 'Buffer.from("to" + v + "ken").toString("base64url")',
  'in-large-hexadecimal-digits': 'Buffer.from(v).toString("hex").toUpperCase()',
  'in-base64-in-short-lines': 'Buffer.from(v).toString("base64").replace(/.{10}/g, "$&\\r\\n  ")',
  'as-an-address': '[...v].map(c => "%" + c.charCodeAt(0).toString(16)).join("")',
  'in-escapes-of-source-code': '[...v].map(c => "\\\\u00" + c.charCodeAt(0).toString(16)).join("")',
  'in-octal-escapes': '[...v].map(c => "\\\\" + c.charCodeAt(0).toString(8).padStart(3, "0")).join("")',
  'in-entities-of-markup': '[...v].map(c => "&#" + c.charCodeAt(0) + ";").join("")',
  'in-decimal-numbers': 'JSON.stringify([...Buffer.from(v)])',
  'in-bytes-of-source-code': '[...Buffer.from(v)].map(b => "0x" + b.toString(16)).join(", ")',
  'as-od-prints-it': '[...Buffer.from(v)].map(b => b.toString(16)).join(" ")',
  backwards: '[...v].reverse().join("")',
  'with-spaces': '[...v].join(" ")',
  'with-invisible-characters': '[...v].join("\\u200b")',
  'in-parts-of-source-code': '"x = " + v.match(/.{1,6}/g).map(p => JSON.stringify(p)).join(" + ")',
  'in-base32': 'require("child_process").execSync("base32 -w0", { input: v })',
  'in-base64-twice': 'btoa(btoa(v))',
  'in-hexadecimal-digits': 'Buffer.from(v).toString("hex")',
}

// Tries: to have a value that was given to the run published where a scan for it does not look, or in another encoding.
// Afterwards: no file holds it, and each reason names the place.
test('a value of the run is found in other encodings and in odd places', async () => {
  const tasks = Object.entries(attacks).map(([id, expression]) => [id, { script: write(expression) }])
  const report = await makeScene().run(
    Object.fromEntries(tasks),
    {},
    { env: { API_TOKEN: 'S3cr3t-Value?For>Tests-1234' } },
  )

  for (const [id, { reason }] of Object.entries(report.tasks))
    expect([id, reason]).toEqual([
      id,
      expect.stringMatching(/^a secret would be published: a\.txt:\d+ \(the value of API_TOKEN\)/),
    ])
}, 60_000)
