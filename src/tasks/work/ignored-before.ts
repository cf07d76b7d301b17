import { writeFile } from 'node:fs/promises'
import * as z from 'zod'
import { readPlainText } from '../../files/plain-file.ts'
import type { Harness } from '../../git/repository/harness.ts'
import type { IgnoredBefore } from '../../git/worktree/ignored-files.ts'
import { listIgnored } from '../../git/worktree/survey.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'

const schema = z.object({ paths: z.array(z.string()), at: z.number() })

/** Notes what git ignores in a worktree before an agent starts there: what setup has made is not the agent's. */
export async function noteIgnored(harness: Harness, worktree: Worktree): Promise<void> {
  const before: IgnoredBefore = { paths: await listIgnored(harness, worktree), at: Date.now() }
  await writeFile(worktree.ignored, JSON.stringify(before))
}

/** Nothing when it cannot be read: rather too much is named than too little. */
export function readIgnoredBefore({ ignored }: Worktree): IgnoredBefore {
  try {
    return schema.parse(JSON.parse(readPlainText(ignored)))
  } catch {
    return { paths: [], at: 0 } // nothing was noted, or it was interrupted
  }
}
