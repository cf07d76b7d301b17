export const id = 354;
export const ids = [354];
export const modules = {

/***/ 81973:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tryReadYaml: () => (/* binding */ tryReadYaml)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38815);
/* harmony import */ var _members_member_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88661);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38572);
/* harmony import */ var _list_items_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4979);
/* harmony import */ var _rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88499);





/** The keys and items of a YAML text with one document. Undefined when it is none, or has several. */
function tryReadYaml(text) {
    const documents = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.parseAllDocuments)(text, { keepSourceTokens: false });
    const document = Array.isArray(documents) && documents.length === 1 ? documents[0] : undefined;
    if (document === undefined || document.errors.length > 0 || document.contents === null)
        return undefined;
    const lines = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .toLines */ .P_)(text);
    return tryOpen(document.contents, { lines, rowOf: (0,_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .toRowFinder */ .C)(lines) }, { first: 0, end: lines.length, start: 0, name: '' });
}
function tryOpen(node, source, { name, first, end }) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isCollection)(node) || node.flow === true || node.items.length === 0)
        return undefined;
    const places = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(node)
        ? node.items.map(pair => toPairPlace(pair, source))
        : (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isSeq)(node)
            ? toItemPlaces(node.items, source, name)
            : [];
    const known = places.filter(place => place !== undefined);
    if (known.length < node.items.length)
        return undefined;
    const start = known[0]?.first ?? first;
    const members = (0,_members_member_js__WEBPACK_IMPORTED_MODULE_3__/* .tryToMembers */ .e)(source.lines, { start, end }, known);
    if (members === undefined)
        return undefined;
    return { head: source.lines.slice(first, start), list: { isCommaSeparated: false, ...members }, tail: [] };
}
function toPairPlace({ key, value }, source) {
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(key) || key.range == null)
        return undefined;
    const first = source.rowOf(key.range[0]);
    const last = Math.max(first, value === null ? first : lastRow(value, source));
    const name = String(key.value);
    return {
        first,
        last,
        signature: `key ${name}`,
        commutes: true,
        value: toValue(value),
        tryNames: () => undefined,
        open: () => {
            const inner = value === null ? undefined : tryOpen(value, source, { first, start: first + 1, end: last + 1, name });
            return inner !== undefined && inner.head.length > 0 ? inner : undefined;
        },
    };
}
function toItemPlaces(items, source, name) {
    const isFree = (0,_list_items_js__WEBPACK_IMPORTED_MODULE_4__/* .isSet */ .vM)(name, items.map(item => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(item) ? String(item.value) : '-')));
    return items.map(item => toItemPlace(item, source, isFree));
}
/** @param isFree Whether the order of items is free; that of larger ones (the steps of a job) matters. */
function toItemPlace(item, source, isFree) {
    if (item.range == null)
        return undefined;
    const first = source.rowOf(item.range[0]);
    const last = lastRow(item, source);
    const name = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isMap)(item) ? toIdentity(item) : undefined;
    const signature = (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(item) ? `item ${(0,_members_member_js__WEBPACK_IMPORTED_MODULE_3__/* .toPlainText */ .b)(String(item.value))}` : name && `item ${name}`;
    return {
        first,
        last,
        signature,
        commutes: isFree,
        value: undefined,
        tryNames: () => undefined,
        open: () => undefined,
    };
}
function toIdentity(item) {
    const first = item.items.find(({ key }) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(key) && (key.value === 'id' || key.value === 'name'));
    return first !== undefined && (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(first.value) ? String(first.value.value) : undefined;
}
function toValue(node) {
    return (0,yaml__WEBPACK_IMPORTED_MODULE_0__.isScalar)(node) ? (node.source ?? undefined) : undefined;
}
/** The line that a node ends in, without blank lines and comments behind it. */
function lastRow(node, source) {
    if (node.range == null)
        return 0;
    let row = source.rowOf(Math.max(node.range[0], node.range[1] - 1));
    const first = source.rowOf(node.range[0]);
    while (row > first && /^\s*(#.*)?$/.test(source.lines[row] ?? ''))
        row--;
    return row;
}


/***/ })

};
