import CMartletYAML

/// Reads YAML 1.2 into a tree, from the events of libyaml.
struct YAMLReader {
    private var builder: TreeBuilder
    private var anchors = YAMLAnchors()
    private var hasDocument = false

    /// A reader that builds with that builder.
    private init(builder: TreeBuilder) {
        self.builder = builder
    }

    /// Reads a file. Throws the error that stops reading; reports others to the collector.
    static func read(
        _ file: SourceFile,
        options: ReaderOptions,
        diagnostics: DiagnosticCollector
    ) throws(Diagnostic) -> Node {
        var reader = YAMLReader(builder: TreeBuilder(file, options: options, diagnostics: diagnostics))
        try file.bytes.withUnsafeBufferPointer { bytes throws(Diagnostic) in
            // libyaml takes no null pointer, which is what an empty buffer may have.
            guard !bytes.isEmpty else { return }
            var parser = YAMLParser(bytes, of: file)
            while try reader.take(try parser.next(), parser.event.pointee) {}
        }
        guard reader.hasDocument else { throw reader.builder.error(.emptyDocument, at: .start) }
        return reader.builder.finish()
    }

    /// Takes an event in; returns whether more will come.
    private mutating func take(_ type: yaml_event_type_t, _ event: borrowing yaml_event_t) throws(Diagnostic) -> Bool {
        let position = Position(event.start_mark)
        switch type {
        case YAML_SCALAR_EVENT:
            try takeScalar(event, at: position)
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            try takeStart(of: .mapping, tag: start.tag, anchor: start.anchor, at: position)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            try takeStart(of: .sequence, tag: start.tag, anchor: start.anchor, at: position)
        case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
            if let (node, extent) = try builder.close() { anchors.end(node, extent) }
        case YAML_ALIAS_EVENT:
            try takeAlias(SpecText(String(cString: event.data.alias.anchor)), at: position)
        case YAML_DOCUMENT_START_EVENT:
            if hasDocument { throw builder.error(.secondDocument, at: position) }
            hasDocument = true
        case YAML_STREAM_END_EVENT:
            return false
        default:
            break
        }
        return true
    }

    /// Adds a scalar. Its length counts, not a zero byte, which `"\0"` may have put into the text.
    private mutating func takeScalar(_ event: borrowing yaml_event_t, at position: Position) throws(Diagnostic) {
        let scalar = event.data.scalar
        let start = builder.arena.text.count
        builder.arena.text.append(contentsOf: UnsafeBufferPointer(start: scalar.value, count: scalar.length))
        var form: NodeRecord.Form = scalar.style == YAML_PLAIN_SCALAR_STYLE ? .plain : .string
        if let tag = scalar.tag { form = try self.form(ofTextFrom: start, tag: String(cString: tag), at: position) }
        if scalar.length > RadixNumber.mostDigits, form == .plain,
            RadixNumber(builder.arena.text[start...])?.isTooLong ?? false
        {
            try builder.report(.tooManyDigits, at: position)
        }
        let node = builder.addScalar(form, textFrom: start, at: position)
        if let anchor = scalar.anchor { anchors.nameScalar(SpecText(String(cString: anchor)), node) }
    }

    /// The form of a scalar with a tag; a string if the tag is of no use, which is reported.
    private mutating func form(
        ofTextFrom start: Int,
        tag name: String,
        at position: Position
    ) throws(Diagnostic) -> NodeRecord.Form {
        guard let tag = YAMLTag(name) else {
            try builder.report(.unsupportedTag(name), at: position)
            return .string
        }
        guard let form = tag.form(of: builder.arena.text[start...]) else {
            try builder.report(.unfitTag(name), at: position)
            return .string
        }
        return form
    }

    /// Begins a mapping or a sequence.
    private mutating func takeStart(
        of form: NodeRecord.Form,
        tag: UnsafePointer<UInt8>?,
        anchor: UnsafePointer<UInt8>?,
        at position: Position
    ) throws(Diagnostic) {
        if let name = tag.map({ String(cString: $0) }) {
            if let tag = YAMLTag(name) {
                if !tag.fits(form) { try builder.report(.unfitTag(name), at: position) }
            } else {
                try builder.report(.unsupportedTag(name), at: position)
            }
        }
        let node = try builder.open(form, at: position)
        if let anchor { anchors.nameContainer(SpecText(String(cString: anchor)), node) }
    }

    /// Adds the node that an alias stands for.
    private mutating func takeAlias(_ name: SpecText, at position: Position) throws(Diagnostic) {
        switch anchors.target(name) {
        case .node(let node, let extent): try builder.addAlias(of: node, extent: extent, at: position)
        case .unfinished: throw builder.error(.selfContainingAlias(name), at: position)
        case nil: throw builder.error(.undefinedAlias(name), at: position)
        }
    }
}

extension Diagnostic.Message {
    /// There is no value, only white space and comments at most.
    static let emptyDocument: Self = "the document is empty"

    /// There is another document after the first (YAML 1.2 section 9.2).
    static let secondDocument: Self = "a second document begins here; a file must hold exactly one"
}
