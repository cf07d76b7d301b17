/** The tool server's name for agents. */
export const toolServerName = 'parallel-agents'
