export const id = 527;
export const ids = [527];
export const modules = {

/***/ 30838:
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
    const before = (0,merged_text/* toTrimmedLines */.N)(base);
    const isNew = (line) => !before.includes(line) && before.some(other => toShape(other) === toShape(line));
    return [...new Set(shared)].filter(isNew);
}
/** A whole number beside a word that says what is counted, and no version. */
const counts = /^(?!.*(?:version|\d\.\d))(?:.*(?:count|total|files|tests|items|entries|length|\blen\b|size|expected|limit|threshold|max|toBe|equal).*\b\d+\b|.*\b\d+ (?:count|total|files|tests|items|entries|passed|commands|rules))/i;
function toShape(line) {
    return line.replace(/\d+/g, '0');
}

// EXTERNAL MODULE: ./lib/conflicts/checks/stale-calls.js
var stale_calls = __webpack_require__(36892);
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
        ...findSharedCounts(merged).map(line => `both sides have changed this count alike: \`${line}\``),
        ...findSharedNumbers(merged).map(number => `both sides have given the number ${number} to something new`),
        ...findShadowedKeys(merged).map(key => `\`${key}\` comes before a longer key of the other side and hides it`),
        ...findStalePaths(merged).map(path => `\`${path}\` is new on one side, and the other has moved what was there`),
        ...(await (0,stale_calls/* findStaleCalls */.Mv)(merged)).map(name => `\`${name}\` is called in a way that its parameters do not fit any more`),
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

/***/ 36892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mv: () => (/* binding */ findStaleCalls),
/* harmony export */   NV: () => (/* binding */ tryReadCalls),
/* harmony export */   le: () => (/* binding */ countWrong)
/* harmony export */ });
/* harmony import */ var _syntax_parsers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46376);
/* harmony import */ var _syntax_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35724);
/* harmony import */ var _text_count_items_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(561);



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
/** How many calls do not fit the parameters. */
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
/** Undefined where there is no grammar. */
async function tryReadCalls(path, text) {
    const tree = await (0,_syntax_parsers_js__WEBPACK_IMPORTED_MODULE_0__/* .tryParse */ .x)(path, text);
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
    const counts = (0,_text_count_items_js__WEBPACK_IMPORTED_MODULE_1__/* .countItems */ .A)(declared.map(({ name }) => name));
    const functions = declared
        .filter(({ name }) => counts.get(name) === 1)
        .map(({ name, parameters }) => [name, parameters]);
    const calls = root.descendantsOfType(callTypes).flatMap(node => (node === null ? [] : toCall(node)));
    return { functions: new Map(functions), calls };
}
function toParameters(node) {
    const list = node.childForFieldName('parameters');
    return (list === null ? [] : (0,_syntax_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .namedChildren */ .TP)(list))
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
    const items = (0,_syntax_rules_js__WEBPACK_IMPORTED_MODULE_2__/* .namedChildren */ .TP)(list).filter(child => !/comment/.test(child.type));
    const named = items.filter(({ type }) => /^(keyword_argument|named_argument)$/.test(type)).length;
    const isOpen = items.some(({ type, text }) => /splat|spread/.test(type) || /^(\*|\.\.\.)/.test(text));
    return [{ name, text: node.text, count: isOpen ? undefined : items.length - named, named }];
}


/***/ }),

/***/ 96340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ tryContaining)
/* harmony export */ });
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38572);
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69995);


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
    return little.added.some(_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWordToken */ .QE) && isRun(little.added, big.added);
}
function toChange(base, side) {
    const removed = new Set();
    const added = [];
    for (const { baseStart, baseEnd, start, end } of (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toHunks */ .$x)(base, side, _tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameToken */ .Wu)) {
        for (let index = baseStart; index < baseEnd; index++)
            removed.add(index);
        added.push(...side.slice(start, end));
    }
    return { removed, added };
}
function isRun(small, large) {
    const last = large.length - small.length;
    for (let start = 0; start <= last; start++)
        if (small.every((token, index) => (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameToken */ .Wu)(token, large[start + index])))
            return true;
    return false;
}


/***/ }),

/***/ 78569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ tryJoinItems),
  _: () => (/* binding */ tryKeepBoth)
});

;// CONCATENATED MODULE: ./lib/conflicts/edits/added-items.js
/** Undefined when what was added is not made of whole items. */
function tryFindItems({ root }, added) {
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
function tryKind(container) {
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
// EXTERNAL MODULE: ./lib/conflicts/members/member.js
var member = __webpack_require__(88661);
;// CONCATENATED MODULE: ./lib/conflicts/edits/effects.js
const jumps = /^(return|throw|raise|break|continue|goto)_(statement|expression)$/;
/** Whether what follows would not be reached any more. */
function endsBlock({ items }) {
    const isJump = (node) => node != null &&
        (jumps.test(node.type) || (node.type === 'expression_statement' && isJump(node.namedChild(0))));
    return items.some(isJump);
}
const names = [
    ...['identifier', 'type_identifier', 'shorthand_property_identifier_pattern'],
    ...['name', 'simple_identifier', 'constant', 'instance_variable', 'global_variable'],
];
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
    'operator_assignment',
    'property_declaration',
    'postfix_expression',
    'prefix_expression',
    'postfix_unary_expression',
    'prefix_unary_expression',
];
/** Whether statements of one side use nothing that those of the other set. */
function areIndependent(left, right) {
    const [mine, other] = [toWritten(left), toWritten(right)];
    const [myNames, otherNames] = [toNames(left), toNames(right)];
    return ![...mine].some(name => otherNames.has(name)) && ![...other].some(name => myNames.has(name));
}
function toNames(nodes) {
    return new Set(nodes.flatMap(node => node.descendantsOfType(names)).flatMap(node => node?.text ?? []));
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
    return node.descendantsOfType(names).flatMap(name => name?.text ?? []);
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
                !overlapInStyle(left.items, right.items) &&
                ![...left.items, ...right.items].some(item => isOrderedDecorator(item) || isShellCommand(item)));
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
/** What a shell runs may depend on all that ran before it. */
function isShellCommand({ type }) {
    return /^(command|declaration_command|unset_command|pipeline|list|redirected_statement|test_command|variable_assignments?|subshell)$/.test(type);
}
/** Whether one side sets a property of CSS that is a part of what the other sets: `margin` and `margin-top`. */
function overlapInStyle(left, right) {
    const toProperties = (items) => items.flatMap(({ text }) => /^([a-z][a-z-]*)\s*:(?!:)/.exec(text)?.[1] ?? []);
    const isPart = (whole, part) => part === whole || part.startsWith(`${whole}-`);
    const others = toProperties(right);
    return toProperties(left).some(name => others.some(other => isPart(name, other) || isPart(other, name)));
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
    if (items.some(item => item.type === 'case_item'))
        return items.every(isPlainPattern);
    const subjects = new Set(items.map(item => tryEquality(item)));
    return subjects.size === 1 && !subjects.has(undefined);
}
function hasGuard(item) {
    return /^[^{]*\bif\b/.test(item.text.split(/=>|:\n/)[0] ?? '');
}
/** A case of a shell whose patterns are words. */
function isPlainPattern(item) {
    const patterns = item.childrenForFieldName('value').map(value => value?.text ?? '');
    return item.text.trimEnd().endsWith(';;') && patterns.every(text => /^[\w.,:/=+'"-]+$/.test(text));
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

// EXTERNAL MODULE: ./lib/conflicts/edits/prose-lines.js
var prose_lines = __webpack_require__(83612);
;// CONCATENATED MODULE: ./lib/conflicts/edits/keep-both.js




/** Keeps both where both sides have added whole items at one place and no rule of their list is against it; ours first, or sorted. */
function tryKeepBoth({ base, ours, theirs }, trees) {
    if (base.length > 0 || ours.length === 0 || theirs.length === 0)
        return undefined;
    const holders = [findHolder(trees.ours, ours), findHolder(trees.theirs, theirs)];
    if (holders.every(holder => holder !== undefined && isProse(holder)))
        return (0,prose_lines/* tryKeepLines */.G)(ours, theirs);
    if (holders.every(holder => holder !== undefined && isChain(holder)))
        return tryLengthenChain(ours, theirs);
    const left = tryFindItems(trees.ours, ours);
    const right = tryFindItems(trees.theirs, theirs);
    if (left === undefined || right === undefined || left.container.type !== right.container.type)
        return undefined;
    const kind = tryKind(left.container);
    if (kind === undefined || kind !== tryKind(right.container) || !mayStandTogether(kind, left, right))
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
function tryJoin(kind, added) {
    const { left, right, ours, theirs } = added;
    const isSorted = (kind === 'set' || kind === 'sequence') && areSorted(left) && areSorted(right);
    if (!isSorted)
        return joinWithComma(kind, left.container, [ours, theirs]);
    const comesFirst = (right.items[0]?.text ?? '') < (left.items[0]?.text ?? '');
    return (tryInterleave(added) ?? joinWithComma(kind, left.container, comesFirst ? [theirs, ours] : [ours, theirs]));
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
/** Whether a side's items and their neighbours are in the order of their words, so that others belong in that order, too. */
function areSorted({ before, items, behind }) {
    const texts = [before, ...items, behind].filter(item => item !== undefined).map(({ text }) => text);
    return texts.length > 2 && texts.every((text, index) => index === 0 || texts[index - 1] < text);
}
/** All items in their order; undefined where not each of them has a separator of its own behind it. */
function tryInterleave({ left, right, ours, theirs }) {
    const pieces = [...toPieces(left.items, ours), ...toPieces(right.items, theirs)];
    const isSeparated = pieces.every(({ tokens }) => /^[,;|]$/.test(tokens.at(-1)?.text ?? ''));
    const count = pieces.reduce((sum, { tokens }) => sum + tokens.length, 0);
    if (!isSeparated || count < ours.length + theirs.length)
        return undefined;
    return pieces.toSorted((a, b) => (a.text < b.text ? -1 : 1)).flatMap(({ tokens }) => tokens);
}
/** The words of each item, with those up to the next one. */
function toPieces(items, tokens) {
    return items.map(({ text, startIndex }, index) => {
        const end = items[index + 1]?.startIndex ?? Number.POSITIVE_INFINITY;
        return { text, tokens: tokens.filter(({ offset }) => offset >= startIndex && offset < end) };
    });
}


/***/ }),

/***/ 25915:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ tryMergeTokens)
});

// UNUSED EXPORTS: isEqual

// EXTERNAL MODULE: ./lib/conflicts/text/lines.js
var lines = __webpack_require__(38572);
// EXTERNAL MODULE: ./lib/conflicts/edits/tokens.js
var tokens = __webpack_require__(69995);
;// CONCATENATED MODULE: ./lib/conflicts/edits/token-hunks.js


/**
 * What a side has replaced, word by word. Hunks with nothing but signs between them are one: brackets and commas of different
 * statements are alike by chance.
 */
function toTokenHunks(base, side) {
    const hunks = [];
    for (const hunk of (0,lines/* toHunks */.$x)(base, side, tokens/* isSameToken */.Wu)) {
        const last = hunks.at(-1);
        if (last !== undefined && !isApart(last, hunk, base))
            hunks[hunks.length - 1] = { ...hunk, baseStart: last.baseStart, start: last.start };
        else
            hunks.push(toLineStart(hunk, last, [base, side]));
    }
    return hunks;
}
function isApart(last, hunk, base) {
    return base.slice(last.baseEnd, hunk.baseStart).some(tokens/* isWordToken */.QE);
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
    for (let by = 0; by <= Math.min(maxSlide, room); by++) {
        if (by > 0 && tokens[first - by]?.text !== tokens[end - by]?.text)
            return hunk;
        if (tokens[first - by]?.space.includes('\n') || first === by)
            return shift(hunk, by);
    }
    return hunk;
}
/** How many words an insertion is moved at most. */
const maxSlide = 20;
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
    return a.length === b.length && a.every((token, index) => (0,tokens/* isSameToken */.Wu)(token, b[index]));
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


/***/ }),

/***/ 99797:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ listPlaces)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _formats_requirements_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49510);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38572);
/* harmony import */ var _text_three_way_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70941);




/** All places that both sides have changed differently. */
function listPlaces(path, texts, trees) {
    const versions = (0,_text_three_way_js__WEBPACK_IMPORTED_MODULE_1__/* .mapThree */ .p1)(texts, _text_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .toLines */ .P_);
    const [base, ours, theirs] = (0,_text_three_way_js__WEBPACK_IMPORTED_MODULE_1__/* .mapThree */ .p1)(versions, toStarts);
    return (0,_text_three_way_js__WEBPACK_IMPORTED_MODULE_1__/* .toRegions */ .pU)(...versions)
        .filter(isContested)
        .map(region => ({
        region,
        place: {
            texts: [region.base.join(''), region.ours.join(''), region.theirs.join('')],
            offsets: [base[region.start] ?? 0, ours[region.oursStart] ?? 0, theirs[region.theirsStart] ?? 0],
            trees,
            isIndentationSyntax: /\.(pyi?|ya?ml)$/i.test(path),
            isProse: /\.(rst|txt|adoc|asciidoc|org|tex)$/i.test(path) && !(0,_formats_requirements_js__WEBPACK_IMPORTED_MODULE_3__/* .isRequirements */ .R)(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path)),
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


/***/ }),

/***/ 83612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ tryKeepLines),
/* harmony export */   p: () => (/* binding */ tryKeepEntries)
/* harmony export */ });
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88661);

/**
 * Keeps lines that both sides have added to a text or comment: bullets, descriptions of parameters, rows of a table, links, or whole
 * paragraphs. Undefined where a line may go on a sentence.
 */
function tryKeepLines(ours, theirs) {
    const [left, right] = [toAddedLines(ours), toAddedLines(theirs)];
    if (left === undefined || right === undefined)
        return undefined;
    const known = new Set(left.map(toIdentity));
    if (right.some(line => known.has(toIdentity(line))))
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
function toIdentity(line) {
    const name = /^[^\p{L}]*(?:param|arg|:param|@param)?\s*(?:\{[^}]*\}\s*)?([\p{L}\p{N}_-]+)/u.exec(line)?.[1];
    return isEntry(line) && /^(\*\s*)?[:@]/.test(line) ? `name ${name}` : (0,_members_member_js__WEBPACK_IMPORTED_MODULE_0__/* .toPlainText */ .b)(line);
}


/***/ }),

/***/ 69995:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QE: () => (/* binding */ isWordToken),
/* harmony export */   Wu: () => (/* binding */ isSameToken),
/* harmony export */   ow: () => (/* binding */ toTokens)
/* harmony export */ });
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


/***/ }),

/***/ 71694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _$: () => (/* binding */ toSyntaxUnits),
/* harmony export */   hU: () => (/* binding */ toLineUnits)
/* harmony export */ });
/* unused harmony export isListNode */
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


/***/ }),

/***/ 20689:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ toGeneratedRule)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

const rules = {
    'package-lock.json': {
        command: 'npm install --package-lock-only --ignore-scripts',
        program: 'npm',
        source: 'package.json',
    },
    'npm-shrinkwrap.json': {
        command: 'npm install --package-lock-only --ignore-scripts',
        program: 'npm',
        source: 'package.json',
    },
    'yarn.lock': { command: 'yarn install --mode=update-lockfile', program: 'yarn', source: 'package.json' },
    'pnpm-lock.yaml': {
        command: 'pnpm install --lockfile-only --ignore-scripts',
        program: 'pnpm',
        source: 'package.json',
    },
    'bun.lock': { command: 'bun install --lockfile-only', program: 'bun', source: 'package.json' },
    'Cargo.lock': { command: 'cargo update --workspace', program: 'cargo', source: 'Cargo.toml' },
    'go.sum': { command: 'go mod tidy', program: 'go', source: 'go.mod' },
    'poetry.lock': { command: 'poetry lock', program: 'poetry', source: 'pyproject.toml' },
    'uv.lock': { command: 'uv lock', program: 'uv', source: 'pyproject.toml' },
    'Gemfile.lock': { command: 'bundle lock', program: 'bundle', source: 'Gemfile' },
    'composer.lock': {
        command: 'composer update --lock --no-install --no-scripts',
        program: 'composer',
        source: 'composer.json',
    },
};
/** The rule for a lock file, by its name; undefined for files that are not generated by a known program. */
function toGeneratedRule(path) {
    const name = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path);
    return Object.hasOwn(rules, name) ? rules[name] : undefined;
}


