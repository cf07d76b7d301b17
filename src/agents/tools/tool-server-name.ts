/** By which agents know the server of their tools. */
export const toolServerName = 'parallel-agents'
