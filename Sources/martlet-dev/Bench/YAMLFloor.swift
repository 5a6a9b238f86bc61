import CMartletYAML
import Foundation

/// `martlet-dev bench-floor FILE`: the lower bound for the cost of reading a YAML document, a loop over libyaml's
/// events.
enum YAMLFloor {
    /// The command's name.
    static let subcommand = "bench-floor"

    /// Reads the file, and prints the CPU time in seconds.
    static func run(_ path: String) throws {
        let start = ProcessUsage.own.cpu
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        guard bytes.withUnsafeBufferPointer(readsEvents) else { throw BenchFailure("libyaml can't read \(path)") }
        print(ProcessUsage.own.cpu - start)
    }

    /// The CPU time of the loop alone, from the output of the command.
    static func loopCPU(_ run: ChildCost) -> Double { run.lines.last.flatMap(Double.init) ?? .nan }

    private static func readsEvents(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        defer { parser.deallocate() }
        guard yaml_parser_initialize(parser) == 1 else { return false }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
        var event = yaml_event_t()
        while yaml_parser_parse(parser, &event) == 1 {
            let isEnd = event.type == YAML_STREAM_END_EVENT
            yaml_event_delete(&event)
            if isEnd { return true }
        }
        return false
    }
}
