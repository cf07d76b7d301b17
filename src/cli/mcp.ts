import { serveTools } from '../agents/tools/serve-tools.ts'

/** What agents start to have the tools of their task. It is no command for people. */
export async function main([exchange]: readonly string[]): Promise<void> {
  if (exchange === undefined) throw new Error('usage: parallel-agents mcp <folder>')
  await serveTools(exchange)
}
