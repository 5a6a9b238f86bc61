import CMartletYAML

/// Reads YAML 1.2 into a tree, with libyaml.
struct YAMLReader {
    private var builder: TreeBuilder
    private var anchors = YAMLAnchors()
    private var hasDocument = false

    /// Creates a reader that adds nodes to a builder.
    private init(builder: TreeBuilder) {
        self.builder = builder
    }

    /// Reads a file. Errors that don't prevent reading are reported to the collector.
    ///
    /// - Throws: The error that stops reading.
    static func read(
        _ file: SourceFile,
        options: ReaderOptions,
        diagnostics: DiagnosticCollector
    ) throws(Diagnostic) -> Node {
        var reader = YAMLReader(builder: TreeBuilder(file, options: options, diagnostics: diagnostics))
        if let marker = ConflictMarker.first(in: file.bytes) { throw reader.builder.error(.conflictMarker, at: marker) }
        try file.bytes.withUnsafeBufferPointer { bytes throws(Diagnostic) in
            // The address of an empty buffer may be null, which libyaml doesn't accept.
            guard !bytes.isEmpty else { return }
            var parser = YAMLParser(bytes, of: file)
            while try reader.take(try parser.next(), parser.event.pointee, at: parser.position) {}
        }
        guard reader.hasDocument else { throw reader.builder.error(.emptyDocument, at: .start) }
        return reader.builder.finish()
    }

    /// Handles an event.
    ///
    /// - Returns: Whether there are more events.
    private mutating func take(
        _ type: yaml_event_type_t,
        _ event: borrowing yaml_event_t,
        at position: Position
    ) throws(Diagnostic) -> Bool {
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

    /// Adds a scalar. Its length is used instead of a terminating zero, because the text may contain zero bytes
    /// (`"\0"`).
    private mutating func takeScalar(_ event: borrowing yaml_event_t, at position: Position) throws(Diagnostic) {
        let scalar = event.data.scalar
        let start = builder.arena.text.count
        builder.arena.text.append(contentsOf: UnsafeBufferPointer(start: scalar.value, count: scalar.length))
        var form: NodeRecord.Form = scalar.style == YAML_PLAIN_SCALAR_STYLE ? .plain : .string
        if let tag = scalar.tag { form = try self.form(ofTextFrom: start, tag: String(cString: tag), at: position) }
        if scalar.length > RadixNumber.maximumDigits, form == .plain,
            RadixNumber(builder.arena.text[start...])?.isTooLong ?? false
        {
            try builder.report(.tooManyDigits, at: position)
        }
        let node = builder.addScalar(form, textFrom: start, at: position)
        if let anchor = scalar.anchor { anchors.nameScalar(SpecText(String(cString: anchor)), node) }
    }

    /// The form of a scalar with a tag. A tag that can't be used is reported, and the scalar is a string.
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

    /// Adds a copy of the node that an alias refers to.
    private mutating func takeAlias(_ name: SpecText, at position: Position) throws(Diagnostic) {
        switch anchors.target(name) {
        case .node(let node, let extent): try builder.addAlias(of: node, extent: extent, at: position)
        case .unfinished: throw builder.error(.selfContainingAlias(name), at: position)
        case nil: throw builder.error(.undefinedAlias(name), at: position)
        }
    }
}

extension Diagnostic.Message {
    /// The document has no value, only white space and comments.
    static let emptyDocument = Self(.syntax, "the document is empty")

    /// The file has a second document (YAML 1.2.2, 9.2).
    static let secondDocument = Self(.syntax, "a second document begins here; a file must hold exactly one")
}
