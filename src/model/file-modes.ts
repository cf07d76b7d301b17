/** The mode of a path without an entry. */
export const deletedMode = '000000'
/** Of a symbolic link. */
export const linkMode = '120000'
/** Of a commit of another repository (a submodule). */
export const submoduleMode = '160000'
