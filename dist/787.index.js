export const id = 787;
export const ids = [787];
export const modules = {

/***/ 57467:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ findDoubts)
});

// EXTERNAL MODULE: ./lib/conflicts/checks/merged-text.js
var merged_text = __webpack_require__(18741);
;// CONCATENATED MODULE: ./lib/conflicts/checks/fresh-numbers.js

/**
 * Numbers that both sides have given to something new: the next one of an enumeration, of error codes, of annotations. Lines of one shape
 * whose numbers are all different are taken for an enumeration.
 */
function findSharedNumbers({ base, ours, theirs }) {
    const before = toSeries((0,merged_text/* toTrimmedLines */.N)(base));
    const [left, right] = [toSeries((0,merged_text/* listAddedLines */.o)(base, ours)), toSeries((0,merged_text/* listAddedLines */.o)(base, theirs))];
    return [...left].flatMap(([shape, entries]) => {
        const known = before.get(shape) ?? [];
        const numbers = new Set(known.map(({ number }) => number));
        if (numbers.size === 0 || numbers.size < known.length)
            return [];
        const others = right.get(shape) ?? [];
        const isShared = ({ number, line }) => !numbers.has(number) && others.some(other => other.number === number && other.line !== line);
        return entries.filter(isShared).map(({ number }) => String(number));
    });
}
/** A line that gives a number to a name: `A = 1`, `a: 1,`, `const A = 1`, `string a = 1;`, `@Order(1)`. */
const numbering = /^(?:[\w.]+\s+)*[@"'\w.-]+\s*(?:=>|:=|[=:(])\s*(\d+)\s*[,;)]*$/;
function toSeries(lines) {
    const series = new Map();
    for (const line of lines) {
        const number = numbering.exec(line)?.[1];
        if (number === undefined)
            continue;
        const shape = line.replace(/,$/, '').replace(/[\w"'-]+/g, word => (/^\d+$/.test(word) ? '0' : 'w'));
        series.set(shape, [...(series.get(shape) ?? []), { number: Number(number), line }]);
    }
    return series;
}

;// CONCATENATED MODULE: ./lib/conflicts/checks/shadowed-keys.js

/**
 * Keys that one side has added in front of a longer one of the other: in a table of aliases, routes or patterns `@y` takes what is meant for
 * `@y/z`.
 */
function findShadowedKeys({ base, ours, theirs, result }) {
    const [left, right] = [toKeys((0,merged_text/* listAddedLines */.o)(base, ours)), toKeys((0,merged_text/* listAddedLines */.o)(base, theirs))];
    const order = toKeys((0,merged_text/* toTrimmedLines */.N)(result));
    const isShadowed = (short, long) => long.startsWith(short.endsWith('/') ? short : `${short}/`) &&
        order.indexOf(short) < order.lastIndexOf(long);
    return [
        ...left.filter(key => right.some(other => isShadowed(key, other))),
        ...right.filter(key => left.some(other => isShadowed(key, other))),
    ];
}
/** Keys of lines such as `'@y': 'y'` or `path('y', …)` that may be the beginning of others. */
function toKeys(lines) {
    return lines.flatMap(line => {
        const key = /^(?:[\w.]+\(\s*)?(?:find:\s*)?["'`]([@~\w./*-]+)["'`]\s*[:,=]/.exec(line)?.[1];
        return key === undefined || key.length < 2 ? [] : key;
    });
}

// EXTERNAL MODULE: ./lib/conflicts/syntax/parsers.js + 6 modules
var parsers = __webpack_require__(95330);
// EXTERNAL MODULE: ./lib/conflicts/syntax/rules.js
var rules = __webpack_require__(35724);
// EXTERNAL MODULE: ./lib/conflicts/text/count-items.js
var count_items = __webpack_require__(561);
;// CONCATENATED MODULE: ./lib/conflicts/checks/stale-calls.js



/** Functions that are called in a way that their parameters do not fit any more, and did fit on each side. */
async function findStaleCalls({ path, ours, theirs, result }) {
    const merged = await tryReadCalls(path, result);
    const left = await tryReadCalls(path, ours);
    const right = await tryReadCalls(path, theirs);
    if (merged === undefined || left === undefined || right === undefined)
        return [];
    const sides = [left, right];
    return [...merged.functions].flatMap(([name, parameters]) => {
        const wrong = countWrong(name, parameters, merged.calls);
        const wasWrong = sides.some(({ functions, calls }) => {
            const own = functions.get(name);
            return own === undefined || countWrong(name, own, calls) >= wrong;
        });
        const isRebound = sides.some(side => isReboundBy(name, parameters, side, merged.calls));
        return (wrong > 0 && !wasWrong) || isRebound ? [name] : [];
    });
}
function countWrong(name, parameters, calls) {
    const required = parameters.filter(({ isOptional, isRest }) => !isOptional && !isRest).length;
    const most = parameters.some(({ isRest }) => isRest) ? Number.POSITIVE_INFINITY : parameters.length;
    const isWrong = ({ count, named }) => count !== undefined && (count > most || count + named < required);
    return calls.filter(call => call.name === name && isWrong(call)).length;
}
/** Whether a call of a side means other parameters now, because both sides have added some. */
function isReboundBy(name, parameters, side, calls) {
    const own = side.functions.get(name);
    if (own === undefined)
        return false;
    const known = new Set(calls.filter(call => call.name === name).map(({ text }) => text));
    return side.calls.some(call => {
        if (call.name !== name || call.count === undefined || !known.has(call.text))
            return false;
        const toFirst = (list) => list
            .slice(0, call.count)
            .map(parameter => parameter.name)
            .join();
        return (call.count <= own.length && own.length !== parameters.length && toFirst(own) !== toFirst(parameters));
    });
}
async function tryReadCalls(path, text) {
    const tree = await (0,parsers/* tryParse */.x)(path, text);
    if (tree === undefined)
        return undefined;
    try {
        return readCalls(tree.root);
    }
    finally {
        tree.free();
    }
}
const functionTypes = [
    'function_declaration',
    'function_definition',
    'function_item',
    'method_definition',
    'method_declaration',
    'generator_function_declaration',
    'method',
];
const callTypes = [
    'call_expression',
    'call',
    'method_invocation',
    'invocation_expression',
    'function_call_expression',
];
function readCalls(root) {
    const declared = root.descendantsOfType(functionTypes).flatMap(node => {
        const name = node?.childForFieldName('name')?.text;
        return node === null || name === undefined ? [] : [{ name, parameters: toParameters(node) }];
    });
    const counts = (0,count_items/* countItems */.A)(declared.map(({ name }) => name));
    const functions = declared
        .filter(({ name }) => counts.get(name) === 1)
        .map(({ name, parameters }) => [name, parameters]);
    const calls = root.descendantsOfType(callTypes).flatMap(node => (node === null ? [] : toCall(node)));
    return { functions: new Map(functions), calls };
}
function toParameters(node) {
    const list = node.childForFieldName('parameters');
    return (list === null ? [] : (0,rules/* namedChildren */.TP)(list))
        .filter(child => !/comment|self_parameter|attribute/.test(child.type) && !/^(self|cls|this)\b/.test(child.text))
        .filter(child => !/^(keyword_separator|positional_separator)$/.test(child.type))
        .flatMap(child => toNames(child).map(name => ({
        name,
        isOptional: /default|optional/.test(child.type) || /[^=]=[^=>]|\?\s*:/.test(child.text),
        isRest: /splat|rest|variadic|spread/.test(child.type) || /^(\.\.\.|\*)|\.\.\./.test(child.text),
    })));
}
/** More than one where parameters share a type, as in `a, b int`. */
function toNames(child) {
    const names = child
        .childrenForFieldName('name')
        .flatMap(name => name?.text ?? [])
        .filter(name => name !== ',');
    if (names.length > 0)
        return names;
    return [(child.childForFieldName('pattern') ?? child.namedChild(0) ?? child).text];
}
function toCall(node) {
    const callee = node.childForFieldName('function') ?? node.childForFieldName('name') ?? node.childForFieldName('method');
    const list = node.childForFieldName('arguments');
    const name = /([\p{L}\p{N}_$]+)$/u.exec(callee?.text ?? '')?.[1];
    if (name === undefined || list === null)
        return [];
    const items = (0,rules/* namedChildren */.TP)(list).filter(child => !/comment/.test(child.type));
    const named = items.filter(({ type }) => /^(keyword_argument|named_argument)$/.test(type)).length;
    const isOpen = items.some(({ type, text }) => /splat|spread/.test(type) || /^(\*|\.\.\.)/.test(text));
    return [{ name, text: node.text, count: isOpen ? undefined : items.length - named, named }];
}

;// CONCATENATED MODULE: ./lib/conflicts/checks/stale-paths.js

/**
 * Paths that one side has added below a place that the other has moved: one imports from `@new/log` what was in `@old/log`, the other adds
 * an import from `@old/log-level`.
 */
function findStalePaths({ base, ours, theirs, result }) {
    const used = new Set(listPaths([result]));
    const find = (moving, adding) => {
        const gone = listMovedPlaces(base, moving);
        return listPaths((0,merged_text/* listAddedLines */.o)(base, adding)).filter(path => used.has(path) && gone.some(place => path.startsWith(place)));
    };
    return [...new Set([...find(ours, theirs), ...find(theirs, ours)])];
}
/** Places, with the separator at the end, that a side no longer names because what it used from there is somewhere else. */
function listMovedPlaces(base, side) {
    const [before, after] = [new Set(listPaths([base])), new Set(listPaths([side]))];
    const removed = [...before].filter(path => !after.has(path));
    const added = [...after].filter(path => !before.has(path));
    const moved = removed.flatMap(path => added.flatMap(other => toMovedPlace(path, other)));
    return moved.filter(place => ![...after].some(path => path.startsWith(place)));
}
/** What comes before the parts that both paths end with. */
function toMovedPlace(path, other) {
    const [before, after] = [toParts(path), toParts(other)];
    let common = 0;
    while (common < Math.min(before.length, after.length) && before.at(-1 - common) === after.at(-1 - common))
        common++;
    const place = before.slice(0, before.length - common).join('');
    return common > 0 && /\w/.test(place) && place !== path ? [place] : [];
}
/** Parts with the separators behind them. */
function toParts(path) {
    return path.match(/[^/.:]+(?:::|[/.])?|[/.]+/g) ?? [];
}
/** What stands in quotes and has parts, and the modules that are imported. */
function listPaths(texts) {
    return texts.flatMap(text => text
        .split('\n')
        .flatMap(line => [
        ...[...line.matchAll(/(["'`])([@~\w.-]+(?:\/[@\w.*-]+)+)\1/g)].map(match => match[2]),
        ...[...line.matchAll(/^\s*(?:from|import|use|using|package)\s+([\w.:]+)/g)]
            .map(match => match[1].replace(/(::|\.)$/, ''))
            .filter(path => /\w(::|\.)\w/.test(path)),
    ]));
}

;// CONCATENATED MODULE: ./lib/conflicts/checks/find-doubts.js




/** What a merge has made wrong although nothing is lost, one sentence each: each side was right by itself. */
async function findDoubts(merged) {
    return [
        ...findSharedNumbers(merged).map(number => `both sides have given the number ${number} to something new`),
        ...findShadowedKeys(merged).map(key => `\`${key}\` comes before a longer key of the other side and hides it`),
        ...findStalePaths(merged).map(path => `\`${path}\` is new on one side, and the other has moved what was there`),
        ...(await findStaleCalls(merged)).map(name => `\`${name}\` is called in a way that its parameters do not fit any more`),
    ];
}


/***/ }),

/***/ 18741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ toTrimmedLines),
/* harmony export */   o: () => (/* binding */ listAddedLines)
/* harmony export */ });
/* harmony import */ var _text_count_items_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(561);

/** Lines that a side has more often than the base, without white space around them. */
function listAddedLines(base, side) {
    const left = (0,_text_count_items_js__WEBPACK_IMPORTED_MODULE_0__/* .countItems */ .A)(toTrimmedLines(base));
    return toTrimmedLines(side).filter(line => {
        const count = left.get(line) ?? 0;
        left.set(line, count - 1);
        return line !== '' && count <= 0;
    });
}
function toTrimmedLines(text) {
    return text.split('\n').map(line => line.trim());
}


/***/ }),

/***/ 41787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  resolveText: () => (/* binding */ resolveText)
});

// EXTERNAL MODULE: ./lib/conflicts/checks/find-doubts.js + 4 modules
var find_doubts = __webpack_require__(57467);
// EXTERNAL MODULE: ./lib/conflicts/proof/check-proof.js + 4 modules
var check_proof = __webpack_require__(31832);
// EXTERNAL MODULE: ./lib/conflicts/proof/names.js + 1 modules
var names = __webpack_require__(24011);
// EXTERNAL MODULE: ./lib/conflicts/text/three-way.js
var three_way = __webpack_require__(70941);
;// CONCATENATED MODULE: ./lib/conflicts/ladder.js




