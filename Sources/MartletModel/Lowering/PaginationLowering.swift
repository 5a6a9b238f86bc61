import MartletOpenAPI
package import MartletSource

/// Recognizes methods that return one page of a list, by common names of parameters and properties or by the
/// configuration.
struct PaginationLowering {
    private let declarations: DeclarationIndex
    private let options: [SpecText: PagesOption]
    private let diagnostics: DiagnosticCollector

    init(_ declarations: DeclarationIndex, _ options: ClientOptions, _ diagnostics: DiagnosticCollector) {
        self.declarations = declarations
        self.options = options.pages
        self.diagnostics = diagnostics
    }

    /// The method's pagination; `nil` when its result is not a page.
    func pagination(of method: Method) -> Pagination? {
        let option = options[method.operation]
        if option?.kind == PagesOption.Kind.none { return nil }
        // Only safe methods are repeated for further pages.
        guard option != nil || ["GET", "QUERY"].contains(method.httpMethod.name) else { return nil }
        guard case .content(let content) = method.result.kind, content.form == .json,
            let list = elements(of: content.type, option?.items),
            let kind = kind(of: method, content.type, list, option)
        else {
            // Further content types of the operation need not be lists.
            if let option, method.variantOf == nil {
                diagnostics.report(.error(misfit(method, option), at: option.location))
            }
            return nil
        }
        return Pagination(
            kind: kind,
            elements: list.valuePath,
            element: list.element,
            hasNext: hasNext(content.type, kind)
        )
    }

    /// Why the settings do not fit the method.
    private func misfit(_ method: Method, _ option: PagesOption) -> Diagnostic.Message {
        guard case .content(let content) = method.result.kind, content.form == .json else {
            return .unpaginated(method.operation, "its response is not JSON")
        }
        guard elements(of: content.type, option.items) != nil else {
            return .unpaginated(method.operation, "its response has no array", option.items, key: "items")
        }
        let parameter: Argument? =
            switch option.kind {
            case .offset: number(method, Names.offset, option.parameter)
            case .page: number(method, Names.page, option.parameter)
            case .cursor: cursorArgument(method, option)
            case .link, .none: nil
            }
        if parameter == nil, option.kind != .link {
            let type: Diagnostic.Text = option.kind == .cursor ? "string or integer" : "integer"
            let parameter: Diagnostic.Text = "it has no optional query parameter of type \(type)"
            return .unpaginated(method.operation, parameter, option.parameter, key: "parameter")
        }
        let value: Diagnostic.Text = option.kind == .link ? "string" : "value of the parameter's type"
        return .unpaginated(
            method.operation, "its response has no \(value) for the next page", option.next, key: "next")
    }

    // MARK: - Elements

    private struct List {
        let valuePath: Pagination.ValuePath
        let element: TypeReference
        /// Whether the property has a usual name for a list, or the whole page is the array.
        var isPlain = true
    }

    /// The array of the page's elements.
    private func elements(of page: TypeReference, _ path: SpecText?) -> List? {
        if let path {
            guard let (valuePath, type) = valuePath(path, from: page), case .array(let element) = resolved(type) else {
                return nil
            }
            return List(valuePath: valuePath, element: element)
        }
        if case .array(let element) = resolved(page) { return List(valuePath: .init(steps: []), element: element) }
        guard let structure = structure(page) else { return nil }
        let lists = structure.properties.compactMap { property -> (name: SpecText, list: List)? in
            guard case .array(let element) = resolved(property.type) else { return nil }
            let name = property.wireName.lowercased()
            let valuePath = Pagination.ValuePath(steps: [property.step])
            return (name, List(valuePath: valuePath, element: element, isPlain: Names.elements.contains(name)))
        }
        if lists.count == 1 { return lists[0].list }
        return Names.elements.lazy.compactMap { name in lists.first { $0.name == name }?.list }.first
    }

    // MARK: - The next page

    private func kind(
        of method: Method,
        _ page: TypeReference,
        _ list: List,
        _ option: PagesOption?
    ) -> Pagination.Kind? {
        let size = number(method, Names.limit, option?.size)
        switch option?.kind {
        case .offset: return offset(method, option, size)
        case .page: return numbered(method, option, size)
        case .cursor: return cursor(method, page, list, option)
        case .link: return link(method, page, list, option)
        case PagesOption.Kind.none?: return nil
        case nil:
            // A parameter named `page` may be anything; together with one for the size it is the number of a page.
            return size == nil
                ? cursor(method, page, list, nil) ?? link(method, page, list, nil)
                : offset(method, nil, size) ?? cursor(method, page, list, nil) ?? link(method, page, list, nil)
                    ?? numbered(method, nil, size)
        }
    }

    private func offset(_ method: Method, _ option: PagesOption?, _ size: Argument?) -> Pagination.Kind? {
        number(method, Names.offset, option?.parameter).map { .offset($0.label, limit: size?.label) }
    }

    private func numbered(_ method: Method, _ option: PagesOption?, _ size: Argument?) -> Pagination.Kind? {
        number(method, Names.page, option?.parameter).map { argument in
            let isFromZero = argument.documentedDefault?.text == "0"
            return .page(argument.label, first: isFromZero ? 0 : 1, size: size?.label)
        }
    }

