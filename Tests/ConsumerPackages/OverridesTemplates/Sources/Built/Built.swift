/// Uses the client that the build plugin generates with the same templates.
@main
enum Built {
    static func main() {
        print("names:", Boat.wireNames.joined(separator: " "))
    }
}