/** Tries the resolvers in their order; each may solve all or a part, and what comes out is accepted only with a proof. */
async function climb(conflict, usable) {
    const reasons = [];
    let attempt = { conflict, choices: [], text: undefined };
    for (const { name, resolve } of usable) {
        const resolution = await resolve(attempt.conflict);
        if (resolution.kind === 'declined') {
            reasons.push(`${name}: ${resolution.reason}`);
            continue;
        }
        const next = toNextAttempt(attempt, resolution);
        if (next.text === undefined) {
            attempt = next;
            reasons.push(`${name}: a part is resolved, the rest is not`);
            continue;
        }
        const proof = await checkAnswer(conflict, next.text, next.choices);
        if (proof.kind === 'refuted')
            reasons.push(`${name}: ${proof.problems.join('; ')}`);
        else
            return { kind: 'resolved', text: next.text, tier: name, choices: next.choices, proof: proof.checked };
    }
    return { kind: 'declined', reasons, rest: attempt };
}
/** Where one side has replaced what the other goes on using, nothing is lost and yet the result is wrong: that is not for a rule. */
async function checkAnswer(conflict, text, choices) {
    const proof = await (0,check_proof/* checkProof */.D)(conflict, text, choices);
    if (proof.kind === 'refuted')
        return proof;
    const { path, base, ours, theirs } = conflict;
    const { unused, stale } = await (0,names/* findNameProblems */.t)(path, text, [base ?? '', ours, theirs]);
    const doubts = await (0,find_doubts/* findDoubts */.h)({ path, base: base ?? '', ours, theirs, result: text });
    if (unused.length + stale.length + doubts.length === 0)
        return proof;
    const problems = [
        ...doubts,
        ...unused.map(name => `nothing uses the import of \`${name}\``),
        ...stale.map(name => `one side uses \`${name}\` nowhere any more, the other in more places`),
    ];
    return { kind: 'refuted', problems };
}
function toNextAttempt(attempt, resolution) {
    const choices = [...attempt.choices, ...resolution.choices];
    if (resolution.kind === 'resolved')
        return { conflict: attempt.conflict, choices, text: resolution.text };
    const { base, ours, theirs } = resolution.conflict;
    return { conflict: resolution.conflict, choices, text: (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(base ?? '', ours, theirs)) };
}

;// CONCATENATED MODULE: ./lib/conflicts/syntax/declarations.js
/** All containers of a file: the file itself, and what is in it. */
function listScopes(list, start = 0, path = '') {
    const members = [];
    const inner = [];
    let row = start;
    for (const { key, commutes, gap, lines, open } of list.members) {
        const first = row + gap.length;
        row = first + lines.length;
        members.push({ key, commutes, first, end: row });
        const container = open();
        const inside = `${path} > ${key}`;
        if (container !== undefined)
            inner.push(...listScopes(container.list, first + container.head.length, inside));
    }
    return [{ path, members }, ...inner];
}
/** What the rows from `start` to before `end` declare, when they are nothing but whole declarations of one container whose order is free. */
function tryWhole(scopes, lines, { start, end }) {
    const isBlank = (row) => (lines[row] ?? '').trim() === '';
    for (const { path, members } of scopes) {
        const inside = members.filter(({ first, end: behind }) => first >= start && behind <= end);
        if (inside.length === 0 || !inside.every(({ commutes }) => commutes))
            continue;
        const isCovered = (row) => inside.some(({ first, end: behind }) => first <= row && row < behind);
        const rows = Array.from({ length: end - start }, (_, index) => start + index);
        if (rows.every(row => isBlank(row) || isCovered(row)))
            return { path, keys: inside.map(({ key }) => key) };
    }
    return undefined;
}

// EXTERNAL MODULE: ./lib/conflicts/members/member.js
var member = __webpack_require__(88661);
// EXTERNAL MODULE: ./lib/conflicts/text/lines.js
var text_lines = __webpack_require__(38572);
// EXTERNAL MODULE: ./lib/conflicts/syntax/rules.js
var syntax_rules = __webpack_require__(35724);
;// CONCATENATED MODULE: ./lib/conflicts/syntax/members.js



