// The types of the app may have the names of types within the runtime.
struct Redaction { let name: String }

@main
struct Demo {
    static func main() async throws {
        let client = BoatsClient { $0.transport = Harbour() }
        let boat = try await client.boats.getBoat(id: "1")
        print("\(Redaction(name: boat.call.name).name): \(boat.call.locked == .yes), \(MartletRuntime.ApiError.self)")
    }
}

nonisolated struct Harbour: Transport {
    func send(_ request: HTTPRequest) async throws(ApiError) -> HTTPResponse {
        HTTPResponse(statusCode: 200, body: Data(#"{"call": {"name": "Ada", "locked": "yes"}}"#.utf8))
    }
}