/***/ }),

/***/ 73988:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ tryReadJson),
/* harmony export */   Fh: () => (/* binding */ isJson),
/* harmony export */   T: () => (/* binding */ listJsonKeys)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99547);
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(88661);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38572);
/* harmony import */ var _list_items_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4979);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88499);





const options = { disallowComments: false, allowTrailingComma: true };
/** Whether a text is JSON; comments and trailing commas are let through. */
function isJson(text) {
    return tryParse(text) !== undefined;
}
function tryParse(text) {
    const errors = [];
    const root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text, errors, options);
    return errors.length === 0 ? root : undefined;
}
/** The members of the object or list that a JSON text holds. Undefined when it is not JSON, or does not give each member a line of its own. */
function tryReadJson(text) {
    const root = tryParse(text);
    if (root === undefined)
        return undefined;
    const lines = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(text);
    return tryOpen(root, { lines, rowOf: (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .toRowFinder */ .C)(lines) }, { first: 0, end: lines.length, name: '' });
}
function tryOpen(node, source, { first, end, name }) {
    if (node.type !== 'object' && node.type !== 'array')
        return undefined;
    const range = { start: source.rowOf(node.offset) + 1, end: source.rowOf(node.offset + node.length - 1) };
    const children = node.children ?? [];
    const isFree = (0,_list_items_js__WEBPACK_IMPORTED_MODULE_3__/* .isSet */ .vM)(name, children.map(child => (child.type === 'string' ? String(child.value) : '-')));
    const places = children.map(child => toPlace(child, source, isFree));
    const inner = range.start <= range.end ? (0,_members_member_js__WEBPACK_IMPORTED_MODULE_4__/* .tryToMembers */ .e)(source.lines, range, places) : undefined;
    if (inner === undefined)
        return undefined;
    const list = { isCommaSeparated: true, ...inner };
    return { head: source.lines.slice(first, range.start), list, tail: source.lines.slice(range.end, end) };
}
/** @param isFree Whether the order of items is free, where it is one. */
function toPlace(node, source, isFree) {
    const first = source.rowOf(node.offset);
    const last = source.rowOf(node.offset + node.length - 1);
    const [key, value] = node.type === 'property' ? (node.children ?? []) : [];
    const content = node.type === 'property' ? value : node;
    const name = String(key?.value ?? '');
    return {
        first,
        last,
        signature: toSignature(node),
        commutes: node.type === 'property' || isFree,
        value: content?.type === 'string' ? String(content.value) : undefined,
        tryNames: () => undefined,
        open: () => content === undefined ? undefined : tryOpen(content, source, { first, end: last + 1, name }),
    };
}
/** A property is known by its name, an item of a list by its value, a cell of a notebook by its `id`. */
function toSignature(node) {
    if (node.type === 'property')
        return `key ${node.children?.[0]?.value}`;
    const isCell = node.type === 'object' && (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(node, ['cell_type']) !== undefined;
    const id = isCell ? (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.findNodeAtLocation)(node, ['id']) : undefined;
    if (id !== undefined)
        return `cell ${id.value}`;
    return node.children === undefined ? `item ${(0,_members_member_js__WEBPACK_IMPORTED_MODULE_4__/* .toPlainText */ .b)(JSON.stringify(node.value))}` : undefined;
}
/** Each key of each object, with the keys that lead there; empty when the text is not JSON. */
function listJsonKeys(text) {
    const root = tryParse(text);
    const keys = [];
    if (root !== undefined)
        collect(root, '');
    return keys;
    function collect(node, path) {
        for (const [index, child] of (node.children ?? []).entries()) {
            const [name, value] = child.type === 'property' ? (child.children ?? []) : [];
            const place = `${path}/${name === undefined ? index : String(name.value)}`;
            if (name !== undefined)
                keys.push(place);
            collect(value ?? child, place);
        }
    }
}


/***/ }),

/***/ 7549:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Do: () => (/* binding */ findDoubtful),
/* harmony export */   Pn: () => (/* binding */ toPatternKey),
/* harmony export */   Ss: () => (/* binding */ toRecordKey),
/* harmony export */   Vu: () => (/* binding */ isLineSet),
/* harmony export */   XK: () => (/* binding */ toAttributeKey),
/* harmony export */   zD: () => (/* binding */ readLineSet)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88661);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38572);



/** Files whose lines are patterns or names: none of them counts twice. */
function isLineSet(path) {
    return /^(\.[\w-]*ignore|\.gitattributes|\.mailmap|AUTHORS|CONTRIBUTORS)(\.(md|txt))?$/i.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(path));
}
/** What both sides have added and what nothing but its text is known by: it may have happened once or twice. */
function findDoubtful(base, ours, theirs) {
    const [before, other] = [new Set((0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(base)), new Set((0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(theirs))];
    return (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(ours).find(line => line.trim() !== '' && !before.has(line) && other.has(line) && tryReadId(line) === undefined);
}
/** A text whose lines are a set or a log: each is a member. Comments belong to the line below. */
function readLineSet(text, toKey, isComment) {
    const lines = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(text);
    const places = lines.flatMap((line, row) => {
        if (line.trim() === '' || isComment(line))
            return [];
        const signature = toKey(line.trim());
        const content = { value: undefined, tryNames: () => undefined, open: () => undefined };
        return [{ first: row, last: row, signature, commutes: signature !== undefined, ...content }];
    });
    const members = (0,_members_member_js__WEBPACK_IMPORTED_MODULE_2__/* .tryToMembers */ .e)(lines, { start: 0, end: lines.length }, places) ?? { members: [], rest: lines };
    return { head: [], list: { isCommaSeparated: false, ...members }, tail: [] };
}
/** A pattern that takes others back counts only below them. */
function toPatternKey(line) {
    return line.startsWith('!') ? undefined : `line ${line}`;
}
/** The last line that matches a path wins, so that only lines whose patterns surely match different files may stand in any order. */
function toAttributeKey(line) {
    const pattern = line.split(/\s/)[0] ?? '';
    return /^(\*\.\w+|[^*?[\]"]+)$/.test(pattern) ? `line ${pattern}` : undefined;
}
/** Records are known by their ids, others by all that they hold. */
function toRecordKey(line) {
    const id = tryReadId(line);
    return id === undefined ? `line ${line}` : `record ${id}`;
}
function tryReadId(line) {
    try {
        const record = JSON.parse(line);
        if (typeof record !== 'object' || record === null)
            return undefined;
        const id = idKeys.map(key => record[key]).find(value => value !== undefined);
        return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
    }
    catch {
        // A line that is not JSON is known by its text.
        return undefined;
    }
}
const idKeys = ['id', '_id', 'uuid', 'key'];


/***/ }),

/***/ 4979:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jg: () => (/* binding */ isWord),
/* harmony export */   ZQ: () => (/* binding */ isOrderedName),
/* harmony export */   vM: () => (/* binding */ isSet)
/* harmony export */ });
/** Lists whose order matters although their items are single words: what comes later goes on from, or counts more than, what came before. */
const ordered = /^(extends|presets|stages|steps|args|argv|command|cmd|entrypoint|path|middlewares?)$/i;
/** Whether the order of a list with this name has a meaning. */
function isOrderedName(name) {
    return ordered.test(name);
}
/**
 * Whether the items of a list are a set, so that their order does not matter: single words, each once.
 *
 * @param name The key of the list; empty when it has none.
 */
function isSet(name, items) {
    return !ordered.test(name) && new Set(items).size === items.length && items.every(isWord);
}
/**
 * Whether an item says nothing about its neighbours. What has white space may be a command, what begins with a dash an option that the next
 * item belongs to, with an exclamation mark an exception from those before it; of `NAME=value` or `80:8080` each name may be there once.
 */
function isWord(item) {
    return !/^[-!]|[\s=:]/.test(item);
}


/***/ }),

/***/ 49510:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ tryReadRequirements),
/* harmony export */   R: () => (/* binding */ isRequirements)
/* harmony export */ });
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88661);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38572);


/** Whether a file lists the packages that pip installs. */
function isRequirements(name) {
    return /^(requirements|constraints)([-_.][\w-]+)*\.(txt|in)$|[-_](requirements|constraints)\.(txt|in)$/i.test(name);
}
/** The packages of a requirements file by their names. Undefined when a tool has written it: then it is to be written again. */
function tryReadRequirements(text) {
    if (/^# .*autogenerated by/m.test(text))
        return undefined;
    const lines = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toLines */ .P_)(text);
    const places = [];
    for (let row = 0; row < lines.length; row++) {
        const first = row;
        while (/\\\s*$/.test(lines[row] ?? '') && row + 1 < lines.length)
            row++;
        const line = lines.slice(first, row + 1).join('');
        if (line.trim() !== '' && !/^\s*#/.test(line))
            places.push(toPlace(line, first, row));
    }
    const members = (0,_members_member_js__WEBPACK_IMPORTED_MODULE_1__/* .tryToMembers */ .e)(lines, { start: 0, end: lines.length }, places);
    return members && { head: [], list: { isCommaSeparated: false, ...members }, tail: [] };
}
/** Options keep their places. */
function toPlace(line, first, last) {
    const name = /^([A-Za-z0-9][\w.-]*(?:\[[^\]]*\])?)/.exec(line.trim())?.[1];
    return {
        first,
        last,
        signature: name === undefined ? undefined : `key ${name.toLowerCase().replace(/[-_.]+/g, '-')}`,
        commutes: name !== undefined,
        value: /^[^=<>~!,;#]*(?:==|>=|~=)\s*(\d[^\s,;#]*)\s*([;#].*)?$/.exec(line.trim())?.[1],
        tryNames: () => undefined,
        open: () => undefined,
    };
}


/***/ }),

/***/ 88499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ toRowFinder)
/* harmony export */ });
/** Finds the line, from 0, that an offset is in. */
function toRowFinder(lines) {
    const ends = [];
    for (const line of lines)
        ends.push((ends.at(-1) ?? 0) + line.length);
    return offset => {
        let [low, high] = [0, ends.length - 1];
        while (low < high) {
            const middle = (low + high) >>> 1;
            if (ends[middle] > offset)
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    };
}


/***/ }),

/***/ 99344:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ climb)
});

// EXTERNAL MODULE: ./lib/conflicts/syntax/parsers.js + 8 modules
var parsers = __webpack_require__(46376);
// EXTERNAL MODULE: ./lib/conflicts/syntax/signatures.js
var signatures = __webpack_require__(9952);
;// CONCATENATED MODULE: ./lib/conflicts/checks/alike-names.js


/**
 * Declarations of one container that the sides have added under almost the same name, such as `filename` and `filenames`: they may be two tries
 * at one thing.
 */
async function findAlikeNames({ path, base, ours, theirs }) {
    const [before, left, right] = [
        await readNames(path, base),
        await readNames(path, ours),
        await readNames(path, theirs),
    ];
    return [...left].flatMap(([signature, name]) => {
        if (before.has(signature) || right.has(signature))
            return [];
        const isTwin = ([other, otherName]) => otherName === name && other !== signature && !before.has(other) && !left.has(other);
        const twin = [...right].find(isTwin);
        return twin === undefined ? [] : [`${toLast(signature)}\` and \`${toLast(twin[0])}`];
    });
}
/** The names of a text without differences of case, plural and separators, by their signatures. */
async function readNames(path, text) {
    const tree = await (0,parsers/* tryParse */.x)(path, text);
    if (tree === undefined)
        return new Map();
    try {
        const named = (0,signatures/* listSignatures */.U)(tree).filter(signature => declaration.test(signature));
        return new Map(named.map(signature => [signature, toPlainName(signature)]));
    }
    finally {
        tree.free();
    }
}
const declaration = /(^| > )(?:value|member|field|type) [\w$ ]+$/;
function toPlainName(signature) {
    return signature.replace(/[_-]/g, '').toLowerCase().replace(/s$/, '');
}
function toLast(signature) {
    return /(\S+)$/.exec(signature)?.[1] ?? signature;
}

// EXTERNAL MODULE: ./lib/conflicts/checks/find-doubts.js + 4 modules
var find_doubts = __webpack_require__(30838);
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
    const merged = { path, base: base ?? '', ours, theirs, result: text };
    const problems = [
        ...(await (0,find_doubts/* findDoubts */.h)(merged)),
        ...(await findAlikeNames(merged)).map(names => `both sides have added almost the same name: \`${names}\``),
        ...unused.map(name => `nothing uses the import of \`${name}\``),
        ...stale.map(name => `one side uses \`${name}\` nowhere any more, the other in more places`),
    ];
    return problems.length === 0 ? proof : { kind: 'refuted', problems };
}
function toNextAttempt(attempt, resolution) {
    const choices = [...attempt.choices, ...resolution.choices];
    if (resolution.kind === 'resolved')
        return { conflict: attempt.conflict, choices, text: resolution.text };
    const { base, ours, theirs } = resolution.conflict;
    return { conflict: resolution.conflict, choices, text: (0,three_way/* tryJoin */.yz)((0,three_way/* mergeLines */.Ac)(base ?? '', ours, theirs)) };
}


/***/ }),

/***/ 88661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ toPlainText),
/* harmony export */   e: () => (/* binding */ tryToMembers)
/* harmony export */ });
/**
 * Cuts the lines from `start` to before `end` into members. Lines in front of a place that are not blank (comments) become part of it.
 * Undefined when two places share a line.
 */
function tryToMembers(lines, { start, end }, places) {
    const members = [];
    const counts = new Map();
    let at = start;
    for (const { first, last, signature, commutes, value, tryNames, open } of places) {
        if (first < at || last >= end)
            return undefined;
        const before = lines.slice(at, first);
        const blank = countBlank(before);
        const own = [...before.slice(blank), ...lines.slice(first, last + 1)];
        const name = signature ?? `text ${toPlainText(own.join(''))}`;
        const count = (counts.get(name) ?? 0) + 1;
        counts.set(name, count);
        const key = count === 1 ? name : `${name} (${count})`;
        members.push({
            key,
            commutes,
            gap: before.slice(0, blank),
            lines: own,
            value,
            names: tryNames(own),
            open,
        });
        at = last + 1;
    }
    return { members, rest: lines.slice(at, end) };
}
function countBlank(lines) {
    const index = lines.findIndex(line => line.trim() !== '');
    return index === -1 ? lines.length : index;
}
/** Text without differences that do not matter: white space, and a separator at the end. */
function toPlainText(text) {
    return text
        .replace(/\s+/g, ' ')
        .replace(/[,;]\s*$/, '')
        .trim();
}


/***/ }),

/***/ 31832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ checkProof)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/conflicts/formats/line-set.js
var line_set = __webpack_require__(7549);
// EXTERNAL MODULE: ./lib/conflicts/formats/requirements.js
var requirements = __webpack_require__(49510);
// EXTERNAL MODULE: ./lib/conflicts/text/count-items.js
var count_items = __webpack_require__(561);
// EXTERNAL MODULE: ./lib/conflicts/text/three-way.js
var three_way = __webpack_require__(70941);
// EXTERNAL MODULE: ./lib/conflicts/text/words.js
var text_words = __webpack_require__(30110);
;// CONCATENATED MODULE: ./lib/conflicts/proof/anchors.js

/**
 * Of lines that both sides have added: those that a side has in a place where the result lacks them. A place is what follows an anchor, up to
 * the next one; an anchor is a line that the side and the result have exactly once.
 */
