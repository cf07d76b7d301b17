/** The shape of a task's id and of an agent's name. */
export const idPattern = /^[a-z0-9][a-z0-9-]{0,39}$/
