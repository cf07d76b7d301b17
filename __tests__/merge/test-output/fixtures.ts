import { readFileSync } from 'node:fs'

/** Where the recorded commands ran. */
export const root = '/work/app'

/** The recorded output of a real runner. Paths were made neutral, and most lines of stacks left out. */
export function readFixture(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
}
