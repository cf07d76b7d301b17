/** How the demo runs tests of TypeScript files: newer versions of node do by themselves, older ones with a loader. */
export function toDemoPlan(testCommand: string): string {
  const test = (files: string) => JSON.stringify(`${testCommand} ${files}`)
  return `# Nine tasks for a small shop till. Look at what agents did with "git log --graph agents/<run>/integration".
name: Shop till
agent: scripted
max-parallel: 3
overlap: warn             # two tasks below collide on purpose
agents:
  scripted: { command: node agents/scripted-agent.mjs }

tasks:
  money:                  # a contract that others build on
    prompt: Write formatMoney(cents) in src/money.ts.
    files: [src/money.ts, test/money.test.ts]
    test: ${test('test/money.test.ts')}
  discount:               # a diamond: money -> discount, tax -> checkout
    needs: [money]
    prompt: Write withDiscount(cents, percent).
    files: [src/discount.ts, test/discount.test.ts]
    test: ${test('test/discount.test.ts')}
  tax:
    needs: [money]
    prompt: Write withTax(cents, percent).
    files: [src/tax.ts, test/tax.test.ts]
    test: ${test('test/tax.test.ts')}
  checkout:
    needs: [discount, tax]
    prompt: Write checkout(cart, discountPercent) with what discount and tax have made.
    files: [src/checkout.ts, test/checkout.test.ts]
    test: ${test('test/checkout.test.ts')}
  receipt:                # its agent first changes a file that is out of scope
    prompt: Print quantities on the receipt.
    files: [src/receipt.ts]
  large-carts:            # these two conflict
    prompt: Allow carts of 1000 items.
    files: [src/settings.ts]
  small-carts:
    prompt: Allow carts of 20 items only.
    files: [src/settings.ts]
  free-gifts:             # these two pass alone and fail together
    prompt: Gifts are items that do not count.
    files: [src/gift.ts, test/gift.test.ts]
    test: ${test('test/gift.test.ts')}
  strict-quantities:
    prompt: A cart must refuse quantities below 1.
    files: [src/cart.ts]
    test: ${test('test/cart.test.ts')}

integration:
  test: ${test('test/*.test.ts')}
  flaky-retries: 0
`
}
