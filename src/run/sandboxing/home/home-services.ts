interface UsedHome {
  services: number
  /** What ended commands have left to do. */
  readonly left: (() => void)[]
}

const used = new Map<string, UsedHome>()

/** A command in a home that services may share. */
export interface HomeTurn {
  /** Beside services nothing is written there: one could put a link in the way. */
  readonly mayWrite: boolean
  /** @param takeBack Called when no service runs there. */
  end(takeBack: () => void): void
}

export function beginInHome(path: string, isService: boolean): HomeTurn {
  const home = used.get(path) ?? { services: 0, left: [] }
  used.set(path, home)
  const mayWrite = home.services === 0
  if (isService) home.services++
  return {
    mayWrite,
    end: takeBack => {
      home.left.push(takeBack)
      if (isService) home.services--
      if (home.services === 0) for (const work of home.left.splice(0)) work()
    },
  }
}