/** The members of the whole file; undefined when two of them share a line. */
function tryFileMembers(tree, lines) {
    return tryReadMembers({ rules: tree.rules, lines }, tree.root, { start: 0, end: lines.length });
}
function tryOpen(source, node, first, end) {
    const container = source.rules.findContainer(node);
    if (container === undefined)
        return undefined;
    // Where nothing closes a container (a block in Python), it begins with its first member and ends with its last.
    const isOpen = !/^[{[(]/.test(container.text);
    const range = {
        start: container.startPosition.row + (isOpen ? 0 : 1),
        end: container.endPosition.row + (isOpen ? 1 : 0),
    };
    if (range.start > range.end || range.start < first || range.end > end)
        return undefined;
    const list = tryReadMembers(source, container, range);
    if (list === undefined)
        return undefined;
    return { head: source.lines.slice(first, range.start), list, tail: source.lines.slice(range.end, end) };
}
function tryReadMembers(source, container, range) {
    const parts = toParts(source.rules, (0,syntax_rules/* namedChildren */.TP)(container));
    const places = parts.map(part => toPlace(source, part));
    const members = (0,member/* tryToMembers */.e)(source.lines, range, places);
    return members && { isCommaSeparated: source.rules.commaSeparated.has(container.type), ...members };
}
function toPlace(source, { node, first, last }) {
    const signature = node === undefined ? undefined : toKey(source.rules, node);
    return {
        first,
        last,
        signature,
        commutes: signature !== undefined,
        value: undefined,
        tryNames: lines => (node === undefined ? undefined : tryNameSet(source.rules, node, lines)),
        open: () => (node === undefined ? undefined : tryOpen(source, node, first, last + 1)),
    };
}
/** Imports of the same source are one member, whatever they import. */
function toKey(rules, node) {
    const statement = rules.imports?.isImport(node) ? rules.imports.toImport(node) : undefined;
    return statement === undefined ? rules.toSignature(node) : `import ${statement.source}`;
}
/** The names of an import, and the way to write it with others: comments above it stay. */
function tryNameSet({ imports }, node, lines) {
    const statement = imports?.isImport(node) ? imports.toImport(node) : undefined;
    const text = lines.join('');
    const own = node.text;
    const start = text.indexOf(own);
    if (imports === undefined || statement === undefined || statement.specifiers.length === 0 || start === -1)
        return undefined;
    const tryPrint = (names) => {
        const printed = imports.print(own, { ...statement, specifiers: names });
        return printed === undefined ? undefined : (0,text_lines/* toLines */.P_)(text.replace(own, () => printed));
    };
    return { names: statement.specifiers, tryPrint };
}
/** Puts comments to what follows right below, and what stands behind something on its line to that. */
function toParts(rules, children) {
    const parts = [];
    for (const child of children) {
        const part = toPart(rules, child);
        const before = parts.at(-1);
        if (before === undefined)
            parts.push(part);
        else if (part.node === undefined && before.node !== undefined && before.last === part.first)
            parts[parts.length - 1] = { ...before, last: part.last };
        else if (before.node === undefined && before.last + 1 >= part.first)
            parts[parts.length - 1] = { ...part, first: before.first };
        else
            parts.push(part);
    }
    return parts;
}
function toPart(rules, node) {
    const { row, column } = node.endPosition;
    const first = node.startPosition.row;
    const last = column === 0 && row > first ? row - 1 : row;
    return { first, last, node: rules.comments.has(node.type) ? undefined : node };
}

// EXTERNAL MODULE: ./lib/conflicts/syntax/parsers.js + 6 modules
var parsers = __webpack_require__(95330);
;// CONCATENATED MODULE: ./lib/conflicts/text/replace-regions.js
/** Puts merged lines into all three versions, so that they agree there. */
function replaceRegions([base, ours, theirs], solved) {
    const replace = (lines, toRow, side) => solved.reduceRight((result, { region, lines: merged }) => result.toSpliced(toRow(region), region[side].length, ...merged), [...lines]);
    return {
        base: replace(base, region => region.start, 'base').join(''),
        ours: replace(ours, region => region.oursStart, 'ours').join(''),
        theirs: replace(theirs, region => region.theirsStart, 'theirs').join(''),
    };
}

;// CONCATENATED MODULE: ./lib/conflicts/text/text-conflict.js
const declined = (reason) => ({ kind: 'declined', reason });

;// CONCATENATED MODULE: ./lib/conflicts/resolvers/additions.js







/** Keeps both, ours first, where both sides have added declarations to the same place: each whole, and none with the same signature. */
async function resolveAdditions({ path, base, ours, theirs }) {
    if (base === undefined)
        return declined('the file is new on both sides');
    const left = await tryReadScopes(path, ours);
    const right = await tryReadScopes(path, theirs);
    if (left === undefined || right === undefined)
        return declined('a version cannot be taken apart into declarations');
    const versions = [(0,text_lines/* toLines */.P_)(base), (0,text_lines/* toLines */.P_)(ours), (0,text_lines/* toLines */.P_)(theirs)];
    const solved = (0,three_way/* toRegions */.pU)(...versions).flatMap(region => {
        const lines = tryKeepBoth(region, versions, [left, right]);
        return lines === undefined ? [] : [{ region, lines }];
    });
    if (solved.length === 0)
        return declined('there is no place where both sides only add declarations');
    return { kind: 'reduced', conflict: { path, ...replaceRegions(versions, solved) }, choices: [] };
}
async function tryReadScopes(path, text) {
    const tree = await (0,parsers/* tryParse */.x)(path, text);
    if (tree === undefined)
        return undefined;
    try {
        const list = tree.root.hasError ? undefined : tryFileMembers(tree, (0,text_lines/* toLines */.P_)(text));
        return list && listScopes(list);
    }
    finally {
        tree.free();
    }
}
/** How far an addition may be slid: where it ends like the lines above it, it can be read as one that began further up. */
const maxSlide = 10;
function tryKeepBoth({ start, oursStart, theirsStart, base, ours, theirs }, versions, [left, right]) {
    if (base.length > 0 || ours.length === 0 || theirs.length === 0)
        return undefined;
    for (let slide = 0; slide <= Math.min(maxSlide, start); slide++) {
        const above = versions[0].slice(start - slide, start);
        const [mine, other] = [trySlide(ours, above), trySlide(theirs, above)];
        if (mine === undefined || other === undefined)
            return undefined;
        const toRows = (first, lines) => ({
            start: first - slide,
            end: first - slide + lines.length,
        });
        const oursWhole = tryWhole(left, versions[1], toRows(oursStart, ours));
        const theirsWhole = tryWhole(right, versions[2], toRows(theirsStart, theirs));
        if (oursWhole === undefined || theirsWhole === undefined)
            continue;
        const isSeparate = !theirsWhole.keys.some(key => oursWhole.keys.includes(key));
        if (oursWhole.path === theirsWhole.path && isSeparate)
            return [...mine, ...other, ...above].slice(slide);
    }
    return undefined;
}
/** The same addition, read as if it began above those lines; undefined when it does not end with them. */
function trySlide(added, above) {
    const kept = added.length - above.length;
    if (kept < 0 || !above.every((line, index) => added[kept + index] === line))
        return undefined;
    return [...above, ...added.slice(0, kept)];
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/moves.js

/** Whether one side has moved a line that the other has removed or changed: then the change belongs where the line is now. */
function hasContestedMove([base, ours, theirs]) {
    const [left, right] = [toLineChange(base, ours), toLineChange(base, theirs)];
    return ([...left.moved].some(line => right.removed.has(line) && !right.moved.has(line)) ||
        [...right.moved].some(line => left.removed.has(line) && !left.moved.has(line)));
}
function toLineChange(base, side) {
    const removed = new Set();
    const added = new Set();
    for (const hunk of (0,text_lines/* toHunks */.$x)(base, side)) {
        const { before, after } = toContent(hunk, base, side);
        for (const line of before)
            if (!after.has(line))
                removed.add(line);
        for (const line of after)
            if (!before.has(line))
                added.add(line);
    }
    return { removed, moved: new Set([...removed].filter(line => added.has(line))) };
}
function toContent({ baseStart, baseEnd, start, end }, base, side) {
    return {
        before: toTelling(base.slice(baseStart, baseEnd)),
        after: toTelling(side.slice(start, end)),
    };
}
/** Lines that say enough to be known again elsewhere. */
function toTelling(lines) {
    return new Set(lines.map(line => line.trim()).filter(line => (line.match(/[\p{L}\p{N}_]{2,}/gu) ?? []).length > 1));
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/places.js


/** All places that both sides have changed differently. */
function listPlaces(path, texts, trees) {
    const versions = (0,three_way/* mapThree */.p1)(texts, text_lines/* toLines */.P_);
    const [base, ours, theirs] = (0,three_way/* mapThree */.p1)(versions, toStarts);
    return (0,three_way/* toRegions */.pU)(...versions)
        .filter(isContested)
        .map(region => ({
        region,
        place: {
            texts: [region.base.join(''), region.ours.join(''), region.theirs.join('')],
            offsets: [base[region.start] ?? 0, ours[region.oursStart] ?? 0, theirs[region.theirsStart] ?? 0],
            trees,
            isIndentationSyntax: /\.(pyi?|ya?ml)$/i.test(path),
            isProse: /\.(rst|txt|adoc|asciidoc|org|tex)$/i.test(path),
        },
    }));
}
function isContested({ base, ours, theirs }) {
    const [before, left, right] = [base, ours, theirs].map(lines => lines.join(''));
    return left !== right && left !== before && right !== before;
}
/** Where each line begins, and the end. */
function toStarts(lines) {
    const starts = [0];
    for (const line of lines)
        starts.push(starts.at(-1) + line.length);
    return starts;
}

// EXTERNAL MODULE: ./lib/conflicts/text/count-items.js
var count_items = __webpack_require__(561);
;// CONCATENATED MODULE: ./lib/conflicts/edits/tokens.js
const tokenPattern = /(\s*)(\d[\w.+-]*\w|[\p{L}\p{N}_$]+|\S|$)/gu;
/** Numbers with their dots, names, and every other sign by itself. The last token is empty and holds the white space at the end. */
function toTokens(text, offset = 0) {
    const tokens = [];
    for (const match of text.matchAll(tokenPattern)) {
        const [, space = '', word = ''] = match;
        tokens.push({ text: word, space, offset: offset + match.index + space.length });
        if (word === '')
            break;
    }
    return tokens;
}
function isWordToken({ text }) {
    return /^[\p{L}\p{N}_$]/u.test(text);
}
function isSameToken(a, b) {
    return a.text === b.text;
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/contained.js


/** The side whose change holds all that the other's does: it adds the same words in one piece, and removes at least as much. */
function tryContaining({ base, ours, theirs }) {
    if (contains(base, ours, theirs))
        return ours;
    return contains(base, theirs, ours) ? theirs : undefined;
}
function contains(base, large, small) {
    const [big, little] = [toChange(base, large), toChange(base, small)];
    if (![...little.removed].every(index => big.removed.has(index)))
        return false;
    if (little.added.length === 0)
        return big.added.length === 0 || base.length === 0;
    return little.added.some(isWordToken) && isRun(little.added, big.added);
}
function toChange(base, side) {
    const removed = new Set();
    const added = [];
    for (const { baseStart, baseEnd, start, end } of (0,text_lines/* toHunks */.$x)(base, side, isSameToken)) {
        for (let index = baseStart; index < baseEnd; index++)
            removed.add(index);
        added.push(...side.slice(start, end));
    }
    return { removed, added };
}
function isRun(small, large) {
    const last = large.length - small.length;
    for (let start = 0; start <= last; start++)
        if (small.every((token, index) => isSameToken(token, large[start + index])))
            return true;
    return false;
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/added-items.js
/** Undefined when what was added is not made of whole items. */
function added_items_tryFindItems({ root }, added) {
    const range = toRange(added);
    if (range === undefined)
        return undefined;
    const container = findContainer(root, range);
    const children = container.children.filter(child => child !== null);
    const isInside = (child) => child.startIndex >= range.start && child.endIndex <= range.end;
    const isOutside = (child) => child.startIndex >= range.end || child.endIndex <= range.start;
    if (!children.every(child => isInside(child) || isOutside(child)))
        return undefined;
    const named = children.filter(child => child.isNamed);
    return {
        container,
        items: named.filter(isInside),
        before: named.findLast(child => child.endIndex <= range.start),
        behind: named.find(child => child.startIndex >= range.end),
    };
}
/** The smallest node that holds what was added and more. */
function findHolder({ root }, added) {
    const range = toRange(added);
    return range && findContainer(root, range);
}
function toRange(added) {
    const [first, last] = [added[0], added.at(-1)];
    return first && last && { start: first.offset, end: last.offset + last.text.length };
}
function findContainer(root, range) {
    let node = root.descendantForIndex(range.start, Math.max(range.start, range.end - 1)) ?? root;
    while (node.parent !== null && node.startIndex >= range.start && node.endIndex <= range.end)
        node = node.parent;
    return node;
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/item-kinds.js
const kinds = [
    [
        'set',
        /^(object|dictionary|set|object_type|object_pattern|interface_body|interface_type|enum_body|enum_variant_list|enumerator_list|field_declaration_list|field_initializer_list|named_imports|export_clause|use_list|union_type|intersection_type|type_list|super_interfaces|interface_type_list|implements_clause|trait_bounds|where_clause|derive|hash|literal_value|import_spec_list|block_mapping|flow_mapping|type_parameters|base_clause|attribute_list|tag_set)$/,
    ],
    [
        'sequence',
        /^(array|list|tuple|array_initializer|array_expression|tuple_expression|parameters|formal_parameters|parameter_list|lambda_parameters|expression_list|array_creation_expression|initializer_list|tuple_type|token_tree)$/,
    ],
    ['arguments', /^(arguments|argument_list|value_arguments)$/],
    [
        'statements',
        /^(block|statement_block|program|module|class_body|source_file|declaration_list|compound_statement|body_statement|translation_unit|compilation_unit|stylesheet|static_block|suite|then|else|do_block|decorated_definition|rule_set|statement_list)$/,
    ],
    [
        'cases',
        /^(if_statement|if_expression|switch_body|match_block|match_statement|switch_block|case_statement|switch_statement|expression_switch_statement|select_statement|type_switch_statement|try_statement|case|when)$/,
    ],
];
function item_kinds_tryKind(container) {
    if (/^(binary_expression|boolean_operator|logical_expression|binary_operator)$/.test(container.type)) {
        const operator = container.childForFieldName('operator')?.text;
        return operator !== undefined && commutative.has(operator) ? 'operands' : undefined;
    }
    return kinds.find(([, types]) => types.test(container.type))?.[0];
}
const commutative = new Set(['&&', '||', 'and', 'or', '|']);
/** Whether a node is a chain of calls, of which links may be added. */
function isChain(container) {
    return /^(call_expression|call|member_expression|field_expression|attribute|method_invocation|selector_expression|navigation_expression|member_access_expression|invocation_expression|member_call_expression)$/.test(container.type);
}
/** Whether a node is a text or a comment, which has lines and no items. */
function isProse(container) {
    return /comment|string|heredoc|text/.test(container.type);
}

// EXTERNAL MODULE: ./lib/conflicts/formats/list-items.js
var list_items = __webpack_require__(4979);
;// CONCATENATED MODULE: ./lib/conflicts/edits/effects.js
const jumps = /^(return|throw|raise|break|continue|goto)_(statement|expression)$/;
/** Whether what follows would not be reached any more. */
function endsBlock({ items }) {
    const isJump = (node) => node != null &&
        (jumps.test(node.type) || (node.type === 'expression_statement' && isJump(node.namedChild(0))));
    return items.some(isJump);
}
const effects_names = ['identifier', 'type_identifier', 'shorthand_property_identifier_pattern'];
const writers = [
    'assignment',
    'assignment_expression',
    'augmented_assignment',
    'augmented_assignment_expression',
    'compound_assignment_expr',
    'update_expression',
    'variable_declarator',
    'let_declaration',
    'short_var_declaration',
    'var_spec',
    'assignment_statement',
    'init_declarator',
];
/** Whether statements of one side use nothing that those of the other set. */
function areIndependent(left, right) {
    const [mine, other] = [toWritten(left), toWritten(right)];
    const [myNames, otherNames] = [toNames(left), toNames(right)];
    return ![...mine].some(name => otherNames.has(name)) && ![...other].some(name => myNames.has(name));
}
function toNames(nodes) {
    return new Set(nodes.flatMap(node => node.descendantsOfType(effects_names)).flatMap(node => node?.text ?? []));
}
/** Names that are declared or assigned to, at any depth that is not a function of its own. */
function toWritten(nodes) {
    const writing = nodes.flatMap(item => item.descendantsOfType(writers));
    return new Set(writing.flatMap(node => (node === null || isInFunction(node, nodes) ? [] : toTargets(node))));
}
/** What a statement assigns to: a variable, or the place that a longer expression names. */
function toTargets(writer) {
    const fields = ['left', 'name', 'pattern', 'declarator'];
    const target = fields.map(field => writer.childForFieldName(field)).find(node => node !== null);
    const node = target ?? writer.namedChild(0);
    if (node === null)
        return [];
    if (/^(attribute|member_expression|field_expression|selector_expression|subscript)/.test(node.type))
        return [node.text];
    return node.descendantsOfType(effects_names).flatMap(name => name?.text ?? []);
}
function isInFunction(node, roots) {
    for (let at = node.parent; at !== null; at = at.parent) {
        if (/function|method|lambda|closure|class/.test(at.type))
            return true;
        if (roots.some(root => root.id === at.id))
            return false;
    }
    return false;
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/item-rules.js



/** Whether items that both sides have added to one place may stand beside each other, ours first. */
function mayStandTogether(kind, left, right) {
    const isWhole = left.items.length > 0 && right.items.length > 0;
    switch (kind) {
        case 'set':
            return isWhole && areDistinct(left.items, right.items);
        case 'sequence':
            return isWhole && areDistinct(left.items, right.items) && [left, right].every(isFreeSequence);
        case 'arguments':
            return isWhole && areDistinct(left.items, right.items) && [left, right].every(areNamed);
        case 'statements':
            return (isWhole &&
                areDistinct(left.items, right.items) &&
                !endsBlock(left) &&
                areIndependent(left.items, right.items) &&
                ![...left.items, ...right.items].some(isOrderedDecorator));
        case 'cases':
            return isWhole && areDistinct(left.items, right.items) && areExclusive(left, right);
        case 'operands':
            return toOperator(left) === toOperator(right);
    }
}
/** No two items have one name, value or title, or names so alike that they may be two tries at one thing (`file`, `files`). */
function areDistinct(left, right) {
    const known = new Set(left.map(toIdentity));
    return !right.some(item => known.has(toIdentity(item)));
}
/** The name of an item that has one, or its text. */
function toIdentity(item) {
    const name = ['name', 'key', 'field', 'pattern', 'value', 'condition', 'left']
        .map(field => item.childForFieldName(field)?.text)
        .find(text => text !== undefined);
    return (0,member/* toPlainText */.b)(name ?? item.text)
        .toLowerCase()
        .replace(/[_-]|s$/g, '');
}
/** In a list of options, commands or steps an item may belong to its neighbour. */
function isFreeSequence({ container, items }) {
    if (items.some(item => /^['"`]?[-!]/.test(item.text)))
        return false;
    const holder = container.parent;
    const name = ['key', 'name', 'left']
        .map(field => holder?.childForFieldName(field))
        .find(node => node != null);
    return name == null || !(0,list_items/* isOrderedName */.ZQ)(name.text.replace(/\W/g, ''));
}
/** An argument without a name is known by its place, which another one may have taken. */
function areNamed({ items }) {
    return items.every(item => /^(keyword_argument|named_argument|spread_element|labeled_)/.test(item.type));
}
/** Decorators that make something else of what they stand above. */
function isOrderedDecorator(item) {
    return (item.type === 'decorator' &&
        /^@(\w+\.)*(staticmethod|classmethod|property|cached_property|wraps|route|command|setter|overload|contextmanager)\b/.test(item.text));
}
/** Cases whose order does not matter: no two can be true at once, and none catches or falls into what follows. */
function areExclusive(left, right) {
    const items = [...left.items, ...right.items];
    if (items.some(item => /^(else|default|finally|case _|_)\b(?! if\b)/.test(item.text)))
        return false;
    if (items.some(item => /^(match_arm|case_clause)$/.test(item.type)))
        return !items.some(hasGuard);
    if (items.some(item => /^(switch_case|switch_block_statement_group)$/.test(item.type)))
        return items.every(endsInJump);
    const subjects = new Set(items.map(item => tryEquality(item)));
    return subjects.size === 1 && !subjects.has(undefined);
}
function hasGuard(item) {
    return /^[^{]*\bif\b/.test(item.text.split(/=>|:\n/)[0] ?? '');
}
function endsInJump(item) {
    return /\b(break|return|throw|continue)\b[^;}]*;?\s*}?\s*$/.test(item.text);
}
/** What a condition compares with a constant; undefined when it does anything else. */
function tryEquality(item) {
    const condition = item.childForFieldName('condition')?.text ?? item.text;
    const match = /^(?:else\s+if\s*)?\(?\s*([\w.]+(?:\(\))?)\s*={2,3}\s*(?:["'][^"']*["']|-?[\d.]+|[A-Z][\w.]*)\s*\)?(?:\s*[{:]|$)/.exec(condition);
    return match?.[1];
}
function toOperator({ container }) {
    return container.childForFieldName('operator')?.text;
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/prose-lines.js

/**
 * Keeps lines that both sides have added to a text or comment: bullets, descriptions of parameters, rows of a table, links, or whole
 * paragraphs. Undefined where a line may go on a sentence.
 */
function tryKeepLines(ours, theirs) {
    const [left, right] = [toAddedLines(ours), toAddedLines(theirs)];
    if (left === undefined || right === undefined)
        return undefined;
    const known = new Set(left.map(prose_lines_toIdentity));
    if (right.some(line => known.has(prose_lines_toIdentity(line))))
        return undefined;
    const areEntries = isEntry(left[0]) && isEntry(right[0]);
    return areEntries || (isParagraph(ours) && isParagraph(theirs)) ? [...ours, ...theirs] : undefined;
}
/** The same for a text without a grammar, in which paragraphs belong to what is around them. */
function tryKeepEntries({ base, ours, theirs }) {
    if (base.length > 0)
        return undefined;
    return [ours, theirs].every(side => isEntry(toAddedLines(side)?.[0]))
        ? tryKeepLines(ours, theirs)
        : undefined;
}
/** The lines of an addition that begins on a line of its own. */
function toAddedLines(added) {
    if (!added[0]?.space.includes('\n'))
        return undefined;
    const text = added.map(({ space, text: word }) => space + word).join('');
    return text.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.trim()]));
}
const entry = /^(\/\/+|\*|#|--|;)?\s*([-*+•|] ?\S|\d+[.)] |:\w+|@\w+|\.\. |\[[^\]]+\]:|\w+\s*(\([^)]*\))?\s*(:|--|—) )/;
function isEntry(line = '') {
    return entry.test(line);
}
function isParagraph([first]) {
    return /\n\s*\n/.test(first?.space ?? '');
}
/** What an entry is about: its name, if it has one. */
function prose_lines_toIdentity(line) {
    const name = /^[^\p{L}]*(?:param|arg|:param|@param)?\s*(?:\{[^}]*\}\s*)?([\p{L}\p{N}_-]+)/u.exec(line)?.[1];
    return isEntry(line) && /^(\*\s*)?[:@]/.test(line) ? `name ${name}` : (0,member/* toPlainText */.b)(line);
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/keep-both.js




/** Keeps both where both sides have added whole items at one place and no rule of their list is against it; ours first, or sorted. */
function keep_both_tryKeepBoth({ base, ours, theirs }, trees) {
    if (base.length > 0 || ours.length === 0 || theirs.length === 0)
        return undefined;
    const holders = [findHolder(trees.ours, ours), findHolder(trees.theirs, theirs)];
    if (holders.every(holder => holder !== undefined && isProse(holder)))
        return tryKeepLines(ours, theirs);
    if (holders.every(holder => holder !== undefined && isChain(holder)))
        return tryLengthenChain(ours, theirs);
    const left = added_items_tryFindItems(trees.ours, ours);
    const right = added_items_tryFindItems(trees.theirs, theirs);
    if (left === undefined || right === undefined || left.container.type !== right.container.type)
        return undefined;
    const kind = item_kinds_tryKind(left.container);
    if (kind === undefined || kind !== item_kinds_tryKind(right.container) || !mayStandTogether(kind, left, right))
        return undefined;
    return tryJoin(kind, { left, right, ours, theirs });
}
/** The same without asking whether the list allows it: one of several answers that only tests can tell apart. */
function tryJoinItems({ base, ours, theirs }, trees, isTheirsFirst) {
    if (base.length > 0 || ours.length === 0 || theirs.length === 0)
        return undefined;
    const [left, right] = [trees && tryFindItems(trees.ours, ours), trees && tryFindItems(trees.theirs, theirs)];
    const kind = left && tryKind(left.container);
    const [first, second] = isTheirsFirst ? [theirs, ours] : [ours, theirs];
    if (left === undefined || right === undefined || kind === undefined)
        return [...first, ...second];
    return joinWithComma(kind, left.container, [first, second]);
}
/** Links that both sides have added to a chain of calls. */
function tryLengthenChain(ours, theirs) {
    const isLink = (tokens) => tokens[0]?.text === '.' && isBalanced(tokens);
    const toText = (tokens) => tokens.map(({ text }) => text).join(' ');
    return isLink(ours) && isLink(theirs) && toText(ours) !== toText(theirs) ? [...ours, ...theirs] : undefined;
}
function isBalanced(tokens) {
    let depth = 0;
    for (const { text } of tokens) {
        if (/^[([{]$/.test(text))
            depth++;
        if (/^[)\]}]$/.test(text) && --depth < 0)
            return false;
    }
    return depth === 0;
}
function tryJoin(kind, { left, right, ours, theirs }) {
    const isSorted = (kind === 'set' || kind === 'sequence') && comesFirst(right, left);
    return joinWithComma(kind, left.container, isSorted ? [theirs, ours] : [ours, theirs]);
}
function joinWithComma(kind, container, [first, second]) {
    const [before, after] = [toSeparators(first), toSeparators(second)];
    if (before.leads !== after.leads || before.trails !== after.trails)
        return undefined;
    const isSeparated = before.leads || before.trails || !isCommaList(container);
    if (isSeparated || !/^(set|sequence|arguments)$/.test(kind))
        return [...first, ...second];
    return [...first, { text: ',', space: '', offset: -1 }, ...withSpace(second)];
}
function withSpace([first, ...others]) {
    return first === undefined ? [] : [{ ...first, space: first.space === '' ? ' ' : first.space }, ...others];
}
function toSeparators(tokens) {
    const isSeparator = (token) => token !== undefined && /^[,|&;+]$/.test(token.text);
    return { leads: isSeparator(tokens[0]), trails: isSeparator(tokens.at(-1)) };
}
function isCommaList(container) {
    return !/^(interface_body|object_type|field_declaration_list|import_spec_list|class_body)$/.test(container.type);
}
/** Whether all neighbours are in the order of their words, so that the additions belong in that order, too. */
function comesFirst(right, left) {
    const sequence = (added) => [added.before, ...added.items, added.behind].filter(item => item !== undefined).map(({ text }) => text);
    const isSorted = (texts) => texts.length > 2 && texts.every((text, index) => index === 0 || texts[index - 1] < text);
    return (isSorted(sequence(left)) &&
        isSorted(sequence(right)) &&
        (right.items[0]?.text ?? '') < (left.items[0]?.text ?? ''));
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/token-hunks.js


/**
 * What a side has replaced, word by word. Hunks with nothing but signs between them are one: brackets and commas of different
 * statements are alike by chance.
 */
function toTokenHunks(base, side) {
    const hunks = [];
    for (const hunk of (0,text_lines/* toHunks */.$x)(base, side, isSameToken)) {
        const last = hunks.at(-1);
        if (last !== undefined && !isApart(last, hunk, base))
            hunks[hunks.length - 1] = { ...hunk, baseStart: last.baseStart, start: last.start };
        else
            hunks.push(toLineStart(hunk, last, [base, side]));
    }
    return hunks;
}
function isApart(last, hunk, base) {
    return base.slice(last.baseEnd, hunk.baseStart).some(isWordToken);
}
/** An insertion or a removal that can be read in several ways begins at the start of a line, if it can. */
function toLineStart(hunk, last, [base, side]) {
    const isInsertion = hunk.baseStart === hunk.baseEnd;
    if (!isInsertion && hunk.start !== hunk.end)
        return hunk;
    const [tokens, first, end] = isInsertion
        ? [side, hunk.start, hunk.end]
        : [base, hunk.baseStart, hunk.baseEnd];
    const room = isInsertion ? hunk.start - (last?.end ?? 0) : hunk.baseStart - (last?.baseEnd ?? 0);
    for (let by = 0; by <= Math.min(token_hunks_maxSlide, room); by++) {
        if (by > 0 && tokens[first - by]?.text !== tokens[end - by]?.text)
            return hunk;
        if (tokens[first - by]?.space.includes('\n') || first === by)
            return shift(hunk, by);
    }
    return hunk;
}
/** How many words an insertion is moved at most. */
const token_hunks_maxSlide = 20;
function shift({ baseStart, baseEnd, start, end }, by) {
    return { baseStart: baseStart - by, baseEnd: baseEnd - by, start: start - by, end: end - by };
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/merge-tokens.js


/** Merges the versions of one place word by word. Undefined: both sides have changed the same words, or words of one statement or item. */
function tryMergeTokens(versions, rules) {
    const [base, ours, theirs] = versions;
    const left = toTokenHunks(base, ours);
    const right = toTokenHunks(base, theirs);
    const groups = toGroups(left, right);
    const contested = groups.filter(group => !isAgreed(group, versions));
    if (!areApart(contested, rules.unitsOf) || leavesComment(groups, versions))
        return undefined;
    const merged = [];
    let at = { base: 0, ours: 0, theirs: 0, behind: undefined };
    for (const group of [...groups, undefined]) {
        const end = group?.start ?? base.length;
        const kept = tryKeep(versions, { at, count: end - at.base, rules });
        if (kept === undefined)
            return undefined;
        merged.push(...kept);
        if (group === undefined)
            break;
        const chunk = toChunk(group, versions, {
            ours: at.ours + end - at.base,
            theirs: at.theirs + end - at.base,
        });
        const solved = trySolveGroup(group, chunk, rules);
        if (solved === undefined)
            return undefined;
        merged.push(...solved);
        at = {
            base: group.end,
            ours: chunk.oursStart + chunk.ours.length,
            theirs: chunk.theirsStart + chunk.theirs.length,
            behind: solved === chunk.ours ? 'ours' : solved === chunk.theirs ? 'theirs' : undefined,
        };
    }
    return merged.map(({ space, text }) => space + text).join('');
}
/** Hunks that overlap, or add at one point, are one group. Those that only touch are not. */
function toGroups(left, right) {
    const all = [
        ...left.map(hunk => ({ hunk, isLeft: true })),
        ...right.map(hunk => ({ hunk, isLeft: false })),
    ].sort((a, b) => a.hunk.baseStart - b.hunk.baseStart || a.hunk.baseEnd - b.hunk.baseEnd);
    const groups = [];
    for (const { hunk, isLeft } of all) {
        const last = groups.at(-1);
        const isPoint = last !== undefined && last.start === last.end && hunk.baseStart === hunk.baseEnd;
        const joins = last !== undefined && (hunk.baseStart < last.end || (isPoint && hunk.baseStart === last.end));
        const group = joins ? last : { start: hunk.baseStart, end: hunk.baseEnd, left: [], right: [] };
        if (!joins)
            groups.push(group);
        group.end = Math.max(group.end, hunk.baseEnd);
        group[isLeft ? 'left' : 'right'].push(hunk);
    }
    return groups;
}
/** Whether both sides have made the same changes. */
function isAgreed({ left, right }, [, ours, theirs]) {
    const isSame = (hunk, other) => other?.baseStart === hunk.baseStart &&
        other.baseEnd === hunk.baseEnd &&
        isEqual(ours.slice(hunk.start, hunk.end), theirs.slice(other.start, other.end));
    return left.length === right.length && left.every((hunk, index) => isSame(hunk, right[index]));
}
/** Whether no unit is changed at two places by different sides. */
function areApart(groups, unitsOf) {
    const owners = new Map();
    for (const group of groups) {
        for (const hunk of [...group.left, ...group.right])
            for (const unit of unitsOf(hunk)) {
                const owner = owners.get(unit);
                if (owner !== undefined && owner !== group && !isOneSided(owner, group))
                    return false;
                owners.set(unit, group);
            }
    }
    return true;
}
function isOneSided(a, b) {
    const side = (group) => group.left.length === 0 ? 'right' : group.right.length === 0 ? 'left' : 'both';
    return side(a) === side(b) && side(a) !== 'both';
}
/** Whether a comment that one side has added ends where the other has replaced something: it may be about what is gone. */
function leavesComment(groups, [, ours, theirs]) {
    return groups.some((group, index) => {
        const next = groups[index + 1];
        if (next === undefined || next.start > group.end || next.end === next.start)
            return false;
        return ((next.left.length === 0 && group.left.some(hunk => endsInComment(ours, hunk))) ||
            (next.right.length === 0 && group.right.some(hunk => endsInComment(theirs, hunk))));
    });
}
function endsInComment(tokens, { start, end }) {
    if (end === start)
        return false;
    let first = end - 1;
    while (first > start && !tokens[first]?.space.includes('\n'))
        first--;
    const line = tokens
        .slice(first, end)
        .map(({ text }) => text)
        .join('');
    return /^(\/\/|\/\*|\*|#|--)/.test(line);
}
function toChunk({ start, end, left, right }, [base, ours, theirs], at) {
    const growth = (hunks) => hunks.reduce((sum, hunk) => sum + hunk.end - hunk.start - (hunk.baseEnd - hunk.baseStart), 0);
    return {
        base: base.slice(start, end),
        ours: ours.slice(at.ours, at.ours + end - start + growth(left)),
        theirs: theirs.slice(at.theirs, at.theirs + end - start + growth(right)),
        start,
        oursStart: at.ours,
        theirsStart: at.theirs,
    };
}
function trySolveGroup({ left, right }, chunk, { trySolve }) {
    if (left.length === 0)
        return chunk.theirs;
    if (right.length === 0)
        return chunk.ours;
    return isEqual(chunk.ours, chunk.theirs) ? chunk.ours : trySolve(chunk);
}
function isEqual(a, b) {
    return a.length === b.length && a.every((token, index) => isSameToken(token, b[index]));
}
/** Words that no side has changed, with the white space of the side that has changed it. */
function tryKeep([base, ours, theirs], { at, count, rules }) {
    const kept = [];
    for (let index = 0; index < count; index++) {
        const before = base[at.base + index];
        const [left, right] = [ours[at.ours + index], theirs[at.theirs + index]];
        const isContested = left.space !== before.space && right.space !== before.space && left.space !== right.space;
        if (isContested && rules.isIndentationSyntax && (left.space + right.space).includes('\n'))
            return undefined;
        const isBroken = left.space.includes('\n') !== right.space.includes('\n');
        if (index === 0 && isBroken && at.behind !== undefined)
            kept.push(at.behind === 'ours' ? left : right);
        else
            kept.push(left.space === before.space ? right : left);
    }
    return kept;
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/renames.js





/** Finds names that what a side has added at a place may not know any more. */
function findStaleNames([base, ours, theirs], isName) {
    const [before, left, right] = (0,three_way/* mapThree */.p1)([base, ours, theirs], tokens => (0,count_items/* countItems */.A)(tokens.map(({ text }) => text)));
    const names = [...before.keys()].filter(isName);
    const shrinks = (name, side) => (side.get(name) ?? 0) < (before.get(name) ?? 0);
    const grows = (name, side) => (side.get(name) ?? 0) > (before.get(name) ?? 0);
    const byOurs = names.filter(name => shrinks(name, left) && grows(name, right));
    const byTheirs = names.filter(name => shrinks(name, right) && grows(name, left));
    return [
        ...toStale(byOurs, { by: 'ours', base, side: ours }),
        ...toStale(byTheirs, { by: 'theirs', base, side: theirs }),
    ];
}
function toStale(names, { by, base, side, }) {
    if (names.length === 0)
        return [];
    const replacements = toReplacements(base, side);
    const words = new Set(side.map(({ text }) => text));
    return names.flatMap(name => {
        const others = replacements.get(name) ?? [];
        if (words.has(name) && others.every(other => other === undefined))
            return [];
        const [newName, ...more] = new Set(others);
        return { name, by, newName: more.length === 0 ? newName : undefined };
    });
}
function toReplacements(base, side) {
    const replacements = new Map();
    for (const hunk of (0,text_lines/* toHunks */.$x)(base, side, isSameToken)) {
        const other = tryReplacement(hunk, side);
        for (const { text } of base.slice(hunk.baseStart, hunk.baseEnd))
            replacements.set(text, [...(replacements.get(text) ?? []), other]);
    }
    return replacements;
}
function tryReplacement({ baseStart, baseEnd, start, end }, side) {
    return baseEnd - baseStart === 1 && end - start === 1 ? side[start]?.text : undefined;
}
/** Whether a word stands for a variable, a function or a type somewhere in the code, and for nothing that is imported. */
function toNameTest({ root, rules }) {
    const list = (node) => node.descendantsOfType(['identifier', 'type_identifier']).flatMap(name => name?.text ?? []);
    const isImport = (member) => rules.imports?.isImport(member) ?? false;
    const imported = new Set((0,syntax_rules/* namedChildren */.TP)(root).filter(isImport).flatMap(list));
    const known = new Set(list(root));
    return word => known.has(word) && !imported.has(word);
}
/** Whether the function around a place has a name no more. */
function isGone(name, root, offset) {
    let node = root.descendantForIndex(offset) ?? root;
    while (node.parent !== null && !/function|method|lambda|closure/.test(node.type))
        node = node.parent;
    return !node.descendantsOfType('identifier').some(other => other?.text === name);
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/units.js
/**
 * Nodes whose children stand beside each other: statements of a block, arguments, entries, members of a union. The grammars call them
 * alike.
 */
const lists = /(^|_)(block|body|program|module|source_file|compilation_unit|translation_unit|stylesheet|document|script|list|arguments|parameters|array|tuple|object|dictionary|set|union_type|intersection_type|object_type|named_imports|export_clause|literal_value|match_block|pattern_list|expression_list|switch_body|enum_body|case|clause|statements|interface_type|suite|interpolation)$/;
function isListNode(node) {
    return lists.test(node.type);
}
/** By the grammar of the base. */
function toSyntaxUnits({ root, text }, tokens) {
    const edges = toEdges(text, tokens);
    const offsetAt = (index) => index < 0 ? edges.before : tokens[index]?.text ? tokens[index].offset : edges.behind;
    return ({ baseStart, baseEnd }) => {
        const isAddition = baseStart === baseEnd;
        const first = offsetAt(isAddition ? baseStart - 1 : baseStart);
        const last = isAddition ? offsetAt(baseStart) : endOf(tokens[baseEnd - 1], edges.behind);
        const node = root.descendantForIndex(first, Math.max(first, last));
        if (node === null)
            return [];
        if (isAddition)
            return isListNode(node) ? [] : [toUnit(node)];
        return isListNode(node) ? toItems(node, first, last) : [toUnit(node)];
    };
}
/** The nearest signs outside of a place. */
function toEdges(text, tokens) {
    const start = (tokens[0]?.offset ?? 0) - (tokens[0]?.space.length ?? 0);
    const end = tokens.at(-1)?.offset ?? 0;
    const next = text.slice(end).search(/\S/);
    return {
        before: Math.max(0, text.slice(0, start).trimEnd().length - 1),
        behind: next === -1 ? text.length : end + next,
    };
}
function endOf(token, behind) {
    return token === undefined || token.text === '' ? behind : token.offset + token.text.length - 1;
}
function toItems(list, first, last) {
    return list.children
        .filter(child => child?.isNamed && child.endIndex > first && child.startIndex <= last)
        .flatMap(item => (item === null ? [] : toName(item)));
}
/** The nearest item of a list that holds a node. */
function toUnit(node) {
    let unit = node;
    while (unit.parent !== null && !isListNode(unit.parent))
        unit = unit.parent;
    return toName(unit);
}
function toName(node) {
    return `${node.startIndex}-${node.endIndex}`;
}
/** Where there is no grammar, each line is an item. */
function toLineUnits(tokens) {
    const rows = [];
    for (const { space } of tokens)
        rows.push((rows.at(-1) ?? 0) + (space.includes('\n') ? 1 : 0));
    return ({ baseStart, baseEnd }) => {
        const isAddition = baseStart === baseEnd;
        if (isAddition)
            return rows[baseStart - 1] === rows[baseStart] ? [`${rows[baseStart]}`] : [];
        return [...new Set(rows.slice(baseStart, baseEnd))].map(String);
    };
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/versions.js
/** A version or a range with one lower bound: `1.2.3`, `^1.2`, `~> 4.0`, `>= 0.8.0`, `v2.0.0-rc.1`, `1.0.dev0`, `2.0rc1`. */
const versionPattern = /^(?:[\^~]|~>|>=)?\s*v?(\d+(?:\.(?:\d+|x|\*)){0,3})(?:[-.]?((?:dev|a|b|rc|alpha|beta)[.\d]*)|-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
/** Undefined when a text is not a version, or a plain number. */
function tryReadVersion(text) {
    const match = versionPattern.exec(text.trim());
    if (match?.[1] === undefined || !/[.^~]/.test(text))
        return undefined;
    const numbers = match[1].split('.').map(part => (/^\d+$/.test(part) ? Number(part) : 0));
    const labels = match[2]?.match(/[a-z]+|\d+/g) ?? match[3]?.split('.') ?? [];
    return { numbers, labels: labels.map(toLabel) };
}
/** Development comes before all tests of a release. */
function toLabel(label) {
    return label === 'dev' ? '-dev' : label;
}
function isVersion(text) {
    return tryReadVersion(text) !== undefined;
}
/** Below 0 when `a` is lower, as in Semantic Versioning; undefined when one of them is not a version. */
function tryCompareVersions(a, b) {
    const [left, right] = [tryReadVersion(a), tryReadVersion(b)];
    if (left === undefined || right === undefined)
        return undefined;
    for (let index = 0; index < Math.max(left.numbers.length, right.numbers.length); index++) {
        const difference = (left.numbers[index] ?? 0) - (right.numbers[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return compareLabels(left.labels, right.labels);
}
/** A release is above its pre-releases; numbers count as numbers and are below words. */
function compareLabels(left, right) {
    if (left.length === 0 || right.length === 0)
        return right.length - left.length;
    for (let index = 0; index < Math.min(left.length, right.length); index++) {
        const difference = compareLabel(left[index], right[index]);
        if (difference !== 0)
            return difference;
    }
    return left.length - right.length;
}
function compareLabel(left, right) {
    const [isLeftNumber, isRightNumber] = [/^\d+$/.test(left), /^\d+$/.test(right)];
    if (isLeftNumber && isRightNumber)
        return Number(left) - Number(right);
    if (isLeftNumber !== isRightNumber)
        return isLeftNumber ? -1 : 1;
    return left === right ? 0 : left < right ? -1 : 1;
}

// EXTERNAL MODULE: ./lib/conflicts/text/words.js
var words = __webpack_require__(30110);
;// CONCATENATED MODULE: ./lib/conflicts/edits/version-words.js


/** The higher of two versions that both sides have set, where what is set is called a version and neither has lowered it. */
function tryHigherVersion({ base, ours, theirs, start }, tokens) {
    if (![base, ours, theirs].every(side => side.length === 1))
        return undefined;
    const [before, left, right] = [base, ours, theirs].map(side => side[0]?.text ?? '');
    if (![before, left, right].every(isVersion) || !isCalledVersion(tokens, start))
        return undefined;
    const order = tryCompareVersions(left, right) ?? 0;
    const [winner, loser] = order > 0 ? [ours, right] : [theirs, left];
    if (order === 0 || (tryCompareVersions(loser, before) ?? -1) < 0)
        return undefined;
    const sentence = `the higher version ${winner[0]?.text} was taken, not ${loser}`;
    return { tokens: winner, choice: { sentence, dropped: (0,words/* toWords */.x)(loser), kept: [] } };
}
/** Whether the line up to a word says that a version follows. */
function isCalledVersion(tokens, index) {
    let first = index;
    while (first > 0 && !tokens[first]?.space.includes('\n'))
        first--;
    const line = tokens.slice(first, index).map(({ text }) => text);
    const name = line.findLastIndex(word => /^_*([a-z]+_)*version_*$/i.test(word));
    return name !== -1 && line.slice(name + 1).every(word => /^["'`=:(]|str$/.test(word));
}

;// CONCATENATED MODULE: ./lib/conflicts/edits/solve-place.js









/** Merges one place; undefined when the sides want different things of the same statement or item. */
function trySolvePlace(place) {
    const [base, left, right] = place.texts.map((text, version) => toTokens(`\n${text}`, place.offsets[version] - 1));
    if ([base, left, right].some(({ length }) => length > maxWords))
        return undefined;
    const renamed = tryCarryRenames([base, left, right], place);
    if (renamed === undefined)
        return undefined;
    const [, ours, theirs] = renamed.tokens;
    const choices = [...renamed.choices];
    let keepsBoth = false;
    const trySolve = (chunk) => {
        const version = tryHigherVersion(chunk, base);
        if (version !== undefined)
            choices.push(version.choice);
        const solved = version?.tokens ?? tryContaining(chunk);
        if (solved !== undefined)
            return solved;
        keepsBoth = true;
        if (place.trees === undefined)
            return place.isProse ? tryKeepEntries(chunk) : undefined;
        return keep_both_tryKeepBoth(chunk, { ours: place.trees[1], theirs: place.trees[2] });
    };
    const text = tryMergeTokens([base, ours, theirs], {
        unitsOf: place.trees === undefined ? toLineUnits(base) : toSyntaxUnits(place.trees[0], base),
        isIndentationSyntax: place.isIndentationSyntax,
        trySolve,
    })?.slice(1);
    if (text === undefined || (!keepsBoth && isDoubled(text, place.texts)))
        return undefined;
    return { text, choices };
}
/** Longer places are not compared word by word: where so much was replaced, words are alike by chance. */
const maxWords = 4000;
/** Writes what one side has added with the names that the other has given meanwhile. Undefined: it uses what is not there any more. */
function tryCarryRenames(versions, { trees, offsets }) {
    const names = trees === undefined ? [] : findStaleNames(versions, toNameTest(trees[0]));
    const choices = [];
    let [, ours, theirs] = versions;
    for (const { name, by, newName } of names) {
        const side = by === 'ours' ? 1 : 2;
        if (newName === undefined || trees === undefined || !isGone(name, trees[side].root, offsets[side]))
            return undefined;
        const dropped = (by === 'ours' ? theirs : ours).flatMap(({ text }) => (text === name ? [name] : []));
        const sentence = `\`${name}\` is called \`${newName}\` now, so what the other side has added here calls it that, too`;
        choices.push({ sentence, dropped, kept: [] });
        const rename = (tokens) => tokens.map(token => (token.text === name ? { ...token, text: newName } : token));
        if (by === 'ours')
            theirs = rename(theirs);
        else
            ours = rename(ours);
    }
    return { tokens: [versions[0], ours, theirs], choices };
}
/** Whether a line that both sides have added is there more often than on either side. */
function isDoubled(text, texts) {
    const [result, base, ours, theirs] = [text, ...texts].map(version => (0,count_items/* countItems */.A)(toStatements(version)));
    return [...(result ?? [])].some(([line, count]) => {
        const [before = 0, left = 0, right = 0] = [base, ours, theirs].map(lines => lines?.get(line) ?? 0);
        return count > Math.max(left, right) && left > before && right > before;
    });
}
function toStatements(text) {
    return text
        .split('\n')
        .map(line => line.trim())
        .filter(line => line.length > 8);
}

// EXTERNAL MODULE: ./lib/conflicts/formats/generated.js
var generated = __webpack_require__(20689);
;// CONCATENATED MODULE: ./lib/conflicts/resolvers/edits.js









/**
 * Merges what is left place by place: changes that touch and do not overlap, changes of different statements or items, items that both
 * sides have added to one list, a change that holds the other, names that one side has changed.
 */
async function resolveEdits({ path, base, ours, theirs }) {
    if (base === undefined)
        return declined('the file is new on both sides');
    if ((0,generated/* toGeneratedRule */.B)(path) !== undefined)
        return declined('the file is generated');
    const texts = [base, ours, theirs];
    return (0,parsers/* withTrees */.g)(path, texts, trees => mergePlaces(path, texts, trees));
}
function mergePlaces(path, texts, trees) {
    if (trees?.some(tree => tree.root.hasError))
        return declined('a version has a syntax error');
    const solved = listPlaces(path, texts, trees).flatMap(({ region, place }) => {
        const answer = trySolvePlace(place);
        return answer === undefined ? [] : [{ region, lines: (0,text_lines/* toLines */.P_)(answer.text), choices: answer.choices }];
    });
    if (solved.length === 0)
        return declined('both sides have changed the same statement or item');
    const versions = (0,three_way/* mapThree */.p1)(texts, text_lines/* toLines */.P_);
    if (hasContestedMove(versions))
        return declined('one side has moved what the other has changed');
    const choices = solved.flatMap(place => place.choices);
    return { kind: 'reduced', conflict: { path, ...replaceRegions(versions, solved) }, choices };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/conflicts/formats/usings.js


const directive = /^\s*(global\s+)?using\s+(static\s+)?[\w.]+(\s*=\s*[\w.<>,\s]+)?\s*;/;
/** The `using` directives of a C# file, up to the first line of something else. Undefined when there are none. */
function tryReadUsings(text) {
    const lines = (0,text_lines/* toLines */.P_)(text);
    const start = lines.findIndex(line => directive.test(line));
    if (start === -1)
        return undefined;
    const rows = lines.map((line, row) => ({ line, row })).slice(start);
    const behind = rows.find(({ line }) => line.trim() !== '' && !directive.test(line))?.row ?? lines.length;
    const usings = rows.filter(({ line, row }) => row < behind && directive.test(line)).map(({ row }) => row);
    const end = (usings.at(-1) ?? start) + 1;
    const content = { commutes: true, value: undefined, tryNames: () => undefined, open: () => undefined };
    const places = usings.map(row => ({
        first: row,
        last: row,
        signature: `import ${(0,member/* toPlainText */.b)((lines[row] ?? '').replace(/\/\/.*/, ''))}`,
        ...content,
    }));
    const members = (0,member/* tryToMembers */.e)(lines, { start, end }, places);
    return members && { list: { isCommaSeparated: false, ...members }, start, end };
}

;// CONCATENATED MODULE: ./lib/conflicts/members/commas.js

/** Whether a list has the custom of a comma behind its last member. */
function endsWithComma({ members }) {
    return /,\s*$/.test(members.at(-1)?.lines.join('') ?? '');
}
/** Puts a comma behind each member, and behind the last one if that is the custom. */
function withCommas(members, onLast) {
    return members.map((member, index) => {
        const needsComma = onLast || index < members.length - 1;
        return { ...member, lines: (0,text_lines/* toLines */.P_)(withComma(member.lines.join(''), needsComma)) };
    });
}
function withComma(text, needsComma) {
    const hasComma = /,\s*$/.test(text);
    if (hasComma === needsComma || endsWithComment(text))
        return text;
    return needsComma ? text.replace(/(\s*)$/, ',$1') : text.replace(/,(\s*)$/, '$1');
}
function endsWithComment(text) {
    const last = text.trimEnd().split('\n').at(-1) ?? '';
    return /(^|\s)\/\/|\*\/$/.test(last);
}

;// CONCATENATED MODULE: ./lib/conflicts/members/merge-members.js



/**
 * Merges members instead of lines: they are matched by their keys, each is merged by itself, and additions to the same place are both
 * kept. The idea is that of structured merging (Apel et al. 2011; mergiraf): members that commute may stand in any order, all
 * others keep theirs. Ours come first.
 */
function mergeMembers(lists, rules) {
    const merge = new MemberMerge(rules);
    const lines = merge.tryMergeLists(lists);
    if (lines === undefined)
        return { kind: 'clash', reason: merge.reason() };
    return { kind: 'merged', lines, choices: merge.choices };
}
class MemberMerge {
    choices = [];
    clashes = [];
    rules;
    constructor(rules) {
        this.rules = rules;
    }
    tryMergeLists(lists) {
        const maps = (0,three_way/* mapThree */.p1)(lists, ({ members }) => new Map(members.map(member => [member.key, member])));
        const keys = this.tryMergeKeys(lists, maps);
        const rest = this.tryMergeLines((0,three_way/* mapThree */.p1)(lists, list => list.rest));
        if (keys === undefined || rest === undefined)
            return undefined;
        const merged = [];
        for (const key of keys) {
            const member = this.tryMergeMember((0,three_way/* mapThree */.p1)(maps, map => map.get(key)), key);
            if (member === undefined)
                return undefined;
            if (member !== 'gone')
                merged.push(merged.length > 0 ? withGap(member, lists) : member);
        }
        const separated = lists[1].isCommaSeparated
            ? withCommas(merged, lists.slice(1).every(endsWithComma))
            : merged;
        return [...separated.flatMap(({ gap, lines }) => [...gap, ...lines]), ...rest];
    }
    /** Which members may be in the result, in their order. */
    tryMergeKeys(lists, maps) {
        const [base, ours, theirs] = (0,three_way/* mapThree */.p1)(lists, ({ members }) => members.map(member => member.key));
        const keys = [];
        for (const segment of (0,three_way/* mergeSequences */.NT)(base, ours, theirs)) {
            const part = segment.kind === 'merged' ? segment.items : this.tryMergeChunk(segment, maps);
            if (part === undefined)
                return undefined;
            keys.push(...part);
        }
        const found = new Set(keys.filter(key => isKept(key, maps)));
        for (const key of [...maps[1].keys(), ...maps[2].keys()])
            if (isKept(key, maps))
                found.add(key);
        return [...found];
    }
    tryMergeChunk(chunk, maps) {
        const involved = new Set([...chunk.base, ...chunk.ours, ...chunk.theirs]);
        const fixed = [...involved].find(key => maps.some(map => map.get(key)?.commutes === false));
        if (fixed !== undefined)
            return this.clash(`the order of what both sides have changed matters: ${quote(fixed)}`);
        const replaced = chunk.base.find(key => !maps[1].has(key) && !maps[2].has(key));
        const hasNew = (side) => [...involved].some(key => side.has(key) && !maps[0].has(key));
        if (replaced !== undefined && hasNew(maps[1]) && hasNew(maps[2]))
            return this.clash(`${quote(replaced)} was replaced on both sides, differently`);
        return interleave(chunk.ours, chunk.theirs);
    }
    tryMergeMember(versions, key) {
        const [base, ours, theirs] = versions;
        if (ours === undefined || theirs === undefined)
            return this.tryMergeLone(versions, key);
        if (isSameText(ours, theirs))
            return ours;
        if (base !== undefined && isSameText(theirs, base))
            return ours;
        if (base !== undefined && isSameText(ours, base))
            return { ...theirs, gap: ours.gap };
        const lines = this.tryMergeBoth(base, ours, theirs);
        if (lines !== undefined)
            return { gap: ours.gap, lines };
        const verb = base === undefined ? 'added' : 'changed';
        return this.tryDecide(versions, `${quote(key)} was ${verb} on both sides, differently`);
    }
    /** A member that a side does not have: new, or deleted. */
    tryMergeLone(versions, key) {
        const [base, ours, theirs] = versions;
        const left = ours ?? theirs;
        if (base === undefined)
            return left;
        if (left === undefined || isSameText(left, base))
            return 'gone';
        return this.tryDecide(versions, `${quote(key)} was deleted on one side and changed on the other`);
    }
    tryMergeBoth(base, ours, theirs) {
        if (base !== undefined)
            return this.tryMergeInside([base, ours, theirs]);
        return this.rules.mergesAdded ? this.tryMergeOpened([toEmpty(ours), ours, theirs]) : undefined;
    }
    /** Merges a member that both sides have changed: by lines, or its inside by members and what is around it by lines. */
    tryMergeInside(versions) {
        const plain = (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(...(0,three_way/* mapThree */.p1)(versions, ({ lines }) => lines.join(''))));
        return plain === undefined ? this.tryMergeOpened(versions) : (0,text_lines/* toLines */.P_)(plain);
    }
    tryMergeOpened(versions) {
        const made = this.choices.length;
        const lines = this.tryMergeContainers((0,three_way/* mapThree */.p1)(versions, member => member.open()));
        if (lines === undefined)
            this.choices.length = made;
        return lines;
    }
    tryMergeContainers([base, ours, theirs]) {
        if (base === undefined || ours === undefined || theirs === undefined)
            return undefined;
        const inner = [base, ours, theirs];
        const head = this.tryMergeLines((0,three_way/* mapThree */.p1)(inner, container => container.head));
        const tail = this.tryMergeLines((0,three_way/* mapThree */.p1)(inner, container => container.tail));
        if (head === undefined || tail === undefined)
            return undefined;
        const middle = this.tryMergeLists((0,three_way/* mapThree */.p1)(inner, container => container.list));
        return middle === undefined ? undefined : [...head, ...middle, ...tail];
    }
    tryMergeLines(versions) {
        const text = (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(...(0,three_way/* mapThree */.p1)(versions, lines => lines.join(''))));
        return text === undefined ? undefined : (0,text_lines/* toLines */.P_)(text);
    }
    tryDecide(versions, reason) {
        const decision = this.rules.decide(versions);
        if (decision === undefined)
            return this.clash(reason);
        if (decision.choice !== undefined)
            this.choices.push(decision.choice);
        return decision.member ?? 'gone';
    }
    clash(reason) {
        this.clashes.push(reason);
        return undefined;
    }
    /** The first one is the innermost. */
    reason() {
        return this.clashes[0] ?? 'what is around the members was changed on both sides';
    }
}
/** What both sequences have in common once, and what only one has before it, ours first. */
function interleave(ours, theirs) {
    const keys = [];
    let at = 0;
    for (const hunk of (0,text_lines/* toHunks */.$x)(ours, theirs)) {
        keys.push(...ours.slice(at, hunk.baseEnd), ...theirs.slice(hunk.start, hunk.end));
        at = hunk.baseEnd;
    }
    return [...new Set([...keys, ...ours.slice(at)])];
}
/** A member that was the first of its list has the gap of one that is not, once another one stands in front of it. */
function withGap(member, [, ours, theirs]) {
    const isFirst = [ours, theirs].some(({ members }) => members[0]?.lines === member.lines);
    if (!isFirst)
        return member;
    return { ...member, gap: (ours.members[1] ?? theirs.members[1])?.gap ?? [] };
}
/** A base for what both sides have added: with its head and tail, and nothing inside. */
function toEmpty(member) {
    return {
        open: () => {
            const container = member.open();
            return container && { ...container, list: { ...container.list, members: [], rest: [] } };
        },
    };
}
/** Whether a member may stay: it is new, on both sides, or deleted on one and changed on the other. */
function isKept(key, [base, ours, theirs]) {
    const [before, left, right] = [base.get(key), ours.get(key), theirs.get(key)];
    if (before === undefined || (left !== undefined && right !== undefined))
        return true;
    const only = left ?? right;
    return only !== undefined && !isSameText(only, before);
}
/** Whether a member is the last of its list, and so without a comma, does not matter. */
function isSameText(a, b) {
    return toComparable(a.lines) === toComparable(b.lines);
}
function toComparable(lines) {
    return lines.join('').replace(/,?\s*$/, '');
}
function quote(key) {
    const text = key.replace(/^(text|value|member|key) /, '');
    return `\`${text.length > 60 ? `${text.slice(0, 60)}…` : text}\``;
}

;// CONCATENATED MODULE: ./lib/conflicts/members/merge-names.js
/**
 * Merges members that list names, as sets: those of the base, less what a side has removed, and what either side has added. What both sides
 * have added becomes one, unless the file has several of its kind anyway.
 */
function decideNames([base, ours, theirs]) {
    const present = [base, ours, theirs].filter(member => member !== undefined);
    if (present.some(member => member.names === undefined))
        return undefined;
    const [before, left, right] = [base, ours, theirs].map(member => member?.names?.names ?? []);
    const names = mergeNames([before, left, right]);
    const isSeparate = names.length === left.length + right.length && hasSeveral(ours);
    if (base === undefined && ours !== undefined && theirs !== undefined && isSeparate)
        return { member: { gap: ours.gap, lines: [...ours.lines, ...theirs.lines] }, choice: undefined };
    if (names.length === 0)
        return { member: undefined, choice: undefined };
    const model = [ours, theirs]
        .filter(member => member !== undefined)
        .toSorted((a, b) => b.lines.length - a.lines.length)[0];
    const lines = model?.names?.tryPrint(names);
    return model === undefined || lines === undefined
        ? undefined
        : { member: { gap: model.gap, lines }, choice: undefined };
}
/** Whether a member is the second of its name. */
function hasSeveral(member) {
    return / \(\d+\)$/.test(member?.key ?? '');
}
/** Ours first; sorted where both sides are. */
function mergeNames([base, ours, theirs]) {
    const isKept = (name) => !base.includes(name) || (ours.includes(name) && theirs.includes(name));
    const names = [...new Set([...ours, ...theirs])].filter(isKept);
    const orders = [compareCodes, compareWords];
    const order = orders.find(compare => [ours, theirs].every(side => isSorted(side, compare)));
    return order === undefined || base.length < 2 ? names : names.toSorted(order);
}
function compareCodes(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function compareWords(a, b) {
    return compareCodes(a.toLowerCase(), b.toLowerCase());
}
function isSorted(names, compare) {
    return names.every((name, index) => index === 0 || compare(names[index - 1], name) <= 0);
}

;// CONCATENATED MODULE: ./lib/conflicts/syntax/import-block.js


/** The first imports of a file, up to the first member that is none. Undefined when there are none, or two of them share a line. */
function tryReadImportBlock(tree) {
    const file = tryFileMembers(tree, (0,text_lines/* toLines */.P_)(tree.text));
    if (file === undefined)
        return undefined;
    const isImport = ({ key }) => key.startsWith('import ');
    const first = file.members.findIndex(isImport);
    if (first === -1)
        return undefined;
    const behind = file.members.findIndex((member, index) => index > first && !isImport(member));
    const imports = file.members.slice(first, behind === -1 ? file.members.length : behind);
    const count = (members) => members.reduce((sum, { gap, lines }) => sum + gap.length + lines.length, 0);
    const start = count(file.members.slice(0, first)) + (imports[0]?.gap.length ?? 0);
    // The tree may be gone before the members are merged: nothing may be opened then.
    const members = imports.map((member, index) => ({
        ...member,
        gap: index === 0 ? [] : member.gap,
        open: () => undefined,
    }));
    return { list: { isCommaSeparated: false, members, rest: [] }, start, end: start + count(members) };
}

;// CONCATENATED MODULE: ./lib/conflicts/resolvers/imports.js








/** Merges the imports at the head of a file as sets of names. The rest of the file is left for other resolvers. */
async function resolveImports(conflict) {
    const { path, base, ours, theirs } = conflict;
    if (base === undefined)
        return declined('the file is new on both sides');
    const texts = [base, ours, theirs];
    const blocks = [];
    for (const text of texts)
        blocks.push(await tryReadBlock(path, text));
    const [before, left, right] = blocks;
    if (before === undefined || left === undefined || right === undefined)
        return declined('no imports that are understood stand at the head of each version');
    const merged = mergeMembers([before.list, left.list, right.list], {
        decide: decideNames,
        mergesAdded: false,
    });
    if (merged.kind === 'clash')
        return declined(merged.reason);
    const [newBase, newOurs, newTheirs] = [before, left, right].map((block, index) => replaceRows(texts[index], block, merged.lines));
    return {
        kind: 'reduced',
        conflict: { path, base: newBase, ours: newOurs, theirs: newTheirs },
        choices: merged.choices,
    };
}
async function tryReadBlock(path, text) {
    if (external_node_path_.posix.extname(path) === '.cs')
        return tryReadUsings(text);
    const tree = await (0,parsers/* tryParse */.x)(path, text);
    if (tree === undefined)
        return undefined;
    try {
        return tree.root.hasError ? undefined : tryReadImportBlock(tree);
    }
    finally {
        tree.free();
    }
}
function replaceRows(text, { start, end }, lines) {
    return (0,text_lines/* toLines */.P_)(text)
        .toSpliced(start, end - start, ...lines)
        .join('');
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/decide-value.js


/** Files whose values are versions, wherever they look like one. Elsewhere `10.0.0.1` or `0.5` may be anything. */
const manifests = /^(package|composer|bower|deno)\.json$|^(Cargo|pyproject)\.toml$|^(Chart|pubspec)\.ya?ml$|^go\.mod$/;
/**
 * Two versions of one thing: the higher one counts. A thing that one side has dropped while the other only raised its version goes.
 *
 * @param name The file that the members are from, without its folder.
 */
function decideValue(name, versions) {
    const [base, ours, theirs] = versions;
    const key = (ours ?? theirs)?.key ?? '';
    if (!manifests.test(name) && !/(^key |[a-z_-])version$/i.test(key))
        return undefined;
    if (ours !== undefined && theirs !== undefined)
        return decideVersion(base, ours, theirs);
    const left = ours ?? theirs;
    return base === undefined || left === undefined ? undefined : decideRemoval(base, left);
}
function decideVersion(base, ours, theirs) {
    if (!differsInValueOnly(ours, theirs))
        return undefined;
    const order = tryCompareVersions(ours.value ?? '', theirs.value ?? '');
    if (order === undefined || order === 0)
        return undefined;
    const [winner, loser] = order > 0 ? [ours, theirs] : [theirs, ours];
    const isLowered = base?.value !== undefined && (tryCompareVersions(loser.value ?? '', base.value) ?? 0) < 0;
    if (isLowered || isPinned(base, ours, theirs))
        return undefined;
    const sentence = `${decide_value_toName(winner)}: the higher version ${winner.value} was taken, not ${loser.value}`;
    return { member: winner, choice: { sentence, dropped: (0,words/* toWords */.x)(loser.value ?? ''), kept: [] } };
}
/** Whether just one side has made an exact version of a range: then it wants no other. */
function isPinned(...members) {
    const [base, ours, theirs] = members.map(member => /^[\^~>]/.test(member?.value?.trim() ?? ''));
    return base === true && ours !== theirs;
}
function decideRemoval(base, left) {
    if (base.value === undefined || left.value === undefined || !differsInValueOnly(base, left))
        return undefined;
    if (!isVersion(base.value) || !isVersion(left.value))
        return undefined;
    const sentence = `${decide_value_toName(left)}: removed on one side, so its new version ${left.value} on the other was not taken`;
    return { member: undefined, choice: { sentence, dropped: (0,words/* toWords */.x)(left.value), kept: [] } };
}
function differsInValueOnly(a, b) {
    if (a.value === undefined || b.value === undefined)
        return false;
    const withoutValue = ({ lines, value = '' }) => lines
        .join('')
        .replace(value, '')
        .replace(/,?\s*$/, '')
        .trim();
    return withoutValue(a) === withoutValue(b);
}
function decide_value_toName({ key }) {
    return `\`${key.replace(/^\w+ /, '')}\``;
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/go-module.js


/** The directives of a go.mod, and the modules in its blocks, by their paths. Undefined when a block is not closed. */
function tryReadGoModule(text) {
    const lines = (0,text_lines/* toLines */.P_)(text);
    const places = tryReadPlaces(lines, { start: 0, end: lines.length }, '');
    const members = places && (0,member/* tryToMembers */.e)(lines, { start: 0, end: lines.length }, places);
    return members && { head: [], list: { isCommaSeparated: false, ...members }, tail: [] };
}
function tryReadPlaces(lines, { start, end }, directive) {
    const places = [];
    for (let row = start; row < end; row++) {
        const line = (lines[row] ?? '').replace(/\/\/.*/, '').trim();
        if (line === '')
            continue;
        const opened = /^(\w+) \($/.exec(line)?.[1];
        const close = opened === undefined ? row : lines.findIndex((other, index) => index > row && other.trim() === ')');
        if (close === -1)
            return undefined;
        places.push(opened === undefined
            ? toLinePlace(row, `${directive} ${line}`.trim())
            : toBlockPlace(lines, row, close, opened));
        row = close;
    }
    return places;
}
/** How many words a directive has whose last one is the version of the others: of what is excluded, each version counts by itself. */
const versionedAt = new Map([
    ['go', 2],
    ['toolchain', 2],
    ['require', 3],
]);
/** `go 1.22`, `require example.com/a v1.2.3` (in a block: without the first word), `replace a => ../a`. */
function toLinePlace(row, text) {
    const words = text.split(/\s+/);
    const value = words.at(-1);
    const isVersioned = words.length === versionedAt.get(words[0] ?? '');
    const arrow = words.indexOf('=>');
    const count = isVersioned ? -1 : arrow === -1 ? words.length : arrow;
    const signature = `key ${words.slice(0, count).join(' ')}`;
    const content = { tryNames: () => undefined, open: () => undefined };
    return {
        first: row,
        last: row,
        signature,
        commutes: true,
        value: isVersioned ? value : undefined,
        ...content,
    };
}
function toBlockPlace(lines, first, last, directive) {
    const range = { start: first + 1, end: last };
    const places = tryReadPlaces(lines, range, directive);
    const members = places && (0,member/* tryToMembers */.e)(lines, range, places);
    const modules = members?.members.map(member => member.lines.join('').includes('// indirect'));
    const kind = modules?.length !== undefined && modules.length > 0 && modules.every(isIndirect => isIndirect)
        ? ' indirect'
        : '';
    return {
        first,
        last,
        signature: `block ${directive}${kind}`,
        commutes: true,
        value: undefined,
        tryNames: () => undefined,
        open: () => members && {
            head: lines.slice(first, first + 1),
            list: { isCommaSeparated: false, ...members },
            tail: lines.slice(last, last + 1),
        },
    };
}

// EXTERNAL MODULE: ./lib/conflicts/formats/json.js
var json = __webpack_require__(73988);
;// CONCATENATED MODULE: ./lib/conflicts/formats/release-lines.js

/**
 * Whether two versions of a package.json are of different major versions, and the older one has got a dependency that the newer one lacks. Then
 * only people know whether the newer one needs it too.
 */
function isMixedRelease(base, ours, theirs) {
    const [before, left, right] = [base, ours, theirs].map(readPackage);
    if (before === undefined || left === undefined || right === undefined)
        return false;
    if (left.major === undefined || right.major === undefined || left.major === right.major)
        return false;
    const [older, newer] = left.major < right.major ? [left, right] : [right, left];
    return [...older.dependencies].some(name => !before.dependencies.has(name) && !newer.dependencies.has(name));
}
function readPackage(text) {
    try {
        const { version, dependencies, devDependencies } = JSON.parse(text);
        const major = typeof version === 'string' ? tryReadVersion(version)?.numbers[0] : undefined;
        return {
            major,
            dependencies: new Set([...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})]),
        };
    }
    catch {
        // Whoever reads it key by key says what is wrong with it.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/toml.js


/** The tables of a TOML text with their keys. Tables of a list have no names, so their places matter. */
function readToml(text) {
    const lines = (0,text_lines/* toLines */.P_)(text);
    const rows = findRows(lines);
    const headers = rows.filter(({ first }) => (lines[first] ?? '').trimStart().startsWith('['));
    const top = headers[0] === undefined ? lines.length : toStart(lines, headers[0].first);
    const keys = rows.filter(({ first }) => first < top).map(row => toKeyPlace(lines, row));
    const tables = headers.map(({ first }, index) => {
        const next = headers[index + 1];
        return toTablePlace(lines, rows, {
            first,
            end: next === undefined ? lines.length : toStart(lines, next.first),
        });
    });
    const members = (0,member/* tryToMembers */.e)(lines, { start: 0, end: lines.length }, [...keys, ...tables]);
    return members && { head: [], list: { isCommaSeparated: false, ...members }, tail: [] };
}
/** Comments right above a table belong to it, and blank lines above them to no table. */
function toStart(lines, first) {
    let start = first;
    while (start > 0 && /^\s*#/.test(lines[start - 1] ?? ''))
        start--;
    while (start > 0 && (lines[start - 1] ?? '').trim() === '')
        start--;
    return start;
}
/** Where each header and each key with its value stands; values may go on over several lines. */
function findRows(lines) {
    const rows = [];
    for (let row = 0; row < lines.length; row++) {
        const line = lines[row] ?? '';
        if (line.trim() === '' || line.trimStart().startsWith('#'))
            continue;
        const last = line.trimStart().startsWith('[') ? row : findEnd(lines, row);
        rows.push({ first: row, last });
        row = last;
    }
    return rows;
}
function findEnd(lines, first) {
    let text = '';
    for (let row = first; row < lines.length; row++) {
        text += lines[row];
        if (!isOpen(text))
            return row;
    }
    return first;
}
/** Whether a long string or a bracket is not closed yet. */
function isOpen(text) {
    const withoutStrings = text
        .replace(/"""[\s\S]*?"""|'''[\s\S]*?'''/g, '')
        .replace(/"(?!"")(?:[^"\\\n]|\\.)*"|'(?!'')[^'\n]*'/g, '');
    if (/"""|'''/.test(withoutStrings))
        return true;
    const code = withoutStrings.replace(/#.*/g, '');
    const count = (pattern) => code.match(pattern)?.length ?? 0;
    return count(/[[{]/g) > count(/[\]}]/g);
}
function toKeyPlace(lines, { first, last }) {
    const text = lines.slice(first, last + 1).join('');
    const key = /^\s*((?:"[^"]*"|'[^']*'|[^=])*?)\s*=/.exec(text)?.[1] ?? text.trim();
    const value = /=\s*(["'])([^"'\n]*)\1\s*(#.*)?$/.exec(text.trimEnd())?.[2];
    const content = { tryNames: () => undefined, open: () => undefined };
    return { first, last, signature: `key ${key}`, commutes: true, value, ...content };
}
function toTablePlace(lines, rows, { first, end }) {
    const header = (lines[first] ?? '').replace(/#.*/, '').trim();
    const isListed = header.startsWith('[[');
    const keys = rows.filter(row => row.first > first && row.first < end);
    const last = keys.at(-1)?.last ?? first;
    const places = keys.map(row => toKeyPlace(lines, row));
    const name = isListed
        ? `${header} ${places.map(toml_toIdentity).find(text => text !== undefined) ?? ''}`
        : header;
    const start = first + 1;
    return {
        first,
        last,
        signature: `key ${name}`,
        commutes: !isListed,
        value: undefined,
        tryNames: () => undefined,
        open: () => {
            const members = (0,member/* tryToMembers */.e)(lines, { start, end: last + 1 }, places);
            return (members && {
                head: lines.slice(first, start),
                list: { isCommaSeparated: false, ...members },
                tail: [],
            });
        },
    };
}
/** A table of a list is known by its `id` or `name`. */
function toml_toIdentity({ signature, value }) {
    return signature === 'key id' || signature === 'key name' ? value : undefined;
}

;// CONCATENATED MODULE: ./lib/conflicts/members/merge-containers.js



/** Merges the three versions of a text member by member, with the formatting of ours. */
function mergeTexts(texts, read, rules) {
    const [base, ours, theirs] = (0,three_way/* mapThree */.p1)(texts, read);
    if (base === undefined || ours === undefined || theirs === undefined)
        return declined('a version cannot be taken apart, line by line, into what it is made of');
    const containers = [base, ours, theirs];
    const merged = mergeMembers((0,three_way/* mapThree */.p1)(containers, ({ list }) => list), rules);
    if (merged.kind === 'clash')
        return declined(merged.reason);
    const around = (part) => (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(...(0,three_way/* mapThree */.p1)(containers, container => container[part].join(''))));
    const [head, tail] = [around('head'), around('tail')];
    if (head === undefined || tail === undefined)
        return declined('what stands around the members was changed on both sides');
    return { kind: 'resolved', text: head + merged.lines.join('') + tail, choices: merged.choices };
}

;// CONCATENATED MODULE: ./lib/conflicts/resolvers/keys.js









/** Merges files of keys and values key by key, with their formatting: JSON, YAML, TOML and go.mod. */
async function resolveKeys({ path, base, ours, theirs }) {
    if ((0,generated/* toGeneratedRule */.B)(path) !== undefined)
        return declined('the file is generated');
    const read = await tryReader(path);
    if (read === undefined)
        return declined('not a file of keys and values');
    if (base === undefined)
        return declined('the file is new on both sides');
    if (external_node_path_.posix.basename(path) === 'package.json' && isMixedRelease(base, ours, theirs))
        return declined('the sides are of different major versions, and the older one has got a dependency');
    const decide = (versions) => decideValue(external_node_path_.posix.basename(path), versions);
    return mergeTexts([base, ours, theirs], read, { decide, mergesAdded: true });
}
/** What is large to load is loaded only for files that need it. */
async function tryReader(path) {
    if (external_node_path_.posix.basename(path) === 'go.mod')
        return tryReadGoModule;
    switch (external_node_path_.posix.extname(path).toLowerCase()) {
        case '.json':
        case '.jsonc':
            return json/* tryReadJson */.AX;
        case '.yml':
        case '.yaml':
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(973)]).then(__webpack_require__.bind(__webpack_require__, 81973))).tryReadYaml;
        case '.toml':
            return readToml;
        default:
            return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/markdown-entries.js


function toMarkdownText(text) {
    const lines = (0,text_lines/* toLines */.P_)(text);
    let fence;
    const outline = lines.map(line => {
        const mark = /^ *(`{3,}|~{3,})/.exec(line)?.[1];
        if (fence === undefined && mark === undefined)
            return line;
        if (fence === undefined)
            fence = mark;
        else if (mark?.startsWith(fence) && line.trim() === mark)
            fence = undefined;
        return `${/^\s*(?=\S)/.exec(line)?.[0] ?? ''}code`;
    });
    return { lines, outline };
}
/** Entries begin with a bullet in the first columns and go on to the next one; tables are known by their heads; other paragraphs keep their places. */
function findEntries(source, range) {
    return findBlocks(source, range).map(block => markdown_entries_toBlockPlace(source, block));
}
function findBlocks({ outline }, { start, end }) {
    const indent = Math.min(...outline.slice(start, end).flatMap(line => /^( *)[*+-] /.exec(line)?.[1]?.length ?? []));
    const blocks = [];
    for (let row = start; row < end; row++) {
        const line = outline[row] ?? '';
        if (line.trim() === '')
            continue;
        const last = blocks.at(-1);
        const kind = markdown_entries_isEntry(line, indent) ? 'entry' : isRule(outline[row + 1]) ? 'table' : 'text';
        if (last !== undefined && goesOn(last, { row, line, kind }))
            last.last = row;
        else
            blocks.push({ first: row, last: row, kind });
    }
    return blocks;
}
function markdown_entries_isEntry(line, indent) {
    return /^ *[*+-] /.test(line) && line.search(/\S/) === indent;
}
/** Whether a line belongs to the block above it. */
function goesOn(block, { row, line, kind }) {
    const isNext = block.last === row - 1;
    if (block.kind === 'table')
        return isNext && line.startsWith('|');
    return kind === 'text' && (isNext || /^\s/.test(line));
}
/** The line between the head of a table and its rows. */
function isRule(line = '') {
    return /^\|[\s:|-]*-[\s:|-]*$/.test(line);
}
function markdown_entries_toBlockPlace({ lines }, { first, last, kind }) {
    const text = lines.slice(first, last + 1).join('');
    const name = (0,member/* toPlainText */.b)(kind === 'table' ? (lines[first] ?? '') : text);
    return {
        first,
        last,
        signature: kind === 'text' ? undefined : `${kind} ${name}`,
        commutes: kind !== 'text',
        value: undefined,
        tryNames: () => undefined,
        open: () => (kind === 'table' ? tryOpenTable(lines, first, last) : undefined),
    };
}
/** Its rows are a set. */
function tryOpenTable(lines, first, last) {
    const start = first + 2;
    const content = { commutes: true, value: undefined, tryNames: () => undefined, open: () => undefined };
    const rows = lines.slice(start, last + 1).map((line, index) => ({
        first: start + index,
        last: start + index,
        signature: `row ${(0,member/* toPlainText */.b)(line)}`,
        ...content,
    }));
    const members = (0,member/* tryToMembers */.e)(lines, { start, end: last + 1 }, rows);
    return (members && { head: lines.slice(first, start), list: { isCommaSeparated: false, ...members }, tail: [] });
}

;// CONCATENATED MODULE: ./lib/conflicts/formats/changelog.js


/** The sections of a Markdown changelog, with their entries. */
function readChangelog(text) {
    const source = toMarkdownText(text);
    const { lines } = source;
    const list = readInside(source, { start: 0, end: lines.length }, 0);
    return { head: [], list: list ?? { isCommaSeparated: false, members: [], rest: lines }, tail: [] };
}
/** Titles of all sections, with the first lines of the entries right below them. */
function listSections(text) {
    const source = toMarkdownText(text);
    const { lines } = source;
    const sections = findSections(source, { start: 0, end: lines.length });
    return sections.map(({ title, body, end }) => ({
        title,
        entries: findEntries(source, { start: body, end }).map(({ first }) => (0,member/* toPlainText */.b)(lines[first] ?? '')),
    }));
}
function readInside(source, range, level) {
    const sections = toChildren(findSections(source, range), level);
    const start = sections[0]?.first ?? range.end;
    const places = [
        ...findEntries(source, { start: range.start, end: start }),
        ...sections.map(section => changelog_toPlace(source, section)),
    ];
    const members = (0,member/* tryToMembers */.e)(source.lines, range, places);
    return members && { isCommaSeparated: false, ...members };
}
/** Only the sections that are not inside another one, each up to the next. */
function toChildren(sections, level) {
    const inside = sections.filter(section => section.level > level);
    const top = Math.min(...inside.map(section => section.level));
    return inside.filter(section => section.level === top);
}
function changelog_toPlace(source, section) {
    const { first, body, end, level, title } = section;
    const last = end - 1;
    return {
        first,
        last,
        signature: `section ${title}`,
        commutes: true,
        value: undefined,
        tryNames: () => undefined,
        open: () => {
            const list = readInside(source, { start: body, end }, level);
            return list && { head: source.lines.slice(first, body), list, tail: [] };
        },
    };
}
/** Headings begin with `#`, or are underlined with `=` or `-`. */
function findSections({ outline }, { start, end }) {
    const starts = outline.slice(start, end).flatMap((_, index) => tryHeading(outline, start + index));
    return starts.map((section, index) => {
        const next = starts.slice(index + 1).find(other => other.level <= section.level);
        return { ...section, end: next?.first ?? end };
    });
}
function tryHeading(lines, row) {
    const line = lines[row] ?? '';
    const marked = /^(#{1,6})\s+(.*)/.exec(line);
    if (marked?.[1] !== undefined)
        return [{ first: row, body: row + 1, level: marked[1].length, title: (0,member/* toPlainText */.b)(marked[2] ?? '') }];
    const underline = /^(=+|-+)\s*$/.exec(lines[row + 1] ?? '')?.[1];
    if (underline === undefined || underline.length < 3 || !/^\w/.test(line))
        return [];
    return [{ first: row, body: row + 2, level: underline.startsWith('=') ? 1 : 2, title: (0,member/* toPlainText */.b)(line) }];
}

// EXTERNAL MODULE: ./lib/conflicts/formats/line-set.js
var line_set = __webpack_require__(7549);
;// CONCATENATED MODULE: ./lib/conflicts/resolvers/lines.js





/** Merges files whose lines are a set or a log: what either side has added is kept, what either has removed goes. */
function resolveLines({ path, base = '', ours, theirs }) {
    const texts = [base, ours, theirs];
    const isMarkdown = /\.(md|markdown)$/i.test(path) || isChangelog(path);
    if (isMarkdown && base === '')
        return declined('the file is new on both sides');
    if (isMarkdown)
        return resolveChangelog(texts);
    const read = lines_tryReader(path);
    if (isLog(path) && (0,line_set/* findDoubtful */.Do)(base, ours, theirs) !== undefined)
        return declined('both sides have added the same line: it may have happened twice');
    return read === undefined
        ? declined('its lines are no set and no log')
        : mergeTexts(texts, read, { decide: () => undefined, mergesAdded: false });
}
function lines_tryReader(path) {
    const name = external_node_path_.posix.basename(path);
    if (/\.(jsonl|ndjson)$/i.test(name))
        return text => (0,line_set/* readLineSet */.zD)(text, line_set/* toRecordKey */.Ss, () => false);
    if (isLog(name))
        return text => (0,line_set/* readLineSet */.zD)(text, line => `line ${line}`, () => false);
    const toKey = name === '.gitattributes' ? line_set/* toAttributeKey */.XK : line_set/* toPatternKey */.Pn;
    return (0,line_set/* isLineSet */.Vu)(name) ? text => (0,line_set/* readLineSet */.zD)(text, toKey, line => line.startsWith('#')) : undefined;
}
function isLog(path) {
    return /\.(log|jsonl|ndjson)$/i.test(path);
}
function isChangelog(path) {
    return /^(changelog|changes|history|news|releases?)([-_.]\w+)?(\.(md|markdown|txt))?$/i.test(external_node_path_.posix.basename(path));
}
/**
 * Changelogs are merged section by section. Where both sides have added sections, the entries of one may belong under the other too (a
 * release of an older line): that is for people, unless most of them are there already.
 */
function resolveChangelog(texts) {
    const [base, ours, theirs] = texts.map(listSections);
    const known = new Set(base.map(section => section.title));
    const [left, right] = [ours, theirs].map(sections => sections.filter(section => !known.has(section.title)));
    const mine = new Set(left?.map(section => section.title));
    const added = right?.filter(section => !mine.has(section.title)) ?? [];
    if (added.length > 0 && mine.size > 0) {
        const carried = new Set(ours.flatMap(section => section.entries));
        const entries = added.flatMap(section => section.entries);
        const count = entries.filter(entry => carried.has(entry)).length;
        const releases = new Set(left?.map(section => toRelease(section.title)));
        const isSame = added.some(({ title }) => toRelease(title) !== undefined && releases.has(toRelease(title)));
        if (count * 2 < entries.length || isSame)
            return declined('both sides have added sections');
    }
    return mergeTexts(texts, readChangelog, { decide: () => undefined, mergesAdded: true });
}
function toRelease(title) {
    return /\d+\.\d+(\.\d+)?/.exec(title)?.[0];
}

;// CONCATENATED MODULE: ./lib/conflicts/resolvers/structure.js






/** Merges declarations instead of lines: those of files, classes, objects and test suites, matched by their signatures. */
async function resolveStructure({ path, base, ours, theirs }) {
    if (base === undefined)
        return declined('the file is new on both sides');
    const trees = await Promise.all([base, ours, theirs].map(text => (0,parsers/* tryParse */.x)(path, text)));
    try {
        return mergeTrees(trees);
    }
    finally {
        for (const tree of trees)
            tree?.free();
    }
}
function mergeTrees(trees) {
    const known = trees.filter(tree => tree !== undefined);
    if (known.length < trees.length)
        return declined('no grammar for this language');
    if (known.some(tree => tree.root.hasError))
        return declined('a version has a syntax error');
    const [base, ours, theirs] = known.map(tree => tryFileMembers(tree, (0,text_lines/* toLines */.P_)(tree.text)));
    if (base === undefined || ours === undefined || theirs === undefined)
        return declined('two declarations share a line');
    return toResolution([base, ours, theirs]);
}
function toResolution(lists) {
    const merged = mergeMembers(lists, { decide: decideNames, mergesAdded: false });
    if (merged.kind === 'clash')
        return declined(merged.reason);
    return { kind: 'resolved', text: merged.lines.join(''), choices: merged.choices };
}

;// CONCATENATED MODULE: ./lib/conflicts/resolvers.js






/** The ladder: the resolvers that only look at the three versions, in their order. */
const resolvers = [
    { name: 'lines', resolve: resolveLines },
    { name: 'keys', resolve: resolveKeys },
    { name: 'imports', resolve: resolveImports },
    { name: 'additions', resolve: resolveAdditions },
    { name: 'structure', resolve: resolveStructure },
    { name: 'edits', resolve: resolveEdits },
];

// EXTERNAL MODULE: ./lib/conflicts/text/text-shape.js
var text_shape = __webpack_require__(3468);
;// CONCATENATED MODULE: ./lib/conflicts/resolve-text.js



/**
 * Resolves a conflict by rules, without loss. The resolvers are tried in the order of the ladder, whatever the order in `options`; each may
 * solve all or a part, and what comes out is accepted only when `checkProof` accepts it. The same input always gets the same answer.
 */
async function resolveText(conflict, options) {
    if (!isTextConflict(conflict))
        return { kind: 'declined', reasons: [toMissingReason(conflict)] };
    const unfit = (0,text_shape/* findUnfit */.M)([conflict.base ?? '', conflict.ours, conflict.theirs]);
    if (unfit !== undefined)
        return { kind: 'declined', reasons: [unfit] };
    const plain = (0,text_shape/* tryPlainConflict */.o)(conflict);
    if (plain === undefined)
        return { kind: 'declined', reasons: ['a version mixes line ends'] };
    const usable = resolvers.filter(({ name }) => options.resolvers.includes(name));
    const answer = await climb(plain.conflict, usable);
    return answer.kind === 'resolved' ? { ...answer, text: plain.restore(answer.text) } : answer;
}
function isTextConflict(conflict) {
    return conflict.ours !== undefined && conflict.theirs !== undefined;
}
function toMissingReason({ ours, theirs }) {
    if (ours === undefined && theirs === undefined)
        return 'both sides have deleted or moved the file';
    const deleting = ours === undefined ? 'ours' : 'theirs';
    return `${deleting} has deleted the file and the other side has changed it: which of them counts is not for a rule to say`;
}


/***/ })

};
