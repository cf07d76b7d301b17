/** The shape of the name of a variable. */
export const variablePattern = /^[A-Za-z_][A-Za-z0-9_]*$/
