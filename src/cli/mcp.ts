import { serveTools } from '../agents/tools/serve-tools.ts'

/** Agents start it for the tools of their task. Not a command for people. */
export async function main([exchange]: readonly string[]): Promise<void> {
  if (exchange === undefined) throw new Error('usage: parallel-agents mcp <folder>')
  await serveTools(exchange)
}