    private func cursor(
        _ method: Method,
        _ page: TypeReference,
        _ list: List,
        _ option: PagesOption?
    ) -> Pagination.Kind? {
        guard let cursor = cursorArgument(method, option),
            let next = cursorPath(
                page, list, resolved(cursor.type), option?.next, isToken: cursor.isPageToken)
        else { return nil }
        return .cursor(cursor.label, next: next)
    }

    private func cursorArgument(_ method: Method, _ option: PagesOption?) -> Argument? {
        argument(method, Names.cursor, option?.parameter) { [.string, .int64, .int32].contains($0) }
    }

    private func link(
        _ method: Method,
        _ page: TypeReference,
        _ list: List,
        _ option: PagesOption?
    ) -> Pagination.Kind? {
        // A single object can also have links and contain some list.
        guard option != nil || list.isPlain else { return nil }
        if let next = linkPath(page, option?.next) { return .link(next) }
        let hasHeader = method.headers.contains { $0.lowercased() == "link" }
        return option?.next == nil && (hasHeader || option != nil) ? .linkHeader : nil
    }

    private func number(_ method: Method, _ names: [SpecText], _ given: SpecText?) -> Argument? {
        argument(method, names, given) { [.int64, .int32].contains($0) }
    }

    /// An optional query parameter with the configured name, or with one of these names.
    private func argument(
        _ method: Method,
        _ names: [SpecText],
        _ given: SpecText?,
        _ fits: (TypeReference) -> Bool
    ) -> Argument? {
        let query = method.arguments.filter { argument in
            guard case .query = argument.place else { return false }
            return !argument.isRequired && fits(resolved(argument.type))
        }
        if let given { return query.first { $0.place.queryName == given } }
        return names.lazy.compactMap { name in
            query.first { $0.place.queryName?.lowercased() == name }
        }.first
    }

    /// The path to the value that the next request needs: a cursor, or the last element's identifier.
    ///
    /// - Parameter isToken: Whether the parameter is a page token (Google AIP-158).
    private func cursorPath(
        _ page: TypeReference,
        _ list: List,
        _ type: TypeReference,
        _ path: SpecText?,
        isToken: Bool
    ) -> Pagination.ValuePath? {
        if let path { return valuePath(path, from: page).flatMap { resolved($0.1) == type ? $0.0 : nil } }
        // Elsewhere, a property named `next_page` may be a number or a URL.
        let names = isToken ? Names.next + ["next_page", "nextpage"] : Names.next
        if let valuePath = find(names, in: page, depth: 2, where: { resolved($0) == type }) { return valuePath }
        // When a flag states whether there are more pages, the last identifier is the cursor.
        guard find(Names.hasMore, in: page, depth: 1, where: { resolved($0) == .boolean }) != nil else { return nil }
        if let valuePath = find(["last_id", "lastid"], in: page, depth: 1, where: { resolved($0) == type }) {
            return valuePath
        }
        guard let element = structure(list.element),
            let id = element.properties.first(where: { $0.wireName == "id" && resolved($0.type) == type })
        else { return nil }
        return .init(steps: list.valuePath.steps + [.last, id.step])
    }

    /// The path to the URL of the next page.
    private func linkPath(_ page: TypeReference, _ path: SpecText?) -> Pagination.ValuePath? {
        if let path { return valuePath(path, from: page).flatMap { resolved($0.1) == .string ? $0.0 : nil } }
        guard let structure = structure(page) else { return nil }
        for property in structure.properties {
            switch property.wireName.lowercased() {
            case "_links", "links":
                if let valuePath = link(in: property.type, [property.step]) { return valuePath }
            case "next", "next_url", "nexturl", "nextlink", "@odata.nextlink", "next_page_uri", "next_page_url":
                // A cursor can be named `next` too; the format distinguishes a URL.
                let isLink =
                    ["uri", "url", "iri", "uri-reference"].contains(property.format)
                    || property.wireName.lowercased() != "next"
                if isLink, resolved(property.type) == .string { return .init(steps: [property.step]) }
            default: continue
            }
        }
        return nil
    }

    /// The path to `next`, `next.href` or `pages.next` in an object of links.
    private func link(in links: TypeReference, _ steps: [Pagination.ValuePath.Step]) -> Pagination.ValuePath? {
        switch resolved(links) {
        case .dictionary(let value):
            let steps = steps + [.key("next")]
            if resolved(value) == .string { return .init(steps: steps) }
            return href(of: value).map { .init(steps: steps + [$0.step]) }
        default:
            guard let structure = structure(links) else { return nil }
            if let next = structure.properties.first(where: { $0.wireName == "next" }) {
                if resolved(next.type) == .string { return .init(steps: steps + [next.step]) }
                if let href = href(of: next.type) { return .init(steps: steps + [next.step, href.step]) }
            }
            guard let pages = structure.properties.first(where: { $0.wireName == "pages" }) else { return nil }
            return link(in: pages.type, steps + [pages.step])
        }
    }

