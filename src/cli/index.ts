#!/usr/bin/env node
// Older versions of node must be able to parse this file to print its message: everything else is loaded after it.
const oldestNode = 20

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  process.stderr.write(
    `parallel-agents needs Node ${oldestNode} or later: this is ${process.version} (${process.execPath}). Install a newer one from https://nodejs.org\n`,
  )
  process.exitCode = 3
} else {
  const [command, ...rest] = process.argv.slice(2)
  const { main } = command === 'mcp' ? await import('./mcp.ts') : await import('./main.ts')
  await main(command === 'mcp' ? rest : process.argv.slice(2))
}
