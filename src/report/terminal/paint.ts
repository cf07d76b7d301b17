import colors from 'picocolors'

/** Colours for a terminal, or none. */
export type Paint = ReturnType<typeof colors.createColors>

export const plainPaint: Paint = colors.createColors(false)

export function toPaint(hasColors: boolean): Paint {
  return colors.createColors(hasColors)
}
