/** Three to five quarters of an amount, so that those who wait for the same thing do not retry in step. */
export function jitter(amount: number): number {
  return amount * (0.75 + Math.random() / 2)
}