function findMisplaced(shared, { side, result }) {
    const counts = [(0,count_items/* countItems */.A)(side), (0,count_items/* countItems */.A)(result)];
    const isAnchor = (line) => !shared.has(line) && counts.every(count => count.get(line) === 1);
    const places = toPlaces(result, isAnchor);
    const missing = [];
    for (const [anchor, lines] of toPlaces(side, isAnchor)) {
        const present = (0,count_items/* countItems */.A)(places.get(anchor) ?? []);
        for (const [line, count] of (0,count_items/* countItems */.A)(lines))
            if (shared.has(line) && (present.get(line) ?? 0) < count)
                missing.push(line);
    }
    return missing;
}
/** The lines behind each anchor; those before the first one belong to no line. */
function toPlaces(lines, isAnchor) {
    let place = [];
    const places = new Map([[undefined, place]]);
    for (const line of lines) {
        place.push(line);
        if (!isAnchor(line))
            continue;
        place = [];
        places.set(line, place);
    }
    return places;
}

// EXTERNAL MODULE: ./lib/conflicts/text/lines.js
var lines = __webpack_require__(38572);
;// CONCATENATED MODULE: ./lib/conflicts/proof/tally.js


/**
 * Counts how often each item must be in the result of a merge: as often as in the base, less what a side has removed, and what either
 * side has added. What both have added at one place may be there once or twice.
 */
class Tally {
    items = new Map();
    constructor(base) {
        for (const item of base) {
            const expected = this.at(item);
            expected.baseCount++;
            expected.low++;
            expected.high++;
        }
    }
    /** A place that a side has changed, or both. */
    add({ base, ours, theirs }) {
        const [left, right] = [toChange(base, ours), toChange(base, theirs)];
        for (const index of new Set([...left.removed, ...right.removed])) {
            const expected = this.at(base[index]);
            expected.low--;
            expected.high--;
            expected.isRemoved = true;
        }
        for (const index of left.removed)
            this.at(base[index]).oursGrowth--;
        for (const index of right.removed)
            this.at(base[index]).theirsGrowth--;
        for (const item of new Set([...left.added.keys(), ...right.added.keys()]))
            this.addItem(item, left.added.get(item) ?? 0, right.added.get(item) ?? 0);
    }
    addItem(item, byOurs, byTheirs) {
        const expected = this.at(item);
        expected.low += Math.max(byOurs, byTheirs);
        expected.high += byOurs + byTheirs;
        expected.oursGrowth += byOurs;
        expected.theirsGrowth += byTheirs;
        expected.addedByOurs += byOurs;
        expected.addedByTheirs += byTheirs;
    }
    at(item) {
        const found = this.items.get(item);
        if (found !== undefined)
            return found;
        const none = {
            baseCount: 0,
            low: 0,
            high: 0,
            oursGrowth: 0,
            theirsGrowth: 0,
            addedByOurs: 0,
            addedByTheirs: 0,
        };
        const created = { ...none, isRemoved: false };
        this.items.set(item, created);
        return created;
    }
    entries() {
        return this.items;
    }
}
function toChange(base, side) {
    const removed = [];
    const added = [];
    for (const hunk of (0,lines/* toHunks */.$x)(base, side)) {
        for (let index = hunk.baseStart; index < hunk.baseEnd; index++)
            removed.push(index);
        added.push(...side.slice(hunk.start, hunk.end));
    }
    return { removed, added: (0,count_items/* countItems */.A)(added) };
}
/** By how much a count is out of what is expected: below 0 when too few, above 0 when something that was removed is still there. */
function toExcess(count, expected) {
    if (isMoved(count, expected))
        return 0;
    if (count < expected.low)
        return count - expected.low;
    return count > expected.high && expected.isRemoved ? count - expected.high : 0;
}
/** Where one side has moved an item and the other has changed it, only the sum tells how often it remains. */
function isMoved(count, { baseCount, oursGrowth, theirsGrowth }) {
    return oursGrowth * theirsGrowth <= 0 && count === baseCount + oursGrowth + theirsGrowth;
}

;// CONCATENATED MODULE: ./lib/conflicts/proof/losses.js





/**
 * Finds what was dropped in a merge. First by lines, without their indentation and commas at their ends; where lines differ, because both
 * sides have changed one, the words of the changed places must be there all the same.
 */
function findLosses(conflict, text, options) {
    const isCounted = (line) => line !== '' && !(options.ignoresBrackets && isBrackets(line));
    const toCounted = (version) => toPlainLines(version).filter(isCounted);
    const [base, ours, theirs] = [conflict.base ?? '', conflict.ours, conflict.theirs].map(toCounted);
    const comparison = new Comparison({ base, ours, theirs, result: toCounted(text) }, options);
    return comparison.findLosses();
}
/** Where more lines are wrong than this, it is not looked for a reason. */
const maxExplained = 200;
class Comparison {
    sides;
    options;
    lines;
    words;
    lineCounts;
    wordCounts;
    dropped;
    kept;
    constructor(sides, options) {
        const { base, ours, theirs, result } = sides;
        this.sides = sides;
        this.options = options;
        this.lines = new Tally(base);
        this.words = new Tally(this.toCountedWords(base));
        for (const region of (0,three_way/* toRegions */.pU)(base, ours, theirs)) {
            this.lines.add(region);
            this.words.add({
                base: this.toCountedWords(region.base),
                ours: this.toCountedWords(region.ours),
                theirs: this.toCountedWords(region.theirs),
            });
        }
        this.lineCounts = (0,count_items/* countItems */.A)(result);
        this.wordCounts = (0,count_items/* countItems */.A)(this.toCountedWords(result));
        this.dropped = (0,count_items/* countItems */.A)(options.choices.flatMap(choice => choice.dropped));
        this.kept = (0,count_items/* countItems */.A)(options.choices.flatMap(choice => choice.kept));
    }
    findLosses() {
        const tooFew = [];
        const tooMany = [];
        for (const [line, expected] of this.lines.entries()) {
            const excess = toExcess(this.lineCounts.get(line) ?? 0, expected);
            if (excess < 0 && this.isOnceEnough(line, expected))
                this.allowFewer(line, -excess);
            else if (excess < 0)
                tooFew.push(line);
            if (excess > 0)
                tooMany.push(line);
        }
        const misplaced = this.findMisplaced();
        if (tooFew.length + tooMany.length === 0)
            return { missing: misplaced, remaining: [] };
        return this.explain(tooFew, tooMany, misplaced);
    }
    isOnceEnough(line, { baseCount, addedByOurs, addedByTheirs }) {
        const count = this.lineCounts.get(line) ?? 0;
        return this.options.isUnique(line) && baseCount === 0 && count >= Math.max(addedByOurs, addedByTheirs);
    }
    allowFewer(line, times) {
        for (const word of this.toCountedWords([line]))
            this.words.at(word).low -= times;
    }
    /** Lines that both sides have added and that are there less often than both together: each side must find its own. */
    findMisplaced() {
        const shared = new Set();
        for (const [line, { high, addedByOurs, addedByTheirs }] of this.lines.entries()) {
            const isShared = addedByOurs > 0 && addedByTheirs > 0 && (this.lineCounts.get(line) ?? 0) < high;
            if (isShared && !this.options.isUnique(line))
                shared.add(line);
        }
        if (shared.size === 0)
            return [];
        const { ours, theirs, result } = this.sides;
        return [
            ...findMisplaced(shared, { side: ours, result }),
            ...findMisplaced(shared, { side: theirs, result }),
        ];
    }
    /** Lines are wrong: which of them are so because both sides have changed a line, so that all words are there? */
    explain(tooFew, tooMany, misplaced) {
        const found = this.toNewWords();
        const isJoined = (line) => tooFew.length <= maxExplained && this.options.isUnique(line) && this.isExplained(line, found);
        for (const line of tooFew.filter(isJoined))
            this.allowFewer(line, 1);
        const lacking = new Set();
        const surplus = new Set();
        for (const [word, expected] of this.words.entries()) {
            const excess = toExcess(this.wordCounts.get(word) ?? 0, expected);
            if (excess < -(this.dropped.get(word) ?? 0))
                lacking.add(word);
            if (excess > (this.kept.get(word) ?? 0))
                surplus.add(word);
        }
        const missing = tooFew.filter(line => tooFew.length > maxExplained || this.hasWord(line, lacking) || !this.isExplained(line, found));
        const remaining = tooMany.filter(line => this.hasWord(line, surplus));
        return { missing: [...misplaced, ...missing], remaining };
    }
    /** Words of the lines of the result that the base does not have. */
    toNewWords() {
        const { base, result } = this.sides;
        const known = new Set(base);
        return new Set(this.toCountedWords(result.filter(line => !known.has(line))));
    }
    isExplained(line, found) {
        const words = this.toCountedWords([line]);
        const needed = words.filter(word => !this.dropped.has(word) && !this.words.at(word).isRemoved);
        if (needed.every(word => found.has(word)))
            return true;
        return needed.length < words.length && this.sides.result.some(other => this.hasAllWords(other, needed));
    }
    hasAllWords(line, needed) {
        const words = new Set(this.toCountedWords([line]));
        return needed.every(word => words.has(word));
    }
    hasWord(line, words) {
        return this.toCountedWords([line]).some(word => words.has(word));
    }
    toCountedWords(lines) {
        const words = lines.flatMap(text_words/* toWords */.x);
        return this.options.ignoresBrackets ? words.filter(word => !isBrackets(word)) : words;
    }
}
function isBrackets(text) {
    return /^[\s()[\]{}<>;'"`]*$/.test(text);
}
function toPlainLines(text) {
    return text.split('\n').map(line => line
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/^, ?|,$/g, ''));
}

// EXTERNAL MODULE: ./lib/conflicts/proof/markers.js
var markers = __webpack_require__(20565);
// EXTERNAL MODULE: ./lib/conflicts/proof/names.js + 1 modules
var proof_names = __webpack_require__(24011);
// EXTERNAL MODULE: ./lib/conflicts/proof/parses.js
var parses = __webpack_require__(39296);
// EXTERNAL MODULE: ./lib/conflicts/proof/repeated-signatures.js
var repeated_signatures = __webpack_require__(98700);
// EXTERNAL MODULE: ./lib/conflicts/formats/list-items.js
var list_items = __webpack_require__(4979);
;// CONCATENATED MODULE: ./lib/conflicts/proof/values.js



/**
 * Compares what files of keys and values say, whatever their lines look like: a value that one side has changed must be there as that side has
 * it, at its own place, and one that no side has changed as it was. Values that both sides have changed differently are not judged here.
 *
 * @returns The places of values that are not what they should be, such as `services.web.image`; none where a version cannot be read.
 */
async function findWrongValues(path, text, versions) {
    const read = await tryReader(path);
    if (read === undefined)
        return [];
    try {
        const [base, ours, theirs] = [versions.base ?? '', versions.ours, versions.theirs].map(read);
        return compare({ base, ours, theirs, result: read(text) }, []);
    }
    catch {
        return []; // whether it can be read is checked elsewhere
    }
}
async function tryReader(path) {
    switch (external_node_path_.posix.extname(path).toLowerCase()) {
        case '.json':
        case '.ipynb':
        case '.jsonc':
            return (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 99547, 19))).parse;
        case '.yml':
        case '.yaml':
            return (await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19))).parse;
        case '.toml':
            return (await __webpack_require__.e(/* import() */ 357).then(__webpack_require__.bind(__webpack_require__, 60357))).parse;
        default:
            return undefined;
    }
}
function compare({ base, ours, theirs, result }, place) {
    if (isObject(ours) && isObject(theirs) && isObject(result))
        return compareKeys({ base: isObject(base) ? base : {}, ours, theirs, result }, place);
    const [before, left, right] = [base, ours, theirs].map(toComparable);
    const isContested = left !== right && left !== before && right !== before;
    const wanted = left === before ? right : left;
    const isRight = isContested ? isMergedList({ base, ours, theirs, result }) : toComparable(result) === wanted;
    return isRight ? [] : [place.join('.')];
}
/** Of what both sides have changed differently only lists can be judged. */
function isMergedList({ base, ours, theirs, result }) {
    if (!Array.isArray(ours) || !Array.isArray(theirs) || !Array.isArray(result))
        return true;
    return isMerged([Array.isArray(base) ? base : [], ours, theirs, result]);
}
function compareKeys({ base, ours, theirs, result }, place) {
    const keys = new Set([base, ours, theirs, result].flatMap(Object.keys));
    return [...keys].flatMap(key => {
        const values = { base: base[key], ours: ours[key], theirs: theirs[key], result: result[key] };
        return compare(values, [...place, key]);
    });
}
/** Whether the last of these lists has each item as often as base, ours and theirs want it. */
function isMerged(lists) {
    if (lists.flat().some(isObject))
        return true; // an item may be merged by itself
    const counts = lists.map(items => (0,count_items/* countItems */.A)(items.map(toComparable)));
    const items = new Set(counts.flatMap(count => [...count.keys()]));
    return [...items].every(item => {
        const [base = 0, ours = 0, theirs = 0, result = 0] = counts.map(count => count.get(item) ?? 0);
        return result === ours + theirs - base || isShared(item, { base, ours, theirs, result });
    });
}
/** What both sides have added may be there once, if it says nothing about its neighbours; what both have removed may be one and the same. */
function isShared(item, { base, ours, theirs, result }) {
    const isWithin = result >= Math.min(ours, theirs) && result <= Math.max(ours, theirs);
    if (ours < base && theirs < base)
        return isWithin;
    return isWithin && base === 0 && ours === 1 && theirs === 1 && (0,list_items/* isWord */.Jg)(String(JSON.parse(item)));
}
function isObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
/** The same text for the same value, whatever the order of keys. */
function toComparable(value) {
    return JSON.stringify(value, (_, inner) => (isObject(inner) ? toSorted(inner) : inner)) ?? 'undefined';
}
function toSorted(value) {
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

;// CONCATENATED MODULE: ./lib/conflicts/proof/check-proof.js









/**
 * Checks a resolution, whoever made it: rules, a cache, an agent or a person. It must parse, repeat no signature, have no conflict markers,
 * and drop nothing: what a side has added is there, what a side has removed is gone. `choices` name the words that are exempt.
 */
async function checkProof({ path, base, ours = '', theirs = '' }, text, choices) {
    const marker = (0,markers/* findMarker */.E)(text, [ours, theirs]);
    if (marker !== undefined)
        return { kind: 'refuted', problems: [`a conflict marker is left in line ${marker}`] };
    const isParsed = await tryCheckAgainst(path, text, [ours, theirs]);
    if (isParsed === false)
        return { kind: 'refuted', problems: ['the result has a syntax error, and neither side has one'] };
    const repeated = await (0,repeated_signatures/* findRepeatedSignatures */.V)(path, text, [ours, theirs]);
    const conflict = { path, base, ours, theirs };
    const losses = findLosses(conflict, text, {
        choices,
        ignoresBrackets: isParsed === true,
        isUnique: toUniqueRule(path),
    });
    const names = await (0,proof_names/* findNameProblems */.t)(path, text, [base ?? '', ours, theirs]);
    const values = await findWrongValues(path, text, { base, ours, theirs });
    const problems = [
        ...values.map(place => `this value is not what the sides make of it: \`${place}\``),
        ...names.doubled.map(name => `it is imported or declared twice: \`${name}\``),
        ...names.dangling.map(name => `it is used, but no longer declared: \`${name}\``),
        ...repeated.map(signature => `it is there twice: \`${signature}\``),
        ...toProblems(losses),
    ];
    if (problems.length > 0)
        return { kind: 'refuted', problems };
    return { kind: 'proven', checked: toSummary(isParsed === true, choices) };
}
/** Undefined when the language is not known, or a side has a syntax error itself. */
async function tryCheckAgainst(path, text, sides) {
    const isClean = await (0,parses/* tryCheckSyntax */.$)(path, text);
    if (isClean !== false)
        return isClean;
    for (const side of sides)
        if ((await (0,parses/* tryCheckSyntax */.$)(path, side)) === false)
            return undefined;
    return false;
}
/** Keys, patterns and imports are sets: both sides may have added one at different places. */
function toUniqueRule(path) {
    if ((0,line_set/* isLineSet */.Vu)(path) ||
        (0,requirements/* isRequirements */.R)(external_node_path_.posix.basename(path)) ||
        /^\.(jsonc?|jsonl|ndjson|ya?ml|toml|mod)$/i.test(external_node_path_.posix.extname(path)))
        return () => true;
    return line => /^(import|from|use|using|#include|export .* from)\b|^(const|let|var) .*\brequire\(/.test(line);
}
function toProblems({ missing, remaining }) {
    return [
        ...[...new Set(missing)].map(line => `this line was dropped: \`${line}\``),
        ...[...new Set(remaining)].map(line => `a side has removed this line, and it is still there: \`${line}\``),
    ];
}
function toSummary(isParsed, choices) {
    const syntax = isParsed ? ['it parses', 'no signature is repeated'] : [];
    const exempt = choices.length === 0 ? '' : `, but for ${choices.length} named choice${choices.length === 1 ? '' : 's'}`;
    return [...syntax, 'no conflict markers', `no line or word of a side is lost${exempt}`].join('; ');
}


/***/ }),

