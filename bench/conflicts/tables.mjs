export function printTables(rows) {
  printTable('', [['all', rows]])
  printTable(
    'language',
    groupBy(rows, row => row.language),
  )
  const resolved = rows.filter(row => row.answer.kind === 'resolved')
  printTable(
    'tier',
    groupBy(resolved, row => row.answer.tier),
  )
  printMerges(rows)
}

function printTable(title, rows) {
  const count = (list, verdict) => list.filter(row => row.verdict === verdict).length
  console.log(`| ${title} | files | resolved | equal | different | declined |`)
  console.log('| --- | ---: | ---: | ---: | ---: | ---: |')
  for (const [name, list] of rows) {
    const declined = count(list, 'declined')
    const cells = [
      list.length,
      list.length - declined,
      count(list, 'equal'),
      count(list, 'different'),
      declined,
    ]
    console.log(`| ${name} | ${cells.join(' | ')} |`)
  }
  console.log()
}

/** A merge is resolved when all of its files are. */
function printMerges(rows) {
  const merges = groupBy(rows, row => `${row.repository} ${row.merge}`).map(([, files]) => files)
  const sizes = [
    ['1 file', merges.filter(files => files.length === 1)],
    ['2 or 3 files', merges.filter(files => files.length === 2 || files.length === 3)],
    ['more files', merges.filter(files => files.length > 3)],
    ['all', merges],
  ]
  console.log('| merges of | merges | resolved | all files equal |')
  console.log('| --- | ---: | ---: | ---: |')
  for (const [name, list] of sizes) {
    const resolved = list.filter(files => files.every(({ verdict }) => verdict !== 'declined')).length
    const equal = list.filter(files => files.every(({ verdict }) => verdict === 'equal')).length
    console.log(`| ${name} | ${list.length} | ${resolved} | ${equal} |`)
  }
  console.log()
}

function groupBy(rows, key) {
  const groups = new Map()
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row])
  return [...groups].sort((a, b) => b[1].length - a[1].length)
}
