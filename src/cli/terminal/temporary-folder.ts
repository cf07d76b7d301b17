import { existsSync } from 'node:fs'

/** As programs look for the name of a folder for temporary files. */
const variables = ['TMPDIR', 'TMP', 'TEMP']

/** Leaves out names of folders that do not exist: everything that needs a temporary file would fail, long after the start. */
export function forgetMissingTemporaryFolders(): void {
  for (const name of variables) {
    const folder = process.env[name]
    if (folder !== undefined && !existsSync(folder)) delete process.env[name]
  }
}
