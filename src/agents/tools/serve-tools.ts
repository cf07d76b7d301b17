import { McpServer } from '@modelcontextprotocol/server'
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { type ExchangeFiles, toExchangeFiles } from './exchange-files.ts'
import { type TaskTool, taskTools } from './task-tools.ts'
import { toolServerName } from './tool-server-name.ts'

/** Serves the tools of a task over stdin and stdout, by the Model Context Protocol, until stdin ends. */
export async function serveTools(exchange: string): Promise<void> {
  const files = toExchangeFiles(exchange)
  const server = new McpServer({ name: toolServerName, version: '1' })
  for (const tool of taskTools)
    server.registerTool(
      tool.name,
      { description: tool.description, inputSchema: tool.input },
      async (input: unknown) => toAnswer(tool, files, input),
    )
  const ended = new Promise<void>(resolve => process.stdin.once('close', resolve).once('end', resolve))
  await server.connect(new StdioServerTransport())
  await ended
  await server.close()
}

/** Errors go to the agent, which can correct its call. */
function toAnswer(tool: TaskTool, files: ExchangeFiles, input: unknown) {
  try {
    return { content: [{ type: 'text' as const, text: tool.run(files, input as never) }] }
  } catch (error) {
    return { content: [{ type: 'text' as const, text: (error as Error).message }], isError: true }
  }
}
