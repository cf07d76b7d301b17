/** Why a remote failed: the server's message, or else git's. */
export function toRemoteReason(stderr: string): string {
  const lines = stderr.split('\n').map(line => line.trim())
  const server = lines
    .filter(line => line.startsWith('remote:'))
    .map(line => line.slice('remote:'.length).trim())
  const own = lines.filter(line => /^(!|fatal:|error:)/.test(line) || /rejected|denied/.test(line))
  const said = [server.filter(line => line !== '').join(' '), ...own.map(toShort)].filter(text => text !== '')
  return said.slice(0, 5).join(' · ') || stderr.trim() || 'git did not say why'
}

/** Without the ids and names of refs before git's reason. */
function toShort(line: string): string {
  return line.replace(/^[!\s]*\S*:refs\S*\s*/, '')
}
