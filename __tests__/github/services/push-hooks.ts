import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Refuses what GitHub refuses, ref by ref, in its words: pushes to protected branches, and new commits that change workflow files
 * when the token is a job's.
 */
const update = `#!/bin/sh
ref=$1 old=$2 new=$3
refuse() {
  printf '%s\\t%s\\t%s\\t%s\\t%s\\n' "$ref" "$old" "$new" "$HUB_OWNER" "$1" >> "$HUB_PUSHES"
  echo "error: $1" >&2
  exit 1
}
for branch in $HUB_PROTECTED; do
  [ "$ref" = "refs/heads/$branch" ] && refuse "GH006: Protected branch update failed for $ref."
done
case $new in *[!0]*) ;; *) exit 0 ;; esac
if [ "$HUB_KIND" = job ]; then
  path=$(git log --format= --name-only --diff-merges=combined "$new" --not --all -- .github/workflows | head -n 1)
  [ -n "$path" ] && refuse "refusing to allow a GitHub App to create or update workflow \\\`$path\\\` without \\\`workflows\\\` permission"
fi
exit 0
`

/** Notes what was taken. */
const postReceive = `#!/bin/sh
while read -r old new ref; do
  printf '%s\\t%s\\t%s\\t%s\\t\\n' "$ref" "$old" "$new" "$HUB_OWNER" >> "$HUB_PUSHES"
done
`

/** Writes the hooks that all repositories of the server share. */
export async function writePushHooks(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'update'), update, { mode: 0o755 })
  await writeFile(join(folder, 'post-receive'), postReceive, { mode: 0o755 })
}
