/** The demo's plan: a contract, a diamond, a correction, a conflict, and two tasks that only fail together. */
export const demoPlan = `# Nine tasks for a small shop till. Look at what agents did with "git log --graph agents/<run>/integration".
name: Shop till
agent: scripted
max-parallel: 3
overlap: warn             # two tasks below collide on purpose
agents:
  scripted: { command: node agents/scripted-agent.mjs }

tasks:
  money:                  # a contract that others build on
    prompt: Write formatMoney(cents) in src/money.js.
    files: [src/money.js, test/money.test.js]
    test: node --test test/money.test.js
  discount:               # a diamond: money -> discount, tax -> checkout
    needs: [money]
    prompt: Write withDiscount(cents, percent).
    files: [src/discount.js, test/discount.test.js]
    test: node --test test/discount.test.js
  tax:
    needs: [money]
    prompt: Write withTax(cents, percent).
    files: [src/tax.js, test/tax.test.js]
    test: node --test test/tax.test.js
  checkout:
    needs: [discount, tax]
    prompt: Write checkout(cart, discountPercent) with what discount and tax have made.
    files: [src/checkout.js, test/checkout.test.js]
    test: node --test test/checkout.test.js
  receipt:                # its agent first changes a file that is out of scope
    prompt: Print quantities on the receipt.
    files: [src/receipt.js]
  large-carts:            # these two conflict
    prompt: Allow carts of 1000 items.
    files: [src/settings.js]
  small-carts:
    prompt: Allow carts of 20 items only.
    files: [src/settings.js]
  free-gifts:             # these two pass alone and fail together
    prompt: Gifts are items that do not count.
    files: [src/gift.js, test/gift.test.js]
    test: node --test test/gift.test.js
  strict-quantities:
    prompt: A cart must refuse quantities below 1.
    files: [src/cart.js]
    test: node --test test/cart.test.js

integration:
  test: node --test test/*.test.js
  flaky-retries: 0
`