/***/ 24011:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ findNameProblems)
});

// EXTERNAL MODULE: ./lib/conflicts/syntax/parsers.js + 8 modules
var parsers = __webpack_require__(46376);
// EXTERNAL MODULE: ./lib/conflicts/syntax/rules.js
var syntax_rules = __webpack_require__(35724);
// EXTERNAL MODULE: ./lib/conflicts/text/count-items.js
var count_items = __webpack_require__(561);
;// CONCATENATED MODULE: ./lib/conflicts/proof/references.js
const nameTypes = [
    'identifier',
    'type_identifier',
    'shorthand_property_identifier',
    'shorthand_property_identifier_pattern',
    'package_identifier',
    ...['name', 'simple_identifier', 'constant'],
];
/** All places where a name stands for itself, and is not that of a property or of an argument. */
function listReferences(node) {
    return node
        .descendantsOfType(nameTypes)
        .filter(name => name !== null && !isMemberName(name));
}
/** Fields of nodes whose name is looked up in an object, not in the scope. */
const memberFields = {
    attribute: 'attribute',
    keyword_argument: 'name',
    field_access: 'field',
    member_expression: 'property',
    scoped_identifier: 'name',
    scoped_type_identifier: 'name',
    member_access_expression: 'name',
    member_call_expression: 'name',
    scoped_call_expression: 'name',
    class_constant_access_expression: 'name',
};
function isMemberName(node) {
    const { parent } = node;
    if (parent === null)
        return false;
    if (parent.type === 'method_invocation')
        return parent.childForFieldName('object') !== null && isField(parent, 'name', node);
    if (parent.type === 'call' && parent.childForFieldName('receiver') !== null)
        return isField(parent, 'method', node);
    if (/^(navigation_suffix|value_argument|variable_name|named_argument)$/.test(parent.type))
        return (node.id === parent.namedChild(0)?.id && (parent.namedChildCount > 1 || parent.type !== 'value_argument'));
    const field = memberFields[parent.type];
    return field !== undefined && isField(parent, field, node);
}
function isField(parent, field, node) {
    return parent.childForFieldName(field)?.id === node.id;
}
/** Names of methods, fields and properties that are declared somewhere. */
function listMemberNames(root) {
    return root.descendantsOfType(memberTypes).flatMap(node => node?.childForFieldName('name')?.text ?? []);
}
const memberTypes = [
    'method_definition',
    'public_field_definition',
    'field_definition',
    'property_signature',
    'method_signature',
    'function_definition',
    'method_declaration',
    'function_item',
    'field_declaration',
];
/** Every name of a property, wherever it is used. */
function listPropertyNames(root) {
    const properties = root.descendantsOfType(['property_identifier', 'field_identifier']);
    const attributes = root.descendantsOfType('identifier').filter(node => node !== null && isMemberName(node));
    return [...properties, ...attributes].flatMap(node => node?.text ?? []);
}
/** References that no declaration in a function around them explains. */
function listFreeReferences(node) {
    const references = listReferences(node);
    const scopes = new Map();
    for (const reference of references) {
        const scope = isBinding(reference) ? findFunction(reference) : undefined;
        if (scope !== undefined)
            scopes.set(reference.text, [...(scopes.get(reference.text) ?? []), scope]);
    }
    const isInside = (inner, outer) => inner.startIndex >= outer.startIndex && inner.endIndex <= outer.endIndex;
    return references
        .filter(reference => !scopes.get(reference.text)?.some(scope => isInside(reference, scope)))
        .map(({ text }) => text);
}
const bindingFields = [
    [/^(variable_declarator|const_spec|var_spec)$/, 'name'],
    [/^(let_declaration|for_expression|let_condition)$/, 'pattern'],
    [
        /^(assignment|named_expression|short_var_declaration|range_clause|for_statement|for_in_statement|for_in_clause)$/,
        'left',
    ],
    [/^(function_declaration|function_definition|class_declaration|class_definition|function_item)$/, 'name'],
    [/^(aliased_import|as_pattern|use_as_clause)$/, 'alias'],
];
const bindingParents = /parameter|pattern|_clause|import_statement|import_from_statement|import_specifier|catch|closure|lambda|binding|dotted_name|use_list|scoped_use_list/;
/** Whether a name is made known where it stands; rather once too often, since what is not found is reported. */
function isBinding(reference) {
    for (let node = reference; node.parent !== null && !/block|body|suite|arguments$/.test(node.type); node = node.parent) {
        const { parent } = node;
        if (bindingParents.test(parent.type))
            return true;
        const field = bindingFields.find(([type]) => type.test(parent.type));
        if (field !== undefined)
            return isField(parent, field[1], node);
        if (/statement$|expression$|^call/.test(parent.type))
            return false;
    }
    return false;
}
function findFunction(node) {
    for (let at = node.parent; at !== null; at = at.parent) {
        const isOwnName = /function|method/.test(at.type) && at.childForFieldName('name')?.id === node.id;
        if (/function|method|lambda|closure|constructor|func_literal|comprehension|generator|macro|class/.test(at.type) &&
            !isOwnName)
            return at;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/conflicts/proof/names.js




/**
 * Compares the names that a merged text declares at its top level and those that it uses with base, ours and theirs. What was so before is no
 * problem of the merge.
 */
async function findNameProblems(path, text, versions) {
    const [result, base, ours, theirs] = [
        await tryReadNames(path, text),
        await tryReadNames(path, versions[0]),
        await tryReadNames(path, versions[1]),
        await tryReadNames(path, versions[2]),
    ];
    if (result === undefined || base === undefined || ours === undefined || theirs === undefined)
        return { dangling: [], unused: [], doubled: [], stale: [] };
    const before = [base, ours, theirs];
    const known = new Set(before.flatMap(names => [...names.declared, ...names.imported]));
    return {
        dangling: [...known].filter(name => isDangling(name, result) && !before.some(names => isDangling(name, names))),
        unused: [...result.imported].filter(name => isUnused(name, result) && !before.some(side => side.imported.has(name) && isUnused(name, side))),
        doubled: [...result.bound]
            .filter(([name, count]) => count > 1 && [ours, theirs].every(({ bound }) => (bound.get(name) ?? 0) < count))
            .map(([name]) => name),
        stale: [...new Set([...result.words.keys(), ...result.properties.keys()])].filter(name => isStale(name, base, ours, theirs) || isStale(name, base, theirs, ours)),
    };
}
function isDangling(name, { declared, imported, free }) {
    return free.has(name) && !declared.has(name) && !imported.has(name);
}
function isUnused(name, { uses, declared }) {
    return (uses.get(name) ?? 0) <= (declared.has(name) ? 1 : 0);
}
/** Properties count only where the side has done away with the member itself, or the name is telling: many things have an `id`. */
function isStale(name, base, side, other) {
    const isGone = (count) => {
        const before = count(base).get(name) ?? 0;
        return before > 0 && !count(side).has(name) && (count(other).get(name) ?? 0) > before;
    };
    const isMemberGone = base.members.has(name) && !side.members.has(name);
    const isTelling = isMemberGone || name.length > 8 || /[a-z][A-Z]|_/.test(name);
    return isGone(({ words }) => words) || (isTelling && isGone(({ properties }) => properties));
}
async function tryReadNames(path, text) {
    const tree = await (0,parsers/* tryParse */.x)(path, text);
    if (tree === undefined)
        return undefined;
    try {
        return readNames(tree.rules, tree.root);
    }
    finally {
        tree.free();
    }
}
function readNames(rules, root) {
    const members = (0,syntax_rules/* namedChildren */.TP)(root);
    const isImport = (member) => rules.imports?.isImport(member) ?? false;
    const imports = members.filter(isImport);
    const others = members.filter(member => !isImport(member));
    const signatures = others.map(member => /^(?:value|type) (.+)$/.exec(rules.toSignature(member) ?? '')?.[1]);
    const declared = signatures.flatMap(names => names?.split(' ') ?? []);
    const toTexts = (nodes) => nodes.map(({ text }) => text);
    return {
        imported: new Set(imports.flatMap(member => rules.imports?.toNames(member) ?? [])),
        declared: new Set(declared),
        bound: (0,count_items/* countItems */.A)([
            ...imports.flatMap(member => rules.imports?.toBindings(member) ?? []),
            ...declared,
            ...others.filter(isDefaultExport).map(() => 'export default'),
        ]),
        uses: (0,count_items/* countItems */.A)(others.flatMap(member => toTexts(listReferences(member)))),
        free: new Set(others.flatMap(listFreeReferences)),
        words: (0,count_items/* countItems */.A)(toTexts(listReferences(root))),
        members: new Set(listMemberNames(root)),
        properties: (0,count_items/* countItems */.A)(listPropertyNames(root)),
    };
}
function isDefaultExport(member) {
    return member.type === 'export_statement' && member.children.some(child => child?.type === 'default');
}


/***/ }),

/***/ 39296:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ tryCheckSyntax)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _formats_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73988);
/* harmony import */ var _syntax_parsers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46376);



/** Whether a text is what the name of its file says; undefined when nothing here knows. */
async function tryCheckSyntax(path, text) {
    switch (node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(path).toLowerCase()) {
        case '.json':
        case '.ipynb':
            return isStrictJson(text);
        case '.jsonc':
            return (0,_formats_json_js__WEBPACK_IMPORTED_MODULE_1__/* .isJson */ .Fh)(text);
        case '.yml':
        case '.yaml':
            return isYaml(text);
        case '.toml':
            return isToml(text);
        default:
            return isCode(path, text);
    }
}
function isStrictJson(text) {
    try {
        JSON.parse(text);
        return true;
    }
    catch {
        // That it cannot be parsed is the answer.
        return false;
    }
}
async function isYaml(text) {
    const { parseAllDocuments } = await __webpack_require__.e(/* import() */ 815).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const documents = parseAllDocuments(text);
    return !Array.isArray(documents) || documents.every(document => document.errors.length === 0);
}
async function isToml(text) {
    const { parse } = await __webpack_require__.e(/* import() */ 357).then(__webpack_require__.bind(__webpack_require__, 60357));
    try {
        parse(text);
        return true;
    }
    catch {
        // That it cannot be parsed is the answer.
        return false;
    }
}
async function isCode(path, text) {
    const tree = await (0,_syntax_parsers_js__WEBPACK_IMPORTED_MODULE_2__/* .tryParse */ .x)(path, text);
    if (tree === undefined)
        return undefined;
    const isClean = !tree.root.hasError;
    tree.free();
    return isClean;
}


/***/ }),

/***/ 98700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ findRepeatedSignatures)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _formats_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73988);
/* harmony import */ var _syntax_parsers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46376);
/* harmony import */ var _syntax_signatures_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9952);
/* harmony import */ var _text_count_items_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(561);





/**
 * The signatures (imports, functions, methods, keys) that a text has more often than once, and more often than each of the texts that it was
 * made from. A merge without conflict can do that: both sides have added the same function at different places.
 */
async function findRepeatedSignatures(path, text, before) {
    const counts = (0,_text_count_items_js__WEBPACK_IMPORTED_MODULE_3__/* .countItems */ .A)(await readSignatures(path, text));
    const repeated = [...counts].filter(([, count]) => count > 1);
    if (repeated.length === 0)
        return [];
    const earlier = [];
    for (const version of before)
        earlier.push((0,_text_count_items_js__WEBPACK_IMPORTED_MODULE_3__/* .countItems */ .A)(await readSignatures(path, version)));
    return repeated
        .filter(([signature, count]) => earlier.every(known => (known.get(signature) ?? 0) < count))
        .map(([signature]) => signature);
}
async function readSignatures(path, text) {
    if (/^\.(jsonc?|ipynb)$/i.test(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.extname(path)))
        return (0,_formats_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listJsonKeys */ .T)(text);
    const tree = await (0,_syntax_parsers_js__WEBPACK_IMPORTED_MODULE_2__/* .tryParse */ .x)(path, text);
    if (tree === undefined)
        return [];
    const signatures = (0,_syntax_signatures_js__WEBPACK_IMPORTED_MODULE_4__/* .listSignatures */ .U)(tree);
    tree.free();
    return signatures;
}


/***/ }),

/***/ 48527:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resolveText: () => (/* binding */ resolveText)
/* harmony export */ });
/* harmony import */ var _ladder_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99344);
/* harmony import */ var _resolvers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71688);
/* harmony import */ var _text_text_shape_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3468);



/**
 * Resolves a conflict by rules, without loss. The resolvers are tried in the order of the ladder, whatever the order in `options`; each may
 * solve all or a part, and what comes out is accepted only when `checkProof` accepts it. The same input always gets the same answer.
 */
async function resolveText(conflict, options) {
    if (!isTextConflict(conflict))
        return { kind: 'declined', reasons: [toMissingReason(conflict)] };
    const unfit = (0,_text_text_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .findUnfit */ .M)([conflict.base ?? '', conflict.ours, conflict.theirs]);
    if (unfit !== undefined)
        return { kind: 'declined', reasons: [unfit] };
    const plain = (0,_text_text_shape_js__WEBPACK_IMPORTED_MODULE_2__/* .tryPlainConflict */ .o)(conflict);
    if (plain === undefined)
        return { kind: 'declined', reasons: ['a version mixes line ends'] };
    const usable = _resolvers_js__WEBPACK_IMPORTED_MODULE_1__/* .resolvers */ .K.filter(({ name }) => options.resolvers.includes(name));
    const answer = await (0,_ladder_js__WEBPACK_IMPORTED_MODULE_0__/* .climb */ .o)(plain.conflict, usable);
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


/***/ }),

/***/ 71688:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ resolvers)
});

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
        end: container.endPosition.row + (isOpen && container.endPosition.column > 0 ? 1 : 0),
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

// EXTERNAL MODULE: ./lib/conflicts/syntax/parsers.js + 8 modules
var parsers = __webpack_require__(46376);
// EXTERNAL MODULE: ./lib/conflicts/text/replace-regions.js
var replace_regions = __webpack_require__(26959);
;// CONCATENATED MODULE: ./lib/conflicts/text/text-conflict.js
const declined = (reason) => ({ kind: 'declined', reason });

// EXTERNAL MODULE: ./lib/conflicts/text/three-way.js
var three_way = __webpack_require__(70941);
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
    return { kind: 'reduced', conflict: { path, ...(0,replace_regions/* replaceRegions */.c)(versions, solved) }, choices: [] };
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

