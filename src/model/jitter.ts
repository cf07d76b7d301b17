/** About as long, but never in step with others that wait for the same: three to five quarters of it. */
export function jitter(amount: number): number {
  return amount * (0.75 + Math.random() / 2)
}
