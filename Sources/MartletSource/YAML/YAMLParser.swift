import CMartletYAML

/// Owns a libyaml parser for bytes in memory, and its current event.
struct YAMLParser: ~Copyable {
    /// The event that ``next()`` has read. It is valid until the next call.
    let event: UnsafeMutablePointer<yaml_event_t>
    // On the heap, because libyaml stores the address of the parser.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let isReady: Bool
    private let marks: YAMLMarks
    private let file: SourceFile

    /// Creates a parser for the bytes of a file. They must not be empty, and must outlive the parser.
    init(_ bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile) {
        self.file = file
        marks = YAMLMarks(bytes)
        event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        isReady = yaml_parser_initialize(parser) == 1
        if isReady { yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count) }
    }

    deinit {
        yaml_event_delete(event)
        if isReady { yaml_parser_delete(parser) }
        event.deallocate()
        parser.deallocate()
    }

    /// The position of the current event.
    var position: Position { marks.position(event.pointee.start_mark) }

    /// Reads the next event.
    ///
    /// - Throws: The error of libyaml.
    mutating func next() throws(Diagnostic) -> yaml_event_type_t {
        // This clears the event, so that deleting it again is safe.
        yaml_event_delete(event)
        guard isReady, yaml_parser_parse(parser, event) == 1 else {
            throw YAMLProblem(parser.pointee, marks).diagnostic(in: file)
        }
        return event.pointee.type
    }
}
