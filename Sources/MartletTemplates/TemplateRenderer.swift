/// Renders the nodes of a template with explicit stacks, so that no context and no partial can overflow the call stack.
struct TemplateRenderer {
    /// The maximum depth of nested partials, deeper than any real document needs; it ends endless recursion.
    static let maximumDepth = 256

    private struct Section {
        /// The items of a list; empty when the section is over a single value.
        let items: [TemplateValue]
        /// The index of the item to render next.
        var next: Int
        /// The index of the first node in the section.
        let body: Int
    }

    private struct Return {
        let index: Int
        let node: Int
        let indentation: [UInt8]
        /// For a partial within a line, the offset of its text in the output: the line break at its end is removed.
        let inlineStart: Int?
    }

    /// The set of templates and its rules.
    let set: TemplateSet
    /// The values in which names are looked up; the innermost is the last.
    private(set) var scopes: [TemplateScope]
    /// The template being rendered, and its index in the set.
    private(set) var template: Template
    private var index: Int
    private var node = 0
    private var indentation: [UInt8] = []
    private var sections: [Section] = []
    private var returns: [Return] = []

    /// Makes a renderer for the template at an index of the set.
    init(set: TemplateSet, template index: Int, scopes: [TemplateValue]) {
        self.set = set
        self.index = index
        self.template = set.templates[index]
        self.scopes = scopes.map { TemplateScope($0) }
    }

    /// Renders the template and appends the text as UTF-8.
    ///
    /// - Throws: `TemplateError` when partials are nested too deep and, in a strict set, at the first tag whose name is
    ///   unknown or whose value is not text.
    mutating func run(into output: inout TextBuffer, limit: Int) throws(TemplateError) {
        repeat {
            while node < template.nodes.count {
                let current = template.nodes[node]
                node += 1
                switch current {
                case .text(let range, let startsLine):
                    appendText(range, startsLine: startsLine, to: &output)
                case .lineStart:
                    output.append(indentation)
                case .variable(let path, let escaped):
                    try appendValue(of: path, escaped: escaped, to: &output)
                case .section(let path, let end):
                    enterSection(try value(of: path), end: end)
                case .sectionEnd:
                    if output.count > limit { return }
                    repeatOrLeaveSection()
                case .inverted(let path, let end):
                    if try value(of: path).isTrue { node = end }
                case .partial(let partial):
                    try enterPartial(partial, at: output.count)
                }
            }
        } while leavePartial(&output)
    }
}

// MARK: - Sections

extension TemplateRenderer {
    private mutating func enterSection(_ value: TemplateValue, end: Int) {
        guard value.isTrue else {
            node = end
            return
        }
        if case .list(let items) = value, let first = items.first {
            sections.append(Section(items: items, next: 1, body: node))
            scopes.append(TemplateScope(first))
        } else {
            sections.append(Section(items: [], next: 0, body: node))
            scopes.append(TemplateScope(value))
        }
    }

    /// Whether the current item is the first one of the innermost list.
    var isFirstItem: Bool { sections.last { !$0.items.isEmpty }?.next == 1 }

    /// Whether the current item is the last one of the innermost list.
    var isLastItem: Bool {
        guard let list = sections.last(where: { !$0.items.isEmpty }) else { return false }
        return list.next == list.items.count
    }

    private mutating func repeatOrLeaveSection() {
        _ = scopes.popLast()
        guard let innermost = sections.indices.last else { return }
        let next = sections[innermost].next
        guard next < sections[innermost].items.count else {
            sections.removeLast()
            return
        }
        scopes.append(TemplateScope(sections[innermost].items[next]))
        sections[innermost].next += 1
        node = sections[innermost].body
    }
}

// MARK: - Partials

extension TemplateRenderer {
    private mutating func enterPartial(_ number: Int, at position: Int) throws(TemplateError) {
        guard let target = set.partials[index][number] else { return }
        let partial = template.partials[number]
        guard returns.count < Self.maximumDepth else {
            throw template.error(at: partial.tag, Self.tooDeep(partial.name))
        }
        returns.append(
            Return(
                index: index,
                node: node,
                indentation: indentation,
                inlineStart: partial.indentation == nil ? position : nil
            )
        )
        if let own = partial.indentation {
            indentation.append(contentsOf: template.source[own])
        } else {
            indentation = []
        }
        index = target
        template = set.templates[target]
        node = 0
    }

    /// Returns to the node after the tag of the partial that has ended; `false` if there was none.
    private mutating func leavePartial(_ output: inout TextBuffer) -> Bool {
        guard let last = returns.popLast() else { return false }
        if let start = last.inlineStart, output.count > start { output.removeLineBreak() }
        index = last.index
        template = set.templates[last.index]
        node = last.node
        indentation = last.indentation
        return true
    }

    /// The message for partials that are nested without end.
    static func tooDeep(_ name: String) -> String {
        "partials are nested more than \(maximumDepth) deep at `\(name)`; put it into a section that ends the recursion"
    }
}

// MARK: - Text

extension TemplateRenderer {
    /// Copies a range of the template. In an indented partial, each nonempty line of the template is indented; the
    /// lines of a value never are.
    private func appendText(_ range: Range<Int>, startsLine: Bool, to output: inout TextBuffer) {
        guard !indentation.isEmpty else {
            output.append(range, of: template.source)
            return
        }
        var startsLine = startsLine
        var rest = template.source[range]
        while !rest.isEmpty {
            if startsLine, template.source.lineBreakLength(at: rest.startIndex) == 0 {
                output.append(indentation)
            }
            let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
            output.append(rest.startIndex..<end, of: template.source)
            rest = rest[end...]
            startsLine = true
        }
    }

    private func appendValue(of path: TemplatePath, escaped: Bool, to output: inout TextBuffer) throws(TemplateError) {
        if let last = path.keys.last, path.keys.count > 1 || path.isRelative, let encoding = set.encodings[index][last]
        {
            return try append(path, as: encoding, to: &output)
        }
        let value = try value(of: path)
        switch value {
        case .null:
            break
        case .text:
            try refuse(value, of: path)
        case .bool(let condition):
            output.append(condition ? "true" : "false")
        case .string(let text):
            if escaped, set.escaping == .html {
                output.append(htmlEscaped: text)
            } else {
                output.append(text)
            }
        case .list, .object, .choice:
            try refuse(value, of: path)
        }
    }

    /// Places the value of a name without its last component, which is the encoding.
    private func append(
        _ path: TemplatePath,
        as encoding: TextEncoding,
        to output: inout TextBuffer
    ) throws(TemplateError) {
        let path = TemplatePath(keys: path.keys.dropLast(), isRelative: path.isRelative, tag: path.tag)
        let value = try value(of: path)
        switch value {
        case .null: break
        case .string(let text): output.append(text, as: encoding)
        case .text where encoding.isForNames:
            throw template.error(at: path.tag, Self.encodingOfNames(encoding.name))
        case .text(let text): output.append(text.unencoded, as: encoding)
        case .bool, .list, .object, .choice: try refuse(value, of: path)
        }
    }
}
