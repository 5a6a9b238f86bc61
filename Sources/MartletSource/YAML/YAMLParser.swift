import CMartletYAML

/// libyaml's parser over bytes in memory: owns it, and deletes every event exactly once.
struct YAMLParser: ~Copyable {
    /// The event that ``next()`` has read, valid until it is called again.
    let event: UnsafeMutablePointer<yaml_event_t>
    // On the heap, as libyaml keeps the parser's own address.
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let isReady: Bool
    private let file: SourceFile

    /// A parser over the bytes of a file, which must stay in place as long as it lives and must not be empty.
    init(_ bytes: UnsafeBufferPointer<UInt8>, of file: SourceFile) {
        self.file = file
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

    /// Reads the next event. Throws what libyaml finds wrong.
    mutating func next() throws(Diagnostic) -> yaml_event_type_t {
        // Leaves a zeroed event behind, which is safe to delete again.
        yaml_event_delete(event)
        guard isReady, yaml_parser_parse(parser, event) == 1 else {
            throw YAMLProblem(parser.pointee).diagnostic(in: file)
        }
        return event.pointee.type
    }
}