    private func href(of link: TypeReference) -> Property? {
        structure(link)?.properties.first { $0.wireName == "href" && resolved($0.type) == .string }
    }

    private func hasNext(_ page: TypeReference, _ kind: Pagination.Kind) -> Pagination.HasNext? {
        if case .link = kind { return nil }
        if case .linkHeader = kind { return nil }
        if let flag = find(Names.hasMore, in: page, depth: 2, where: { resolved($0) == .boolean }) {
            return .flag(flag)
        }
        if case .cursor = kind { return nil }
        return linkPath(page, nil).map { .link($0) }
    }

    // MARK: - Paths through types

    /// The path to the first property with one of these names, in the type or in an object that usually contains such
    /// properties.
    private func find(
        _ names: [SpecText],
        in type: TypeReference,
        depth: Int,
        where fits: (TypeReference) -> Bool
    ) -> Pagination.ValuePath? {
        guard depth > 0, let structure = structure(type) else { return nil }
        for name in names {
            let property = structure.properties.first { $0.wireName.lowercased() == name && fits($0.type) }
            if let property { return .init(steps: [property.step]) }
        }
        for property in structure.properties where Names.containers.contains(property.wireName.lowercased()) {
            if let valuePath = find(names, in: property.type, depth: depth - 1, where: fits) {
                return .init(steps: [property.step] + valuePath.steps)
            }
        }
        return nil
    }

    /// The path that a text such as `_links.next.href` describes.
    private func valuePath(_ path: SpecText, from type: TypeReference) -> (Pagination.ValuePath, TypeReference)? {
        var type = type
        var steps: [Pagination.ValuePath.Step] = []
        for name in path.raw(for: .grammar).split(separator: ".") {
            if case .dictionary(let value) = resolved(type) {
                steps.append(.key(SpecText(String(name))))
                type = value
            } else {
                let property = structure(type)?.properties.first { $0.wireName == SpecText(String(name)) }
                guard let property else { return nil }
                steps.append(property.step)
                type = property.type
            }
        }
        return (.init(steps: steps), type)
    }

    private func structure(_ type: TypeReference) -> Structure? { declarations.structure(type) }

    private func resolved(_ type: TypeReference) -> TypeReference { declarations.resolved(type) }
}

/// Common names of parameters and properties for pagination, in lower case.
private enum Names {
    static let offset: [SpecText] = ["offset", "skip", "startat", "$skip"]
    static let limit: [SpecText] = [
        "limit", "pagesize", "page_size", "perpage", "per_page", "size", "maxresults", "max_results", "top", "$top",
        "take",
        "count", "page[size]", "page[limit]",
    ]
    static let page: [SpecText] = ["page", "pagenumber", "page_number", "pagenum", "page_num", "page[number]"]
    static let cursor: [SpecText] = [
        "cursor", "page_token", "pagetoken", "next_token", "nexttoken", "continuation_token", "continuationtoken",
        "start_cursor", "startcursor", "next_cursor", "nextcursor", "starting_after", "after", "after_id", "marker",
        "page[after]", "page[cursor]", "offset", "next",
    ]
    static let next: [SpecText] = [
        "next_cursor", "nextcursor", "next_page_token", "nextpagetoken", "next_token", "nexttoken", "next_marker",
        "nextmarker", "continuationtoken", "continuation_token", "end_cursor", "endcursor", "cursor", "after", "offset",
    ]
    static let hasMore: [SpecText] = ["has_more", "hasmore", "has_next", "hasnext", "has_next_page", "hasnextpage"]
    static let elements: [SpecText] = [
        "items", "data", "results", "values", "entries", "records", "list", "content", "rows", "elements", "nodes",
        "objects",
        "resources", "value",
    ]
    static let containers: Set<SpecText> = [
        "meta", "metadata", "list_metadata", "pagination", "paging", "page", "response_metadata", "page_info",
        "pageinfo", "cursors",
    ]
}

extension Property {
    /// The step from the object to the property's value.
    fileprivate var step: Pagination.ValuePath.Step {
        presence == .optionalNullable ? .nullable(name) : .property(name, isOptional: presence != .required)
    }
}

extension Argument {
    /// Whether the argument is a query parameter with the name of a page token.
    fileprivate var isPageToken: Bool {
        ["page_token", "pagetoken"].contains(place.queryName?.lowercased())
    }
}

extension Argument.Place {
    /// The name of a query parameter; `nil` for other places.
    fileprivate var queryName: SpecText? {
        if case .query(let name, _) = self { name } else { nil }
    }
}

extension Diagnostic.Message {
    /// - Parameters:
    ///   - reason: What is missing.
    ///   - name: Its name in the configuration.
    ///   - key: The key of the configuration for it.
    package static func unpaginated(
        _ operation: SpecText,
        _ reason: Diagnostic.Text,
        _ name: SpecText? = nil,
        key: String? = nil
    ) -> Self {
        let reason: Diagnostic.Text = name.map { "\(reason) named \($0)" } ?? reason
        let hint: Diagnostic.Text? = name == nil ? key.map { "name it with the key \($0)" } : nil
        return Self(.configuration, "the operation \(operation) can't be paginated: \(reason)", hint: hint)
    }
}
