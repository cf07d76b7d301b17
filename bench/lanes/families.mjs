// Families of plans as people write them, with times as agents take them. The same seed makes the same plan.
import { makeRandom } from '../support.mjs'

/** Each makes the edges of a plan, `[[], [0], [0]]`: the tasks that every task needs, which come before it. */
const families = {
  layered: draw => {
    const width = draw.whole(5, 20)
    const depth = draw.whole(2, 8)
    return Array.from({ length: width * depth }, (_, index) => {
      const layer = Math.floor(index / width)
      return layer === 0 ? [] : draw.some(draw.whole(1, 3), (layer - 1) * width, layer * width)
    })
  },
  chains: draw => {
    const lengths = Array.from({ length: draw.whole(3, 12) }, () => draw.whole(2, 6))
    return join(lengths.map(length => Array.from({ length }, (_, index) => (index === 0 ? [] : [index - 1]))))
  },
  diamonds: draw => join(Array.from({ length: draw.whole(2, 8) }, () => makeFork(draw.whole(2, 4)))),
  'fork-join': draw => makeFork(draw.whole(5, 20)),
  modules: draw => {
    const count = draw.whole(4, 18)
    const modules = Array.from({ length: count }, () => [0])
    const tests = modules.map((_, index) => [index + 1])
    return [[], ...modules, ...tests, range(count + 1, 2 * count + 1)]
  },
  sparse: draw =>
    Array.from({ length: draw.whole(15, 60) }, (_, index) => draw.some(draw.whole(0, 2), 0, index)),
}

export const familyNames = Object.keys(families)

/** One task, several that need it, one that needs them all. */
function makeFork(width) {
  return [[], ...Array.from({ length: width }, () => [0]), range(1, width + 1)]
}

/** Plans side by side in one plan. */
function join(plans) {
  const all = []
  for (const plan of plans) {
    const first = all.length
    all.push(...plan.map(needs => needs.map(id => id + first)))
  }
  return all
}

function range(from, to) {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

/**
 * A plan of a family: its tasks with their estimates, and the minutes that each really takes. Those are log-normal with a median
 * of 10 and a sigma of 0.7, cut to 3 to 40; an estimate is off by a log-normal factor with a sigma of 0.5.
 */
export function makeInstance(family, seed) {
  const draw = makeDraw(seed)
  const edges = families[family](draw)
  const actual = edges.map(() => Math.min(40, Math.max(3, 10 * Math.exp(0.7 * draw.normal()))))
  const tasks = edges.map((needs, index) => ({
    id: toId(index),
    needs: needs.map(toId),
    after: [],
    estimateMinutes: actual[index] * Math.exp(0.5 * draw.normal()),
  }))
  return { tasks, minutes: new Map(tasks.map((task, index) => [task.id, actual[index]])) }
}

const toId = index => `task-${index}`

/** Random draws, the same for the same seed. */
export function makeDraw(seed) {
  const random = makeRandom(seed)
  const unit = () => (random(2 ** 31) + 0.5) / 2 ** 31
  const whole = (least, most) => least + random(most - least + 1)
  const some = (count, from, to) => {
    const found = new Set()
    while (found.size < Math.min(count, to - from)) found.add(whole(from, to - 1))
    return [...found]
  }
  return {
    whole,
    some,
    between: (least, most) => least + unit() * (most - least),
    normal: () => Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit()),
  }
}
