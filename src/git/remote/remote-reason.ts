/** Why a remote failed: the server's message, or else git's. */
export function toRemoteReason(stderr: string): string {
  const own = stderr.split('\n').filter(isTelling).map(toShort)
  const said = [toServerWords(stderr), ...own].filter(text => text !== '')
  return said.slice(0, 5).join(' · ') || stderr.trim() || 'git did not say why'
}

/** What the server printed, on one line. */
export function toServerWords(stderr: string): string {
  const words = [...stderr.matchAll(/^\s*remote:(.*)$/gm)].map(([, line = '']) => line.trim())
  return words.filter(line => line !== '').join(' ')
}

function isTelling(line: string): boolean {
  if (/^\s*(remote:|error: failed to push some refs)/.test(line)) return false
  return /^\s*(!|fatal:|error:)/.test(line) || /rejected|denied/.test(line)
}

/** Without the ids and names of refs before git's reason. */
function toShort(line: string): string {
  return line.replace(/^[!\s]*\S*:refs\S*\s*/, '').trim()
}
