export const id = 270;
export const ids = [270];
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

/***/ 90270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  inspectFile: () => (/* binding */ inspectFile)
});

// EXTERNAL MODULE: ./lib/conflicts/proof/names.js + 1 modules
var proof_names = __webpack_require__(24011);
// EXTERNAL MODULE: ./lib/conflicts/proof/parses.js
var parses = __webpack_require__(39296);
// EXTERNAL MODULE: ./lib/conflicts/proof/repeated-signatures.js + 1 modules
var repeated_signatures = __webpack_require__(77826);
// EXTERNAL MODULE: ./lib/conflicts/checks/find-doubts.js + 4 modules
var find_doubts = __webpack_require__(57467);
// EXTERNAL MODULE: ./lib/conflicts/text/count-items.js
var count_items = __webpack_require__(561);
// EXTERNAL MODULE: ./lib/conflicts/checks/merged-text.js
var merged_text = __webpack_require__(18741);
;// CONCATENATED MODULE: ./lib/conflicts/checks/repeated-titles.js


/** Routes and names that are registered twice: `app.get('/users', …)` in two places, of which only one is asked. */
function findRepeatedTitles({ ours, theirs, result }) {
    const [merged, left, right] = [result, ours, theirs].map(text => (0,count_items/* countItems */.A)(listRegistrations(text)));
    return [...(merged ?? [])].flatMap(([name, count]) => {
        const most = Math.max(left?.get(name) ?? 0, right?.get(name) ?? 0);
        return count > 1 && count > most && most > 0 && isNewOnBoth(name, left, right) ? [name] : [];
    });
}
function isNewOnBoth(name, left, right) {
    return left?.get(name) === 1 && right?.get(name) === 1;
}
const registration = /^@?(?:\w+\.)*(get|post|put|patch|delete|route|command|register|path|url)\(\s*(["'`][^"'`]+["'`])/;
function listRegistrations(text) {
    return (0,merged_text/* toTrimmedLines */.N)(text).flatMap(line => {
        const [, verb, title] = registration.exec(line) ?? [];
        return verb === undefined || title === undefined ? [] : [`${verb}(${title}`];
    });
}

;// CONCATENATED MODULE: ./lib/conflicts/checks/shared-counts.js

/**
 * Lines with a count that both sides have raised or lowered alike, while each has changed other things in the file: one more on each side are
 * two more together.
 */
function findSharedCounts({ base, ours, theirs }) {
    const [left, right] = [(0,merged_text/* listAddedLines */.o)(base, ours), (0,merged_text/* listAddedLines */.o)(base, theirs)];
    const shared = left.filter(line => right.includes(line) && counts.test(line));
    const isChanged = (lines) => lines.some(line => !shared.includes(line));
    if (!isChanged(left) || !isChanged(right))
        return [];
    const before = (0,merged_text/* toTrimmedLines */.N)(base).map(toShape);
    return [...new Set(shared)].filter(line => before.includes(toShape(line)));
}
/** A whole number beside a word that says what is counted, and no version. */
const counts = /^(?!.*(?:version|\d\.\d))(?:.*(?:count|total|files|tests|items|entries|length|\blen\b|size|expected|limit|threshold|max|toBe|equal).*\b\d+\b|.*\b\d+ (?:count|total|files|tests|items|entries|passed|commands|rules))/i;
function toShape(line) {
    return line.replace(/\d+/g, '0');
}

;// CONCATENATED MODULE: ./lib/conflicts/checks/inspect-file.js






/**
 * What is wrong in a file that git has merged without a conflict, one sentence each: it does not parse, something is there twice or missing, a
 * call does not fit. What was so on a side is no problem of the merge.
 */
async function inspectFile(merged) {
    const { path, base, ours, theirs, result } = merged;
    if (!(await isParsed(merged)))
        return ['it has a syntax error, and neither side has one'];
    const { doubled, dangling } = await (0,proof_names/* findNameProblems */.t)(path, result, [base, ours, theirs]);
    const repeated = [
        ...(await (0,repeated_signatures/* findRepeatedSignatures */.V)(path, result, [ours, theirs])),
        ...findRepeatedTitles(merged),
    ];
    const names = new Set(repeated.flatMap(signature => signature.split(/[\s/]+/)));
    return [
        ...repeated.map(signature => `\`${signature}\` is there twice`),
        ...doubled.filter(name => !names.has(name)).map(name => `\`${name}\` is imported or declared twice`),
        ...dangling.map(name => `\`${name}\` is used, but no longer declared`),
        ...findSharedCounts(merged).map(line => `both sides have changed this count alike: \`${line}\``),
        ...(await (0,find_doubts/* findDoubts */.h)(merged)),
    ];
}
async function isParsed({ path, ours, theirs, result }) {
    if ((await (0,parses/* tryCheckSyntax */.$)(path, result)) !== false)
        return true;
    for (const side of [ours, theirs])
        if ((await (0,parses/* tryCheckSyntax */.$)(path, side)) === false)
            return true;
    return false;
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


/***/ })

};
