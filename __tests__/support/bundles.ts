/// <reference path="./sources-stamp.d.ts" />
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stampFile, toSourcesStamp } from '../../scripts/sources-stamp.mjs'

/** The bundles that users run. */
export const cliBundle = toPath('dist/cli/index.js')
export const actionBundle = toPath('dist/index.js')

if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8').trim() !== toSourcesStamp()) {
  throw new Error('dist/ was not built from these sources: npm run bundle')
}

function toPath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url))
}