// EXTERNAL MODULE: ./lib/conflicts/edits/places.js
var places = __webpack_require__(99797);
// EXTERNAL MODULE: ./lib/conflicts/text/count-items.js
var count_items = __webpack_require__(561);
// EXTERNAL MODULE: ./lib/conflicts/edits/contained.js
var contained = __webpack_require__(96340);
// EXTERNAL MODULE: ./lib/conflicts/edits/keep-both.js + 4 modules
var keep_both = __webpack_require__(78569);
// EXTERNAL MODULE: ./lib/conflicts/edits/merge-tokens.js + 1 modules
var merge_tokens = __webpack_require__(25915);
// EXTERNAL MODULE: ./lib/conflicts/edits/prose-lines.js
var prose_lines = __webpack_require__(83612);
// EXTERNAL MODULE: ./lib/conflicts/edits/tokens.js
var tokens = __webpack_require__(69995);
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
    for (const hunk of (0,text_lines/* toHunks */.$x)(base, side, tokens/* isSameToken */.Wu)) {
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

// EXTERNAL MODULE: ./lib/conflicts/edits/units.js
var units = __webpack_require__(71694);
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
    const [base, left, right] = place.texts.map((text, version) => (0,tokens/* toTokens */.ow)(`\n${text}`, place.offsets[version] - 1));
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
        const solved = version?.tokens ?? (0,contained/* tryContaining */.w)(chunk);
        if (solved !== undefined)
            return solved;
        keepsBoth = true;
        if (place.trees === undefined)
            return place.isProse ? (0,prose_lines/* tryKeepEntries */.p)(chunk) : undefined;
        return (0,keep_both/* tryKeepBoth */._)(chunk, { ours: place.trees[1], theirs: place.trees[2] });
    };
    const text = (0,merge_tokens/* tryMergeTokens */.q)([base, ours, theirs], {
        unitsOf: place.trees === undefined ? (0,units/* toLineUnits */.hU)(base) : (0,units/* toSyntaxUnits */._$)(place.trees[0], base),
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
    const solved = (0,places/* listPlaces */.b)(path, texts, trees).flatMap(({ region, place }) => {
        const answer = trySolvePlace(place);
        return answer === undefined ? [] : [{ region, lines: (0,text_lines/* toLines */.P_)(answer.text), choices: answer.choices }];
    });
    if (solved.length === 0)
        return declined('both sides have changed the same statement or item');
    const versions = (0,three_way/* mapThree */.p1)(texts, text_lines/* toLines */.P_);
    if (hasContestedMove(versions))
        return declined('one side has moved what the other has changed');
    const choices = solved.flatMap(place => place.choices);
    return { kind: 'reduced', conflict: { path, ...(0,replace_regions/* replaceRegions */.c)(versions, solved) }, choices };
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

;// CONCATENATED MODULE: ./lib/conflicts/members/gaps.js
/**
 * Neighbours keep the blank lines that they have on a side, or that both sides have made of them. Between members that are new neighbours stand
 * as many as above the lower one, or as below the upper one where the lower one was the first.
 */
function toGapFinder(lists) {
    const [base, ours, theirs] = lists.map(toNeighbours);
    return (before, key) => {
        const [start, left, right] = [base, ours, theirs].map(list => list.between.get(toPair(before, key)));
        if (left !== undefined && right !== undefined)
            return isSameGap(left, start) ? right : left;
        const onOneSide = left ?? right;
        if (onOneSide !== undefined)
            return onOneSide;
        if (before === undefined)
            return ours.first ?? theirs.first ?? [];
        const above = ours.above.get(key) ?? theirs.above.get(key);
        return above ?? ours.below.get(before) ?? theirs.below.get(before) ?? [];
    };
}
function toNeighbours({ members }) {
    const pairs = members.map(({ key, gap }, index) => ({ before: members[index - 1]?.key, key, gap }));
    const inner = pairs.filter(({ before }) => before !== undefined);
    return {
        between: new Map(pairs.map(({ before, key, gap }) => [toPair(before, key), gap])),
        first: members[0]?.gap,
        above: new Map(inner.map(({ key, gap }) => [key, gap])),
        below: new Map(inner.map(({ before, gap }) => [before, gap])),
    };
}
function toPair(before, key) {
    return JSON.stringify([before, key]);
}
function isSameGap(a, b) {
    return b !== undefined && a.join('') === b.join('');
}

;// CONCATENATED MODULE: ./lib/conflicts/members/sorted.js
/** Sorts items if there is an order, of characters or of words without their case, that all these sequences are in. */
function trySortLike(items, sequences) {
    const order = [compareCodes, compareWords].find(compare => sequences.every(side => isSorted(side, compare)));
    return order && items.toSorted(order);
}
function compareCodes(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}
function compareWords(a, b) {
    return compareCodes(a.toLowerCase(), b.toLowerCase());
}
function isSorted(items, compare) {
    return items.every((item, index) => index === 0 || compare(items[index - 1], item) <= 0);
}

;// CONCATENATED MODULE: ./lib/conflicts/members/merge-keys.js



/** Which members may be in the result, in their order: ours first, and sorted where both sides are. */
function mergeKeys(maps) {
    const keys = [];
    const segments = (0,three_way/* mergeSequences */.NT)(...(0,three_way/* mapThree */.p1)(maps, map => [...map.keys()]));
    for (const [index, segment] of segments.entries()) {
        if (segment.kind === 'merged') {
            keys.push(...segment.items);
            continue;
        }
        const reason = findClash(segment, maps);
        if (reason !== undefined)
            return { kind: 'clash', reason };
        const behind = segments[index + 1];
        const around = { before: keys.at(-1), behind: behind?.kind === 'merged' ? behind.items[0] : undefined };
        keys.push(...toSortedChunk(interleave(segment.ours, segment.theirs), segment, around));
    }
    const found = new Set(keys.filter(key => isKept(key, maps)));
    for (const key of [...maps[1].keys(), ...maps[2].keys()])
        if (isKept(key, maps))
            found.add(key);
    return { kind: 'merged', keys: [...found] };
}
function findClash({ base, ours, theirs }, maps) {
    const involved = new Set([...base, ...ours, ...theirs]);
    const fixed = [...involved].find(key => maps.some(map => map.get(key)?.commutes === false));
    if (fixed !== undefined)
        return `the order of what both sides have changed matters: ${quote(fixed)}`;
    const replaced = base.find(key => !maps[1].has(key) && !maps[2].has(key));
    const hasNew = (side) => [...involved].some(key => side.has(key) && !maps[0].has(key));
    return replaced !== undefined && hasNew(maps[1]) && hasNew(maps[2])
        ? `${quote(replaced)} was replaced on both sides, differently`
        : undefined;
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
/** Sorted where both sides have their additions in the order of what is around them. */
function toSortedChunk(keys, { ours, theirs }, { before, behind }) {
    const inPlace = (side) => [before, ...side, behind].filter(key => key !== undefined).map(toName);
    const sides = [inPlace(ours), inPlace(theirs)];
    if (sides.some(side => side.length < 3))
        return keys;
    const byName = new Map(keys.map(key => [toName(key), key]));
    if (byName.size < keys.length)
        return keys;
    return trySortLike([...byName.keys()], sides)?.map(name => byName.get(name)) ?? keys;
}
/** A key without its kind. */
function toName(key) {
    return key.replace(/^\w+ /, '');
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
        const keys = this.tryMergeKeys(maps);
        const rest = this.tryMergeLines((0,three_way/* mapThree */.p1)(lists, list => list.rest));
        if (keys === undefined || rest === undefined)
            return undefined;
        const merged = [];
        const findGap = toGapFinder(lists);
        let before;
        for (const key of keys) {
            const member = this.tryMergeMember((0,three_way/* mapThree */.p1)(maps, map => map.get(key)), key);
            if (member === undefined)
                return undefined;
            if (member === 'gone')
                continue;
            merged.push({ ...member, gap: findGap(before, key) });
            before = key;
        }
        const separated = lists[1].isCommaSeparated
            ? withCommas(merged, lists.slice(1).every(endsWithComma))
            : merged;
        return [...separated.flatMap(({ gap, lines }) => [...gap, ...lines]), ...rest];
    }
    tryMergeKeys(maps) {
        const merged = mergeKeys(maps);
        return merged.kind === 'clash' ? this.clash(merged.reason) : merged.keys;
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
            return theirs;
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
/** A base for what both sides have added: with its head and tail, and nothing inside. */
function toEmpty(member) {
    return {
        open: () => {
            const container = member.open();
            return container && { ...container, list: { ...container.list, members: [], rest: [] } };
        },
    };
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
    return (base.length < 2 ? undefined : trySortLike(names, [ours, theirs])) ?? names;
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
const manifests = /^(package|composer|bower|deno)\.json$|^(Cargo|pyproject)\.toml$|^(Chart|pubspec)\.ya?ml$|^go\.mod$|(requirements|constraints).*\.(txt|in)$/;
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
;// CONCATENATED MODULE: ./lib/conflicts/formats/notebook.js

/** What a notebook has only recorded, and records again when it is run: that of ours stays. */
function decideRecorded([base, ours, theirs]) {
    if (ours === undefined || theirs === undefined)
        return undefined;
    const name = /^key (outputs|execution_count)$/.exec(ours.key)?.[1];
    if (name === undefined)
        return undefined;
    const toMemberWords = (member) => (0,words/* toWords */.x)(member?.lines.join('') ?? '');
    return {
        member: ours,
        choice: {
            sentence: `\`${name}\` of a cell is that of ours: run the notebook again`,
            dropped: toMemberWords(theirs),
            kept: [...toMemberWords(base), ...toMemberWords(ours)],
        },
    };
}

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

// EXTERNAL MODULE: ./lib/conflicts/formats/requirements.js
var requirements = __webpack_require__(49510);
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
        ? `${header} ${places.map(toIdentity).find(text => text !== undefined) ?? ''}`
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
function toIdentity({ signature, value }) {
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











/** Merges files of keys and values key by key, with their formatting: JSON, YAML, TOML, go.mod, requirements and notebooks. */
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
    const decide = (versions) => path.endsWith('.ipynb') ? decideRecorded(versions) : decideValue(external_node_path_.posix.basename(path), versions);
    return mergeTexts([base, ours, theirs], read, { decide, mergesAdded: true });
}
/** What is large to load is loaded only for files that need it. */
async function tryReader(path) {
    if (external_node_path_.posix.basename(path) === 'go.mod')
        return tryReadGoModule;
    if ((0,requirements/* isRequirements */.R)(external_node_path_.posix.basename(path)))
        return requirements/* tryReadRequirements */.K;
    switch (external_node_path_.posix.extname(path).toLowerCase()) {
        case '.json':
        case '.jsonc':
        case '.ipynb':
            return json/* tryReadJson */.AX;
        case '.yml':
        case '.yaml':
            return (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(354)]).then(__webpack_require__.bind(__webpack_require__, 81973))).tryReadYaml;
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
        const kind = isEntry(line, indent) ? 'entry' : isRule(outline[row + 1]) ? 'table' : 'text';
        if (last !== undefined && goesOn(last, { row, line, kind }))
            last.last = row;
        else
            blocks.push({ first: row, last: row, kind });
    }
    return blocks;
}
function isEntry(line, indent) {
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


/***/ }),

/***/ 46376:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ tryParse),
  g: () => (/* binding */ withTrees)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __webpack_require__(98995);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(78877);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./lib/conflicts/members/member.js
var members_member = __webpack_require__(88661);
// EXTERNAL MODULE: ./lib/conflicts/syntax/rules.js
var rules = __webpack_require__(35724);
;// CONCATENATED MODULE: ./lib/conflicts/syntax/go.js


const containers = new Set(['source_file', 'field_declaration_list', 'interface_type', 'literal_value']);
function toSignature(node) {
    switch (node.type) {
        case 'function_declaration':
            return (0,rules/* fieldText */.gF)(node, 'name') === 'init' ? undefined : `value ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'method_declaration':
            return `method ${toReceiver(node)}.${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'type_declaration':
        case 'const_declaration':
        case 'var_declaration':
            return toDeclarationSignature(node);
        case 'import_declaration':
            return `import ${(0,members_member/* toPlainText */.b)(node.text)}`;
        case 'field_declaration':
            return `member ${namesOf(node).join(' ') || (0,rules/* fieldText */.gF)(node, 'type')}`;
        case 'method_elem':
            return `member ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'keyed_element':
            return `member ${(0,rules/* fieldText */.gF)(node, 'key')}`;
        default:
            return undefined;
    }
}
/** The type that a method belongs to, whatever its receiver is called. */
function toReceiver(node) {
    const receiver = node.childForFieldName('receiver')?.namedChild(0);
    return (0,members_member/* toPlainText */.b)(receiver === null || receiver === undefined ? '' : ((0,rules/* fieldText */.gF)(receiver, 'type') ?? '')).replace(/^\*/, '');
}
/** Names that a declaration introduces; the blank name counts as none. */
function toDeclarationSignature(node) {
    const lists = node.namedChildren.flatMap(child => child?.type.endsWith('_spec_list') ? child.namedChildren : [child]);
    const names = lists.flatMap(spec => (spec === null || spec === undefined ? [] : namesOf(spec)));
    return names.length === 0 || names.includes('_') ? undefined : `value ${names.join(' ')}`;
}
function namesOf(node) {
    return node
        .childrenForFieldName('name')
        .flatMap(name => (name === null || name.text === ',' ? [] : [name.text]));
}
function findContainer(member) {
    const body = (0,rules/* findTrailing */.iT)(member, new Set([...containers, 'block']));
    return body?.type === 'block' ? undefined : body;
}
const goRules = {
    grammar: 'go',
    extensions: ['.go'],
    containers,
    commaSeparated: new Set(['literal_value']),
    comments: new Set(['comment']),
    toSignature,
    findContainer,
    imports: {
        isImport: node => node.type === 'import_declaration',
        toImport: node => {
            const specs = node.namedChildren.flatMap(child => child?.type === 'import_spec_list' ? child.namedChildren : [child]);
            if (specs.some(spec => spec?.type !== 'import_spec'))
                return undefined;
            const isList = node.namedChildren.some(child => child?.type === 'import_spec_list');
            const names = specs.map(spec => (0,members_member/* toPlainText */.b)(spec?.text ?? ''));
            return isList
                ? { source: 'import ()', specifiers: names }
                : { source: (0,members_member/* toPlainText */.b)(node.text), specifiers: [] };
        },
        toNames: node => node.descendantsOfType('import_spec').flatMap(spec => (spec === null ? [] : toPackageName(spec))),
        toBindings: node => node
            .descendantsOfType('import_spec')
            .flatMap(spec => (spec === null ? [] : toPackageName(spec)))
            .filter(name => name !== '_' && name !== '.'),
        print: printImports,
    },
};
/** Keeps the groups that blank lines make: a new path joins the group whose paths it resembles most. */
function printImports(like, { specifiers }) {
    if (!like.includes('\n') || /\/[/*]/.test(like.replace(/"[^"]*"/g, '')))
        return undefined;
    const wanted = new Set(specifiers);
    const lines = like.split('\n');
    const groups = [[]];
    for (const line of lines.slice(1, -1)) {
        if (line.trim() === '')
            groups.push([]);
        else if (wanted.delete((0,members_member/* toPlainText */.b)(line)))
            groups.at(-1)?.push((0,members_member/* toPlainText */.b)(line));
    }
    for (const name of wanted)
        nearestGroup(groups, name).push(name);
    const indent = /^[ \t]*/.exec(lines[1] ?? '\t')?.[0] ?? '\t';
    const blocks = groups
        .filter(group => group.length > 0)
        .map(group => group
        .toSorted(byPath)
        .map(name => indent + name)
        .join('\n'));
    return [lines[0], blocks.join('\n\n'), lines.at(-1)].join('\n');
}
function nearestGroup(groups, name) {
    const host = (text) => toPath(text).split('/')[0] ?? '';
    const isStandard = (text) => !host(text).includes('.');
    const same = groups.find(group => group.some(other => host(other) === host(name)));
    const alike = groups.find(group => group.some(other => isStandard(other) === isStandard(name)));
    const group = same ?? alike ?? groups.at(-1);
    return group;
}
function toPath(spec) {
    return /"([^"]*)"/.exec(spec)?.[1] ?? spec;
}
function byPath(a, b) {
    return toPath(a) < toPath(b) ? -1 : 1;
}
/** The alias, or the last part of the path that is not a major version. */
function toPackageName(spec) {
    const alias = (0,rules/* fieldText */.gF)(spec, 'name');
    if (alias !== undefined)
        return [alias];
    const parts = toPath(spec.text)
        .split('/')
        .filter(part => !/^v\d+$/.test(part));
    return [(parts.at(-1) ?? '').replace(/^go-|[.-]go$|\.v\d+$/g, '')];
}

;// CONCATENATED MODULE: ./lib/conflicts/syntax/java.js


const java_containers = new Set([
    'program',
    'class_body',
    'interface_body',
    'enum_body_declarations',
    'annotation_type_body',
]);
const typesOf = new Set([
    'class_declaration',
    'interface_declaration',
    'enum_declaration',
    'record_declaration',
    'annotation_type_declaration',
]);
function java_toSignature(node) {
    if (typesOf.has(node.type))
        return `type ${(0,rules/* fieldText */.gF)(node, 'name')}`;
    switch (node.type) {
        case 'method_declaration':
        case 'constructor_declaration':
            return `method ${(0,rules/* fieldText */.gF)(node, 'name')}(${parameterTypes(node)})`;
        case 'field_declaration':
            return `field ${node
                .childrenForFieldName('declarator')
                .map(child => (child === null ? '' : (0,rules/* fieldText */.gF)(child, 'name')))
                .join(' ')}`;
        case 'import_declaration':
            return `import ${(0,members_member/* toPlainText */.b)(node.text)}`;
        default:
            return undefined;
    }
}
/** Methods of one name are told apart by the types of their parameters. */
function parameterTypes(node) {
    const parameters = node.childForFieldName('parameters')?.namedChildren ?? [];
    return parameters
        .map(parameter => (0,members_member/* toPlainText */.b)(parameter === null ? '' : ((0,rules/* fieldText */.gF)(parameter, 'type') ?? parameter.text)))
        .join(', ');
}
function java_findContainer(member) {
    const body = (0,rules/* findTrailing */.iT)(member, new Set([...java_containers, 'block', 'constructor_body', 'array_initializer', 'enum_body']));
    return body !== undefined && java_containers.has(body.type) ? body : undefined;
}
const javaRules = {
    grammar: 'java',
    extensions: ['.java'],
    containers: java_containers,
    commaSeparated: new Set(),
    comments: new Set(['line_comment', 'block_comment']),
    toSignature: java_toSignature,
    findContainer: java_findContainer,
    imports: {
        isImport: node => node.type === 'import_declaration',
        toImport: node => ({ source: (0,members_member/* toPlainText */.b)(node.text), specifiers: [] }),
        toNames: node => (node.text.includes('*') ? [] : (0,rules/* lastIdentifier */.Gb)(node)),
        toBindings: node => (/\bstatic\b|\*/.test(node.text) ? [] : (0,rules/* lastIdentifier */.Gb)(node)),
        print: () => undefined,
    },
};

;// CONCATENATED MODULE: ./lib/conflicts/syntax/javascript.js


const javascript_containers = new Set([
    'program',
    'class_body',
    'interface_body',
    'object_type',
    'enum_body',
    'object',
    'switch_body',
]);
const values = new Set([
    'function_declaration',
    'generator_function_declaration',
    'class_declaration',
    'abstract_class_declaration',
    'enum_declaration',
]);
const types = new Set(['interface_declaration', 'type_alias_declaration']);
const suites = /^(describe|context|suite)\b/;
const testCalls = /^(describe|context|suite|it|test|specify|before|after|beforeEach|afterEach|beforeAll|afterAll|bench)\b/;
function javascript_toSignature(node) {
    if (values.has(node.type))
        return `value ${(0,rules/* fieldText */.gF)(node, 'name')}`;
    if (types.has(node.type))
        return `type ${(0,rules/* fieldText */.gF)(node, 'name')}`;
    switch (node.type) {
        case 'export_statement':
            return toExportSignature(node);
        case 'import_statement':
            return `import ${(0,members_member/* toPlainText */.b)(node.text)}`;
        case 'lexical_declaration':
        case 'variable_declaration':
            return `value ${declaredNames(node).join(' ')}`;
        case 'expression_statement':
            return toExpressionSignature(node.namedChild(0));
        case 'internal_module':
        case 'module':
            return `module ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        default:
            return toMemberSignature(node);
    }
}
function toExportSignature(node) {
    const declaration = node.childForFieldName('declaration');
    if (declaration !== null)
        return javascript_toSignature(declaration);
    if (node.childForFieldName('value') !== null)
        return 'default';
    return `export ${(0,members_member/* toPlainText */.b)(node.text)}`;
}
function declaredNames(node) {
    return node.namedChildren.flatMap(child => child?.type === 'variable_declarator' ? toDeclared(child.childForFieldName('name')) : []);
}
/** All names of a pattern such as `{ a, b: [c] }`. */
function toDeclared(name) {
    return name === null ? [] : name.type === 'identifier' ? [name.text] : (0,rules/* listIdentifiers */.F7)(name);
}
/** `app.get = …` is known by what it assigns to, `it('works', …)` by its title. */
function toExpressionSignature(expression) {
    if (expression?.type === 'assignment_expression') {
        const left = (0,rules/* fieldText */.gF)(expression, 'left');
        return left?.includes('.') ? `value ${left}` : undefined;
    }
    if (expression?.type !== 'call_expression')
        return undefined;
    const name = (0,rules/* fieldText */.gF)(expression, 'function') ?? '';
    const title = expression.childForFieldName('arguments')?.namedChild(0);
    if (!testCalls.test(name) || title === null || title === undefined)
        return undefined;
    const kind = name.replace(/\.(only|skip|todo|failing|concurrent|fails)\b/g, '');
    return title.type === 'string' || title.type === 'template_string' ? `${kind} ${title.text}` : undefined;
}
function toMemberSignature(node) {
    const name = (0,rules/* fieldText */.gF)(node, 'name') ?? (0,rules/* fieldText */.gF)(node, 'key');
    switch (node.type) {
        case 'method_definition':
            return `member ${modifiersOf(node)}${name}`;
        case 'public_field_definition':
        case 'field_definition':
            return `member ${modifiersOf(node)}${name ?? (0,rules/* fieldText */.gF)(node, 'property')}`;
        case 'property_signature':
            return `member ${name}`;
        case 'method_signature':
        case 'function_signature':
        case 'abstract_method_signature':
            return `overload ${(0,members_member/* toPlainText */.b)(node.text)}`;
        case 'pair':
            return `member ${name?.replace(/^(['"])(.*)\1$/, '$2')}`;
        case 'shorthand_property_identifier':
            return `member ${node.text}`;
        case 'switch_case':
            return `case ${(0,rules/* fieldText */.gF)(node, 'value')}`;
        default:
            return undefined;
    }
}
function modifiersOf(node) {
    const words = node.children
        .map(child => child?.type ?? '')
        .filter(type => ['static', 'get', 'set'].includes(type));
    return words.map(word => `${word} `).join('');
}
function javascript_findContainer(member) {
    const call = member.type === 'expression_statement' ? member.namedChild(0) : null;
    if (call?.type === 'call_expression' && suites.test((0,rules/* fieldText */.gF)(call, 'function') ?? '')) {
        return (0,rules/* findTrailing */.iT)(call, new Set(['statement_block']));
    }
    const body = (0,rules/* findTrailing */.iT)(member, new Set([...javascript_containers, 'statement_block']));
    return body?.type === 'statement_block' ? undefined : body;
}
/** `export { a } from 'x'` counts as an import too: it is a set of names. */
function isImport(node) {
    return node.type === 'import_statement' || isReexport(node) || tryRequire(node) !== undefined;
}
function isReexport(node) {
    return node.type === 'export_statement' && node.childForFieldName('source') !== null;
}
function toNames(node) {
    return isReexport(node) ? [] : toBindings(node);
}
/** Names that are bound, and those that are exported: of each there can be only one. */
function toBindings(node) {
    if (node.type === 'export_statement')
        return toExportedNames(node).map(name => `export ${name}`);
    const required = tryRequire(node);
    if (required !== undefined)
        return declaredNames(node);
    return node
        .descendantsOfType(['import_clause'])
        .flatMap(clause => (clause === null ? [] : clause.namedChildren))
        .flatMap(part => part === null ? [] : part.type === 'named_imports' ? toAliases(part) : (0,rules/* listIdentifiers */.F7)(part));
}
function toExportedNames(node) {
    const clause = node.namedChildren.find(child => child?.type === 'export_clause');
    return clause == null ? [] : toAliases(clause);
}
function toAliases(list) {
    return list.namedChildren.flatMap(part => part === null ? [] : ((0,rules/* fieldText */.gF)(part, 'alias') ?? (0,rules/* fieldText */.gF)(part, 'name') ?? []));
}
/** `const { a, b } = require('x')` */
function tryRequire(node) {
    if (node.type !== 'lexical_declaration' && node.type !== 'variable_declaration')
        return undefined;
    const declarators = node.namedChildren.filter(child => child?.type === 'variable_declarator');
    const [declarator] = declarators;
    if (declarators.length !== 1 || declarator == null)
        return undefined;
    const value = declarator.childForFieldName('value');
    return value?.type === 'call_expression' && (0,rules/* fieldText */.gF)(value, 'function') === 'require'
        ? declarator
        : undefined;
}
function toImport(node) {
    const declarator = tryRequire(node);
    if (declarator !== undefined) {
        const name = declarator.childForFieldName('name');
        const source = `${(0,rules/* fieldText */.gF)(declarator, 'value')} ${name?.type === 'object_pattern' ? '{}' : name?.text}`;
        return { source, specifiers: name?.type === 'object_pattern' ? namesIn(name) : [] };
    }
    const named = node.descendantsOfType(['named_imports', 'export_clause'])[0];
    const source = (0,members_member/* toPlainText */.b)(named == null ? node.text : node.text.replace(named.text, '{}'));
    return { source, specifiers: named == null ? [] : namesIn(named) };
}
function namesIn(list) {
    return list.namedChildren.flatMap(child => child === null || child.type === 'comment' ? [] : [(0,members_member/* toPlainText */.b)(child.text)]);
}
const javascript_rules = {
    containers: javascript_containers,
    commaSeparated: new Set(['object', 'enum_body']),
    comments: new Set(['comment', 'html_comment']),
    toSignature: javascript_toSignature,
    findContainer: javascript_findContainer,
    imports: {
        isImport,
        toImport,
        toNames,
        toBindings,
        print: (like, { specifiers }) => (0,rules/* printBraces */.eQ)(like, specifiers, ' '),
    },
};
const javascriptRules = {
    ...javascript_rules,
    grammar: 'javascript',
    extensions: ['.js', '.mjs', '.cjs', '.jsx'],
};
const typescriptRules = {
    ...javascript_rules,
    grammar: 'typescript',
    extensions: ['.ts', '.mts', '.cts'],
};
const tsxRules = { ...javascript_rules, grammar: 'tsx', extensions: ['.tsx'] };

;// CONCATENATED MODULE: ./lib/conflicts/syntax/language-table.js


function toRules(table) {
    const { grammar, extensions } = table;
    const containers = new Set(table.containers);
    const ends = new Set([...table.containers, ...table.bodies]);
    return {
        grammar,
        extensions,
        containers,
        commaSeparated: new Set(table.commaSeparated),
        comments: new Set(table.comments),
        toSignature: member => language_table_toSignature(table, member),
        findContainer: member => {
            const body = table.findBody?.(member) ?? (0,rules/* findTrailing */.iT)(member, ends);
            return body !== undefined && containers.has(body.type) ? body : undefined;
        },
        imports: table.imports && toImportRules(table.imports),
    };
}
function language_table_toSignature({ members, parameters, imports }, member) {
    if (imports?.isImport(member))
        return `import ${(0,members_member/* toPlainText */.b)(member.text)}`;
    const [kind, findName] = members[member.type] ?? [];
    const name = findName?.(member);
    if (kind === undefined || name === undefined || name === '')
        return undefined;
    if (kind !== 'method')
        return `${kind} ${(0,members_member/* toPlainText */.b)(name)}`;
    const body = member.childForFieldName('body') ?? firstChild(member, ['function_body']);
    const lists = member
        .descendantsOfType([...(parameters ?? [])])
        .filter(list => list !== null && list.startIndex < (body?.startIndex ?? Number.POSITIVE_INFINITY));
    return `method ${(0,members_member/* toPlainText */.b)(name)}(${lists.map(list => (0,members_member/* toPlainText */.b)(list?.text ?? '')).join(', ')})`;
}
function toImportRules({ isImport, entries, findName }) {
    const list = (node) => entries === undefined ? [node] : (0,rules/* namedChildren */.TP)(node).filter(({ type }) => type === entries);
    const toNames = (node) => list(node).flatMap(entry => findName?.(entry) ?? []);
    return {
        isImport,
        toImport: node => entries === undefined
            ? { source: (0,members_member/* toPlainText */.b)(node.text), specifiers: [] }
            : { source: 'imports', specifiers: list(node).map(({ text }) => (0,members_member/* toPlainText */.b)(text)) },
        toNames,
        toBindings: toNames,
        print: (like, { specifiers }) => entries === undefined || /\/[/*]/.test(like) ? undefined : `${specifiers.join('\n')}\n`,
    };
}
/** The text of a field. */
const field = (name) => member => (0,rules/* fieldText */.gF)(member, name);
/** The text of the first child of one of these types. */
const child = (...types) => member => firstChild(member, types)?.text;
/** The names of all that a member declares. */
const names = (type, name) => member => member
    .descendantsOfType(type)
    .flatMap(node => (node === null ? [] : ((0,rules/* fieldText */.gF)(node, name) ?? [])))
    .join(' ');
/** All up to the body. */
const head = member => {
    const body = member.childForFieldName('body') ?? member.namedChild(member.namedChildCount - 1);
    return body === null ? member.text : member.text.slice(0, body.startIndex - member.startIndex);
};
/** What a declaration of C declares, inside of pointers, arrays and parameters. */
const declared = member => {
    let node = member.childForFieldName('declarator');
    while (node?.childForFieldName('declarator') != null)
        node = node.childForFieldName('declarator');
    return node?.text;
};
function firstChild(node, types) {
    return (0,rules/* namedChildren */.TP)(node).find(({ type }) => types.includes(type));
}

;// CONCATENATED MODULE: ./lib/conflicts/syntax/language-tables.js


const isOf = (...types) => (node) => types.includes(node.type);
const cSharp = {
    grammar: 'c-sharp',
    extensions: ['.cs'],
    containers: ['compilation_unit', 'declaration_list', 'enum_member_declaration_list'],
    bodies: ['block', 'accessor_list', 'initializer_expression'],
    commaSeparated: ['enum_member_declaration_list'],
    comments: ['comment'],
    members: {
        namespace_declaration: ['module', field('name')],
        class_declaration: ['type', field('name')],
        interface_declaration: ['type', field('name')],
        struct_declaration: ['type', field('name')],
        record_declaration: ['type', field('name')],
        enum_declaration: ['type', field('name')],
        delegate_declaration: ['type', field('name')],
        method_declaration: ['method', field('name')],
        constructor_declaration: ['method', field('name')],
        property_declaration: ['member', field('name')],
        field_declaration: ['member', names('variable_declarator', 'name')],
        event_field_declaration: ['member', names('variable_declarator', 'name')],
        enum_member_declaration: ['member', field('name')],
    },
    parameters: ['parameter_list'],
    imports: { isImport: isOf('using_directive'), findName: field('name') },
};
/** C, too. Where a declaration stands matters only to what follows it, and what a side has added does not know what the other has. */
const cPlusPlus = {
    grammar: 'cpp',
    extensions: ['.cpp', '.cc', '.cxx', '.hpp', '.hh', '.hxx', '.c', '.h'],
    containers: [
        ...['translation_unit', 'declaration_list', 'field_declaration_list', 'enumerator_list'],
        ...['preproc_ifdef', 'preproc_if'],
    ],
    bodies: ['compound_statement', 'initializer_list'],
    commaSeparated: ['enumerator_list'],
    comments: ['comment'],
    members: {
        namespace_definition: ['module', field('name')],
        class_specifier: ['type', field('name')],
        struct_specifier: ['type', field('name')],
        union_specifier: ['type', field('name')],
        enum_specifier: ['type', field('name')],
        type_definition: ['type', declared],
        alias_declaration: ['type', field('name')],
        function_definition: ['method', declared],
        declaration: ['prototype', member => (isFunction(member) ? head(member) : declared(member))],
        field_declaration: ['prototype', member => (isFunction(member) ? head(member) : declared(member))],
        enumerator: ['member', field('name')],
        preproc_ifdef: ['condition', field('name')],
        preproc_if: ['condition', field('condition')],
        preproc_def: ['macro', field('name')],
        preproc_function_def: ['macro', field('name')],
    },
    parameters: ['parameter_list'],
    findBody: member => (/^preproc_(ifdef|if)$/.test(member.type) ? member : undefined),
    imports: { isImport: isOf('preproc_include') },
};
function isFunction(member) {
    return member.childForFieldName('declarator')?.type === 'function_declarator';
}
const php = {
    grammar: 'php',
    extensions: ['.php'],
    containers: ['program', 'declaration_list', 'enum_declaration_list'],
    bodies: ['compound_statement', 'array_creation_expression'],
    comments: ['comment'],
    members: {
        class_declaration: ['type', field('name')],
        interface_declaration: ['type', field('name')],
        trait_declaration: ['type', field('name')],
        enum_declaration: ['type', field('name')],
        function_definition: ['value', field('name')],
        method_declaration: ['member', member => `${(0,rules/* fieldText */.gF)(member, 'name')?.toLowerCase()}()`],
        property_declaration: ['member', names('property_element', 'name')],
        const_declaration: ['member', names('const_element', 'name')],
        enum_case: ['member', field('name')],
    },
    imports: { isImport: isOf('namespace_use_declaration'), findName: toUsedName },
};
/** The alias, or the last part; what is written with braces introduces more than one. */
function toUsedName(node) {
    if (/[{,]|^use (function|const) /.test(node.text))
        return undefined;
    return /(\w+)\s*;?$/.exec(node.text)?.[1];
}
const ruby = {
    grammar: 'ruby',
    extensions: ['.rb', '.rake'],
    containers: ['program', 'body_statement'],
    bodies: [],
    comments: ['comment'],
    members: {
        module: ['module', field('name')],
        class: ['type', field('name')],
        method: ['value', field('name')],
        singleton_method: ['value', member => `self.${(0,rules/* fieldText */.gF)(member, 'name')}`],
        call: ['test', toTitle],
    },
    findBody: member => {
        const isOpen = ['module', 'class'].includes(member.type) || /^(describe|context) /.test(toTitle(member) ?? '');
        const holder = member.type === 'call' ? member.childForFieldName('block') : member;
        return (isOpen && holder?.childForFieldName('body')) || undefined;
    },
    imports: {
        isImport: node => node.type === 'call' && /^require(_relative)? ['"][^'"#]*['"]$/.test(node.text),
    },
};
/** `it "works" do` is known by its title. */
function toTitle(member) {
    return /^(?:RSpec\.)?((?:describe|context|it|specify|test|should) ['"][^'"#\n]*['"])/.exec(member.text)?.[1];
}
const kotlin = {
    grammar: 'kotlin',
    extensions: ['.kt', '.kts'],
    containers: ['source_file', 'class_body', 'enum_class_body'],
    bodies: ['function_body', 'lambda_literal', 'getter', 'setter'],
    comments: ['line_comment', 'multiline_comment', 'comment'],
    members: {
        class_declaration: ['type', child('type_identifier')],
        object_declaration: ['type', child('type_identifier')],
        function_declaration: ['method', head],
        property_declaration: ['member', child('variable_declaration')],
        type_alias: ['type', child('type_identifier')],
    },
    parameters: [],
    imports: {
        isImport: isOf('import_list'),
        entries: 'import_header',
        findName: node => (node.text.trim().endsWith('*') ? undefined : /(\w+)`?\s*$/.exec(node.text)?.[1]),
    },
};
const swift = {
    grammar: 'swift',
    extensions: ['.swift'],
    containers: ['source_file', 'class_body', 'enum_class_body', 'protocol_body'],
    bodies: ['function_body', 'computed_property', 'lambda_literal'],
    comments: ['comment', 'multiline_comment'],
    members: {
        class_declaration: ['type', head],
        protocol_declaration: ['type', field('name')],
        typealias_declaration: ['type', field('name')],
        function_declaration: ['method', field('name')],
        init_declaration: ['method', () => 'init'],
        protocol_function_declaration: ['method', field('name')],
        property_declaration: ['member', field('name')],
        enum_entry: ['member', field('name')],
    },
    parameters: ['parameter'],
    imports: { isImport: isOf('import_declaration') },
};
/** The order of rules matters where they are about one thing, which has one selector mostly. */
const css = {
    grammar: 'css',
    extensions: ['.css'],
    containers: ['stylesheet'],
    bodies: ['block'],
    comments: ['comment'],
    members: {
        rule_set: ['rule', child('selectors')],
        keyframes_statement: ['keyframes', child('keyframes_name')],
    },
};
const shell = {
    grammar: 'bash',
    extensions: ['.sh', '.bash'],
    containers: ['program'],
    bodies: ['compound_statement'],
    comments: ['comment'],
    members: { function_definition: ['value', field('name')] },
};
const languageTables = [
    cSharp,
    cPlusPlus,
    php,
    ruby,
    kotlin,
    swift,
    css,
    shell,
];

;// CONCATENATED MODULE: ./lib/conflicts/syntax/python.js


const python_containers = new Set(['module', 'block', 'dictionary']);
function python_toSignature(node) {
    switch (node.type) {
        case 'function_definition':
        case 'class_definition':
            return `value ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'decorated_definition':
            return toDecoratedSignature(node);
        case 'import_statement':
        case 'import_from_statement':
        case 'future_import_statement':
            return `import ${(0,members_member/* toPlainText */.b)(node.text)}`;
        case 'expression_statement':
            return toAssignmentSignature(node.namedChild(0));
        case 'pair':
            return `member ${(0,rules/* fieldText */.gF)(node, 'key')?.replace(/^(['"])(.*)\1$/, '$2')}`;
        default:
            return undefined;
    }
}
/** A property and its setter have one name and different decorators. */
function toDecoratedSignature(node) {
    const definition = node.childForFieldName('definition');
    const accessors = node.namedChildren
        .filter(child => child?.type === 'decorator')
        .map(child => (0,members_member/* toPlainText */.b)(child?.text ?? ''))
        .filter(text => /^@(\w+\.(setter|deleter|getter)|(typing\.)?overload)$/.test(text));
    const name = definition === null ? '' : (0,rules/* fieldText */.gF)(definition, 'name');
    const isOverload = accessors.some(text => text.endsWith('overload'));
    return ['value', name, ...accessors, ...(isOverload ? [(0,members_member/* toPlainText */.b)(node.text)] : [])].join(' ');
}
function toAssignmentSignature(expression) {
    if (expression?.type !== 'assignment')
        return undefined;
    const left = expression.childForFieldName('left');
    return left?.type === 'identifier' ? `value ${left.text}` : undefined;
}
/** Only bodies of classes, and dictionaries: the order of statements in a function matters. */
function python_findContainer(member) {
    const definition = member.type === 'decorated_definition' ? member.childForFieldName('definition') : member;
    if (definition?.type === 'class_definition')
        return definition.childForFieldName('body') ?? undefined;
    return member.type === 'expression_statement' ? (0,rules/* findTrailing */.iT)(member, new Set(['dictionary'])) : undefined;
}
function python_isImport(node) {
    return ['import_statement', 'import_from_statement', 'future_import_statement'].includes(node.type);
}
function python_toImport(node) {
    if (node.namedChildren.some(child => child?.type === 'comment'))
        return undefined;
    if (node.type === 'import_statement')
        return { source: (0,members_member/* toPlainText */.b)(node.text), specifiers: [] };
    const module = node.type === 'future_import_statement' ? '__future__' : ((0,rules/* fieldText */.gF)(node, 'module_name') ?? '');
    const names = node.childrenForFieldName('name').map(name => (0,members_member/* toPlainText */.b)(name?.text ?? ''));
    return { source: names.length === 0 ? (0,members_member/* toPlainText */.b)(node.text) : `from ${module}`, specifiers: names };
}
/** The name itself, its alias, or the first part of `a.b`. */
function python_toNames(node) {
    return node
        .childrenForFieldName('name')
        .flatMap(name => (name === null ? [] : ((0,rules/* fieldText */.gF)(name, 'alias') ?? name.text.split('.')[0] ?? [])));
}
/** `import a.b` only introduces `a`, and may stand beside `import a.c`. */
function python_toBindings(node) {
    return node
        .childrenForFieldName('name')
        .flatMap(name => (name === null ? [] : ((0,rules/* fieldText */.gF)(name, 'alias') ?? name.text)))
        .filter(name => !name.includes('.'));
}
function print(like, { specifiers }) {
    const [head, tail] = like.split(/\bimport\b/);
    if (head === undefined || tail === undefined || tail.includes('#'))
        return undefined;
    if (!tail.includes('('))
        return `${head}import ${specifiers.join(', ')}`;
    if (!tail.includes('\n'))
        return `${head}import (${specifiers.join(', ')})`;
    const indent = /\n([ \t]*)\S/.exec(tail)?.[1] ?? '    ';
    const comma = /,\s*\)\s*$/.test(tail) ? ',' : '';
    return `${head}import (\n${specifiers.map(name => indent + name).join(',\n')}${comma}\n)`;
}
const pythonRules = {
    grammar: 'python',
    extensions: ['.py', '.pyi'],
    containers: python_containers,
    commaSeparated: new Set(['dictionary']),
    comments: new Set(['comment']),
    toSignature: python_toSignature,
    findContainer: python_findContainer,
    imports: { isImport: python_isImport, toImport: python_toImport, toNames: python_toNames, toBindings: python_toBindings, print },
};

;// CONCATENATED MODULE: ./lib/conflicts/syntax/rust.js


const rust_containers = new Set(['source_file', 'declaration_list', 'field_declaration_list', 'enum_variant_list']);
const named = new Set([
    'function_item',
    'struct_item',
    'enum_item',
    'union_item',
    'trait_item',
    'type_item',
    'const_item',
    'static_item',
    'mod_item',
    'function_signature_item',
    'associated_type',
]);
function rust_toSignature(node) {
    if (named.has(node.type))
        return `${node.type === 'mod_item' ? 'module' : 'value'} ${(0,rules/* fieldText */.gF)(node, 'name')}`;
    switch (node.type) {
        case 'impl_item':
            return `impl ${(0,members_member/* toPlainText */.b)(node.text.slice(0, node.text.indexOf('{')))}`;
        case 'use_declaration':
            return `import ${(0,members_member/* toPlainText */.b)(node.text)}`;
        case 'macro_definition':
            return `macro ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        case 'field_declaration':
        case 'enum_variant':
            return `member ${(0,rules/* fieldText */.gF)(node, 'name')}`;
        default:
            return undefined;
    }
}
function rust_findContainer(member) {
    const body = (0,rules/* findTrailing */.iT)(member, new Set([...rust_containers, 'block']));
    return body?.type === 'block' ? undefined : body;
}
function rust_toImport(node) {
    const argument = node.childForFieldName('argument');
    const list = argument?.type === 'scoped_use_list' ? argument.childForFieldName('list') : null;
    if (list === null || list === undefined)
        return { source: (0,members_member/* toPlainText */.b)(node.text), specifiers: [] };
    if (node.text.includes('//') || node.text.includes('/*'))
        return undefined;
    const names = list.namedChildren.map(child => (0,members_member/* toPlainText */.b)(child?.text ?? ''));
    return { source: (0,members_member/* toPlainText */.b)(node.text.replace(list.text, '{}')), specifiers: names };
}
/** Globs introduce names that are not known. */
function rust_toBindings(node) {
    switch (node.type) {
        case 'use_declaration':
        case 'scoped_use_list':
        case 'use_list':
            return (0,rules/* namedChildren */.TP)(node)
                .filter(child => node.type !== 'scoped_use_list' || child.type === 'use_list')
                .flatMap(rust_toBindings);
        case 'use_as_clause':
            return ((0,rules/* fieldText */.gF)(node, 'alias') ?? '_') === '_' ? [] : [(0,rules/* fieldText */.gF)(node, 'alias') ?? ''];
        case 'identifier':
            return [node.text];
        case 'scoped_identifier':
            return [(0,rules/* fieldText */.gF)(node, 'name') ?? ''];
        default:
            return [];
    }
}
const rustRules = {
    grammar: 'rust',
    extensions: ['.rs'],
    containers: rust_containers,
    commaSeparated: new Set(['field_declaration_list', 'enum_variant_list']),
    comments: new Set(['line_comment', 'block_comment']),
    toSignature: rust_toSignature,
    findContainer: rust_findContainer,
    imports: {
        isImport: node => node.type === 'use_declaration',
        toImport: rust_toImport,
        toNames: rust_toBindings,
        toBindings: rust_toBindings,
        print: (like, { specifiers }) => (0,rules/* printBraces */.eQ)(like, specifiers, ''),
    },
};

;// CONCATENATED MODULE: ./lib/conflicts/syntax/languages.js








const languages = [
    javascriptRules,
    typescriptRules,
    tsxRules,
    pythonRules,
    javaRules,
    goRules,
    rustRules,
    ...languageTables.map(toRules),
];
const byExtension = new Map(languages.flatMap(rules => rules.extensions.map(extension => [extension, rules])));
/** The rules for a file, by the ending of its name; undefined for languages without a grammar. */
function tryLanguage(path) {
    return byExtension.get((0,external_node_path_.extname)(path).toLowerCase());
}

;// CONCATENATED MODULE: ./lib/conflicts/syntax/parsers.js







/**
 * Parses source code of the languages that there are grammars for (tree-sitter, compiled to WebAssembly; loaded when first needed).
 * Undefined when the language of the file is not known. A text with errors is parsed as far as it goes.
 */
async function tryParse(path, text) {
    const rules = tryLanguage(path);
    if (rules === undefined)
        return undefined;
    loadingParser ??= createParser();
    const parser = await loadingParser;
    const language = await loadLanguage(rules.grammar);
    parser.setLanguage(language);
    let steps = 0;
    const tree = parser.parse(text, null, { progressCallback: () => ++steps > maxSteps });
    if (tree === null)
        parser.reset();
    else if (!isTooDeep(tree.rootNode, text.length))
        return { rules, text, root: tree.rootNode, free: () => tree.delete() };
    tree?.delete();
    return undefined;
}
/** Ten times what half a million characters of code take. A number of steps, not a time, so that all machines stop at the same text. */
const maxSteps = 50_000;
/** Deeper trees make everything slow that looks for what a node is in. */
const maxDepth = 1000;
function isTooDeep(root, length) {
    return Array.from({ length: 16 }, (_, index) => Math.floor((length * (index + 1)) / 16) - 1).some(offset => {
        let depth = 0;
        for (let node = root.descendantForIndex(Math.max(0, offset)); node !== null; node = node.parent)
            if (++depth > maxDepth)
                return true;
        return false;
    });
}
/** Parses three versions of a file for as long as they are used; undefined where there is no grammar. */
async function withTrees(path, texts, use) {
    const trees = [];
    try {
        for (const text of texts)
            trees.push(await tryParse(path, text));
        const [base, ours, theirs] = trees;
        return await use(base && ours && theirs && [base, ours, theirs]);
    }
    finally {
        for (const tree of trees)
            tree?.free();
    }
}
let loadingParser;
const loadingLanguages = new Map();
/**
 * Keeps to V8's baseline compiler: the optimizing one of Node 24 runs out of memory on the table of a large grammar and takes the
 * process with it (nodejs/node#63421). `--liftoff-only` implies the other two on a command line only.
 */
async function createParser() {
    for (const flag of ['--liftoff-only', '--no-wasm-tier-up', '--no-wasm-dynamic-tiering'])
        (0,external_node_v8_.setFlagsFromString)(flag);
    const { Parser } = loadTreeSitter();
    const settings = { wasmBinary: readGrammar('tree-sitter'), locateFile: (file) => file };
    await Parser.init(settings);
    return new Parser();
}
function loadLanguage(grammar) {
    const { Language } = loadTreeSitter();
    const loading = loadingLanguages.get(grammar) ?? Language.load(readGrammar(`tree-sitter-${grammar}`));
    loadingLanguages.set(grammar, loading);
    return loading;
}
/** Not bundled: it has to know the file that it was loaded from. */
function loadTreeSitter() {
    return (0,external_node_module_.createRequire)(import.meta.url)(findGrammars().script);
}
function readGrammar(name) {
    const places = findGrammars().folders.map(folder => (0,external_node_path_.join)(folder, `${name}.wasm`));
    const packed = places.map(place => `${place}.br`).find(place => (0,external_node_fs_.existsSync)(place));
    if (packed !== undefined)
        return new Uint8Array((0,external_node_zlib_.brotliDecompressSync)((0,external_node_fs_.readFileSync)(packed)));
    return new Uint8Array((0,external_node_fs_.readFileSync)(places.find(place => (0,external_node_fs_.existsSync)(place)) ?? `${name}.wasm`));
}
/** `grammars` beside the bundle or above it; the folders of the packages when the sources run. */
function findGrammars() {
    const here = (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url));
    const folder = [(0,external_node_path_.join)(here, 'grammars'), (0,external_node_path_.join)(here, '..', 'grammars')].find(place => (0,external_node_fs_.existsSync)(place));
    if (folder !== undefined)
        return { folders: [folder], script: (0,external_node_path_.join)(folder, 'tree-sitter.cjs') };
    const script = (0,external_node_module_.createRequire)(import.meta.url).resolve('@vscode/tree-sitter-wasm');
    return { folders: [(0,external_node_path_.dirname)(script), (0,external_node_path_.join)((0,external_node_path_.dirname)(script), '../../../tree-sitter-wasms/out')], script };
}


/***/ }),

/***/ 35724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F7: () => (/* binding */ listIdentifiers),
/* harmony export */   Gb: () => (/* binding */ lastIdentifier),
/* harmony export */   TP: () => (/* binding */ namedChildren),
/* harmony export */   eQ: () => (/* binding */ printBraces),
/* harmony export */   gF: () => (/* binding */ fieldText),
/* harmony export */   iT: () => (/* binding */ findTrailing)
/* harmony export */ });
/** The first node of the given types, from outside in, that ends where its member ends. */
function findTrailing(member, types) {
    const line = member.endPosition.row;
    const waiting = [member];
    for (const node of waiting) {
        if (node !== member && types.has(node.type) && node.endPosition.row === line)
            return node;
        waiting.push(...namedChildren(node).filter(child => child.endPosition.row === line));
    }
    return undefined;
}
function namedChildren(node) {
    return node.namedChildren.filter(child => child !== null);
}
function fieldText(node, field) {
    return node.childForFieldName(field)?.text;
}
/** What formatters let a line have by default. */
const maxWidth = 80;
/**
 * A statement whose names stand between braces, with other names: on one line, or one a line, as they were. Undefined when
 * there are comments between them, which could not be placed.
 */
function printBraces(like, names, space) {
    const open = like.indexOf('{');
    const close = like.lastIndexOf('}');
    if (open === -1 || close === -1)
        return undefined;
    const inner = like.slice(open + 1, close);
    if (/\/[/*]/.test(inner))
        return undefined;
    const line = names.join(', ');
    const isWide = like.length - inner.length + line.length > Math.max(maxWidth, like.length);
    if (isWide && !inner.includes('\n')) {
        const block = names.map(name => `  ${name},\n`).join('');
        return `${like.slice(0, open + 1)}\n${block}${like.slice(close)}`;
    }
    if (!inner.includes('\n')) {
        const gap = inner === '' || /^\s/.test(inner) ? space : '';
        return `${like.slice(0, open + 1)}${gap}${line}${gap}${like.slice(close)}`;
    }
    const indent = /\n([ \t]*)\S/.exec(inner)?.[1] ?? '';
    const comma = /,\s*$/.test(inner) ? ',' : '';
    const end = /\n[ \t]*$/.exec(inner)?.[0] ?? '\n';
    return `${like.slice(0, open + 1)}\n${names.map(name => indent + name).join(',\n')}${comma}${end}${like.slice(close)}`;
}
/** The last name of each import: its alias, or the name itself. */
function lastIdentifier(node) {
    return listIdentifiers(node).slice(-1);
}
/** All names in an import, with those of modules and packages: none of them is used by chance. */
function listIdentifiers(node) {
    return node
        .descendantsOfType(['identifier', 'type_identifier', 'shorthand_property_identifier_pattern'])
        .flatMap(name => name?.text ?? []);
}


/***/ }),

/***/ 9952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ listSignatures)
/* harmony export */ });
/* harmony import */ var _rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35724);

/** All signatures of a text, each with those of what it is in, such as `value Server > member listen`. */
function listSignatures({ rules, root }) {
    return listInside(rules, root, '');
}
function listInside(rules, container, prefix) {
    return (0,_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .namedChildren */ .TP)(container).flatMap(member => {
        const own = toSignatures(rules, member).map(signature => prefix + signature);
        const inner = rules.findContainer(member);
        return inner === undefined
            ? own
            : [...own, ...listInside(rules, inner, `${prefix}${own[0] ?? 'text'} > `)];
    });
}
/** One for each imported name, so that it is found when two statements import it. */
function toSignatures(rules, member) {
    const statement = rules.imports?.isImport(member) ? rules.imports.toImport(member) : undefined;
    if (statement !== undefined && statement.specifiers.length > 0)
        return statement.specifiers.map(name => `import ${name} ${statement.source}`);
    const signature = rules.toSignature(member);
    return signature === undefined ? [] : [signature];
}


/***/ }),

/***/ 561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ countItems)
/* harmony export */ });
function countItems(items) {
    const counts = new Map();
    for (const item of items)
        counts.set(item, (counts.get(item) ?? 0) + 1);
    return counts;
}


/***/ }),

/***/ 38572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ toHunks),
/* harmony export */   P_: () => (/* binding */ toLines),
/* harmony export */   Qv: () => (/* binding */ commonStart)
/* harmony export */ });
/* harmony import */ var diff__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88965);

/** Splits a text into lines that keep their line ends, so that joining them gives the text again. */
function toLines(text) {
    return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}
/** With more items added and removed than this, everything between the first and the last change counts as replaced. */
const maxEdits = 2000;
/** What one side has replaced, in order (Myers 1986, by the package `diff`). */
function toHunks(base, side, isSame = Object.is) {
    const parts = (0,diff__WEBPACK_IMPORTED_MODULE_0__/* .diffArrays */ .E)([...base], [...side], { comparator: isSame, maxEditLength: maxEdits });
    if (parts === undefined)
        return [toOneHunk(base, side, isSame)];
    const hunks = [];
    let baseAt = 0;
    let at = 0;
    for (const { added, removed, value } of parts) {
        const baseEnd = added ? baseAt : baseAt + value.length;
        const end = removed ? at : at + value.length;
        if (added || removed)
            addHunk(hunks, { baseStart: baseAt, baseEnd, start: at, end });
        baseAt = baseEnd;
        at = end;
    }
    return hunks;
}
/** A removal and an addition at the same place are one hunk. */
function addHunk(hunks, hunk) {
    const last = hunks.at(-1);
    if (last === undefined || last.baseEnd !== hunk.baseStart || last.end !== hunk.start)
        hunks.push(hunk);
    else
        hunks[hunks.length - 1] = { ...hunk, baseStart: last.baseStart, start: last.start };
}
function toOneHunk(base, side, isSame) {
    const start = commonStart([base, side], isSame);
    const after = commonStart([base.slice(start).reverse(), side.slice(start).reverse()], isSame);
    return { baseStart: start, baseEnd: base.length - after, start, end: side.length - after };
}
/** How many items all sequences have in common at their start. */
function commonStart([first = [], ...others], isSame) {
    const isCommon = (item, index) => others.every(items => index < items.length && isSame(items[index], item));
    const end = first.findIndex((item, index) => !isCommon(item, index));
    return end === -1 ? first.length : end;
}


/***/ }),

/***/ 26959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ replaceRegions)
/* harmony export */ });
/** Puts merged lines into all three versions, so that they agree there. */
function replaceRegions([base, ours, theirs], solved) {
    const replace = (lines, toRow, side) => solved.reduceRight((result, { region, lines: merged }) => result.toSpliced(toRow(region), region[side].length, ...merged), [...lines]);
    return {
        base: replace(base, region => region.start, 'base').join(''),
        ours: replace(ours, region => region.oursStart, 'ours').join(''),
        theirs: replace(theirs, region => region.theirsStart, 'theirs').join(''),
    };
}


/***/ }),

/***/ 3468:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ findUnfit),
/* harmony export */   o: () => (/* binding */ tryPlainConflict)
/* harmony export */ });
/** Why a text cannot be merged as one: it is too long, or holds a zero byte. Undefined: it can. */
function findUnfit(texts) {
    if (texts.some(text => text.length > maxLength))
        return 'the file is too long';
    if (texts.some(text => text.includes('\0')))
        return 'the file is not a text';
    if (texts.some(isTooDeep))
        return 'its brackets are nested too deeply';
    return undefined;
}
/** No text of a person has more brackets open at once; readers that go down into them would run out of stack, or of time. */
const maxDepth = 2000;
function isTooDeep(text) {
    let depth = 0;
    for (const bracket of text.match(/[()[\]{}]/g) ?? []) {
        depth = '([{'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
        if (depth > maxDepth)
            return true;
    }
    return false;
}
/** Longer texts are left to people: to compare them would take too long. In UTF-16 code units. */
const maxLength = 500_000;
/** Undefined when a version mixes line ends, so that they cannot be told apart from its content. */
function tryPlainConflict(conflict) {
    const versions = [conflict.base ?? conflict.ours, conflict.ours, conflict.theirs];
    if (versions.some(isMixed))
        return undefined;
    const [base, ours, theirs] = versions.map(toShape);
    const merge = (key) => (ours[key] === base[key] ? theirs : ours)[key];
    const mark = merge('hasByteOrderMark') ? byteOrderMark : '';
    const endOfLine = merge('endOfLine');
    const endsWithNewline = merge('endsWithNewline');
    return {
        conflict: {
            ...conflict,
            base: conflict.base === undefined ? undefined : toPlain(conflict.base),
            ours: toPlain(conflict.ours),
            theirs: toPlain(conflict.theirs),
        },
        restore: text => mark + (endsWithNewline ? text : text.replace(/\n$/, '')).replaceAll('\n', endOfLine),
    };
}
const byteOrderMark = '\uFEFF';
function isMixed(text) {
    return /(^|[^\r])\n/.test(text) && text.includes('\r\n');
}
function toShape(text) {
    return {
        hasByteOrderMark: text.startsWith(byteOrderMark),
        endOfLine: text.includes('\r\n') ? '\r\n' : '\n',
        endsWithNewline: text === '' || text.endsWith('\n'),
    };
}
function toPlain(text) {
    const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
    return plain === '' || plain.endsWith('\n') ? plain : `${plain}\n`;
}


/***/ }),

/***/ 70941:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ac: () => (/* binding */ mergeLines),
/* harmony export */   NT: () => (/* binding */ mergeSequences),
/* harmony export */   p1: () => (/* binding */ mapThree),
/* harmony export */   pU: () => (/* binding */ toRegions),
/* harmony export */   yz: () => (/* binding */ tryJoin)
/* harmony export */ });
/* harmony import */ var _lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38572);

function mapThree([base, ours, theirs], map) {
    return [map(base), map(ours), map(theirs)];
}
/**
 * Merges two sequences that were made from a third one (diff3; Khanna, Kunal and Pierce 2007). Changes that touch belong to
 * one chunk, as in git; a chunk that both sides have changed alike is merged.
 */
function mergeSequences(base, ours, theirs, isSame = Object.is) {
    const segments = [];
    let baseAt = 0;
    for (const region of toRegions(base, ours, theirs, isSame)) {
        push(segments, base.slice(baseAt, region.start));
        pushRegion(segments, region, isSame);
        baseAt = region.end;
    }
    push(segments, base.slice(baseAt));
    return segments;
}
function mergeLines(base, ours, theirs) {
    return mergeSequences((0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toLines */ .P_)(base), (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toLines */ .P_)(ours), (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toLines */ .P_)(theirs));
}
/** The merged text, or undefined when there is a chunk left. */
function tryJoin(segments) {
    return segments.every(segment => segment.kind === 'merged')
        ? segments.flatMap(segment => segment.items).join('')
        : undefined;
}
/** All places that a side has changed, in order; changes that touch are one region. */
function toRegions(base, ours, theirs, isSame = Object.is) {
    const hunks = [
        ...(0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toHunks */ .$x)(base, ours, isSame).map(hunk => ({ hunk, side: 'ours' })),
        ...(0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .toHunks */ .$x)(base, theirs, isSame).map(hunk => ({ hunk, side: 'theirs' })),
    ].sort((a, b) => a.hunk.baseStart - b.hunk.baseStart || a.hunk.baseEnd - b.hunk.baseEnd);
    const shift = { ours: 0, theirs: 0 };
    return toGroups(hunks).map(group => {
        const start = Math.min(...group.map(({ hunk }) => hunk.baseStart));
        const end = Math.max(...group.map(({ hunk }) => hunk.baseEnd));
        const before = { ...shift };
        for (const { hunk, side } of group)
            shift[side] += hunk.end - hunk.start - (hunk.baseEnd - hunk.baseStart);
        return {
            start,
            end,
            oursStart: start + before.ours,
            theirsStart: start + before.theirs,
            base: base.slice(start, end),
            ours: ours.slice(start + before.ours, end + shift.ours),
            theirs: theirs.slice(start + before.theirs, end + shift.theirs),
        };
    });
}
/** Puts hunks together that touch, directly or through others; the hunks come in the order of the base. */
function toGroups(hunks) {
    const groups = [];
    let end = -1;
    for (const item of hunks) {
        const last = groups.at(-1);
        if (last !== undefined && item.hunk.baseStart <= end)
            last.push(item);
        else
            groups.push([item]);
        end = Math.max(end, item.hunk.baseEnd);
    }
    return groups;
}
function pushRegion(segments, { base, ours, theirs }, isSame) {
    if (isEqual(ours, theirs, isSame) || isEqual(theirs, base, isSame))
        push(segments, ours);
    else if (isEqual(ours, base, isSame))
        push(segments, theirs);
    else {
        const before = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .commonStart */ .Qv)([base, ours, theirs], isSame);
        const ends = [base, ours, theirs].map(items => items.slice(before).reverse());
        const after = (0,_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .commonStart */ .Qv)(ends, isSame);
        const cut = (items) => items.slice(before, items.length - after);
        push(segments, ours.slice(0, before));
        segments.push({ kind: 'chunk', base: cut(base), ours: cut(ours), theirs: cut(theirs) });
        push(segments, ours.slice(ours.length - after));
    }
}
function isEqual(a, b, isSame) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]));
}
function push(segments, items) {
    if (items.length === 0)
        return;
    const last = segments.at(-1);
    if (last?.kind === 'merged')
        segments[segments.length - 1] = { kind: 'merged', items: last.items.concat(items) };
    else
        segments.push({ kind: 'merged', items });
}


/***/ }),

/***/ 30110:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ toWords)
/* harmony export */ });
/** Numbers with their dots, names, and every other sign by itself; commas do not count. */
const wordPattern = /\d[\w.+-]*\w|[\p{L}\p{N}_$]+|[^\s,]/gu;
function toWords(text) {
    return text.match(wordPattern) ?? [];
}


/***/ })

};
