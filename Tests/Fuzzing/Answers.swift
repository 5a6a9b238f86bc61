import Foundation
import MartletSupport

@testable import MartletRuntime

/// Tries bytes as what a server sends, and as what a caller gives. What must hold stops the process where it doesn't.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    Target.chosen(from: [
        "response": tryResponse, "retry": tryRetry, "link": tryLink, "events": tryEvents, "form": tryForm,
        "cookie": tryCookie,
    ])(bytes)
    return 0
}

/// A union of the kinds of values, within itself.
private enum Shape: ApiModel.OpenUnion {
    case number(Double)
    case text(DateTime)
    case list([Shape])
    case object([String: Shape])
    case unrecognized(JSONValue)

    init(from decoder: any Decoder) throws {
        var union = UnionDecoder<Self>(decoder)
        union.attempt(Self.number)
        union.attempt(Self.text)
        union.attempt(Self.list)
        union.attempt(Self.object)
        self = try union.result()
    }

    func encode(to encoder: any Encoder) throws {
        let union = UnionEncoder(encoder)
        switch self {
        case .number(let value): try union.encode(value)
        case .text(let value): try union.encode(value)
        case .list(let value): try union.encode(value)
        case .object(let value): try union.encode(value)
        case .unrecognized(let value): try union.encode(value)
        }
    }
}

/// What is decoded is decoded the same when it has been encoded.
private func tryResponse(_ bytes: [UInt8]) {
    let data = Data(bytes)
    if let value = try? JSONDocument.decode(JSONValue.self, from: data) {
        guard let text = try? JSONEncoder().encode(value) else { fatalError("a decoded value has no encoding") }
        guard (try? JSONDocument.decode(JSONValue.self, from: text)) == value else {
            fatalError("a value is another one after encoding: \(String(decoding: text, as: UTF8.self))")
        }
    }
    _ = try? JSONDocument.decode(Shape.self, from: data)
    _ = try? JSONDocument.decode([Decimal].self, from: data)
    _ = try? JSONDocument.decode([CalendarDate].self, from: data)
    _ = try? JSONDocument.decode([Data].self, from: data)
    _ = try? JSONDocument.decode([Int8].self, from: data)
    _ = try? JSONDocument.decode(ApiError.ProblemDetails.self, from: data)
    var lenient = LenientDecoding(data, Redaction(secrets: ["secret"]), maxDepth: 128)
    _ = try? lenient.decode([DateTime].self)
}

/// A wait is never negative.
private func tryRetry(_ bytes: [UInt8]) {
    let values = texts(bytes)
    var headers = HTTPHeaders()
    for (name, value) in zip(["Retry-After", "X-Reset", "Date", "Retry-After"], values) { headers.append(name, value) }
    var policy = Configuration.RetryPolicy()
    policy.resetHeaders = [.init("X-Reset", .seconds), .init("X-Reset", .epochMilliseconds)]
    let now = Date(timeIntervalSince1970: 1_760_000_000)
    if let wait = policy.serverWait(statusCode: 429, headers: headers, now: now), wait < .zero {
        fatalError("a wait is negative: \(wait)")
    }
    for value in values { _ = DateTime(value) }
}

private func tryLink(_ bytes: [UInt8]) {
    var headers = HTTPHeaders()
    for value in texts(bytes) { headers.append("Link", value) }
    for relation in ["next", "last", ""] { _ = headers.link(relation) }
    for value in texts(bytes) {
        _ = MediaType(value)
        _ = MediaType.parameter("boundary", of: value)
    }
}

/// The events are the same in whatever parts they arrive.
private func tryEvents(_ bytes: [UInt8]) {
    func events(partsOf length: Int) -> [RawEvent] {
        var parser = EventParser()
        var events: [RawEvent] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            parser.parse(Data(rest.prefix(length))) { events.append($0) }
            rest = rest.dropFirst(length)
        }
        parser.finish { events.append($0) }
        return events
    }
    guard events(partsOf: max(bytes.count, 1)) == events(partsOf: 1) else { fatalError("events depend on their parts") }
}

/// No name, file name or media type adds a line to the head of a part.
private func tryForm(_ bytes: [UInt8]) {
    let values = texts(bytes) + ["", "", ""]
    var form = HTTPBody.MultipartForm(boundary: "b")
    form.append(values[0], data: Data(), filename: values[1], contentType: values[2])
    guard let data = form.body.data else { fatalError("a form in memory has no bytes") }
    let breaks = data.count { $0 == 0x0D || $0 == 0x0A }
    // The delimiter, two fields, an empty line, the end of the empty body and the last delimiter.
    guard breaks == 2 * 6 else { fatalError("a part has \(breaks / 2) lines") }
}

/// A cookie adds no other one, and no header.
private func tryCookie(_ bytes: [UInt8]) {
    for style in [ParameterStyle.form, .cookie] {
        for text in texts(bytes) {
            var request = ApiClient.Request(.get, "/")
            guard (try? request.addCookie("a", text, style: style)) != nil else { continue }
            let cookies = request.headers.values(of: "Cookie")
            let isLegal = cookies.first?.utf8.allSatisfy { byte in
                byte != UInt8(ascii: ";") && (0x20...0x7E).contains(byte)
            }
            guard cookies.count == 1, isLegal == true
            else { fatalError("cookies: \(cookies)") }
        }
    }
}

/// The texts between zero bytes.
private func texts(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
}
