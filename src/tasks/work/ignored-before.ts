import { writeFile } from 'node:fs/promises'
import * as z from 'zod'
import { readPlainText } from '../../files/plain-file.ts'
import type { ControlRepository } from '../../git/repository/control-repository.ts'
import type { IgnoredBefore } from '../../git/worktree/ignored-files.ts'
import { listIgnored } from '../../git/worktree/survey.ts'
import type { Worktree } from '../../git/worktree/worktree.ts'

const schema = z.object({ paths: z.array(z.string()), at: z.number() })

/** Records the ignored files of a worktree before an agent starts: setup's are not the agent's. */
export async function noteIgnored(control: ControlRepository, worktree: Worktree): Promise<void> {
  const before: IgnoredBefore = { paths: await listIgnored(control, worktree), at: Date.now() }
  await writeFile(worktree.ignored, JSON.stringify(before))
}

/** Empty if unreadable: better to report too much than too little. */
export function readIgnoredBefore({ ignored }: Worktree): IgnoredBefore {
  try {
    return schema.parse(JSON.parse(readPlainText(ignored)))
  } catch {
    return { paths: [], at: 0 } // no record, or it was interrupted
  }
}
