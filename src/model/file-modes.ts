/** The mode of a path at which there is nothing. */
export const goneMode = '000000'
/** Of a symbolic link. */
export const linkMode = '120000'
/** Of a commit of another repository (a submodule). */
export const submoduleMode = '160000'
