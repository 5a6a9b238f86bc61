import SchemasAPI
import Testing

@Suite("Literals of unions")
struct UnionLiteralTests {
    @Test("literals create values of unions")
    func literals() {
        #expect("a" as Kinds == .string("a"))
        #expect(1 as Kinds == .integer(1))
        #expect(true as Kinds == .boolean(true))
        #expect(["a", "b"] as Marks == .stringArray(["a", "b"]))
        #expect(1.5 as SchemasAPI.Expression == .number(1.5))
        #expect(2 as SchemasAPI.Expression == .number(2))
    }
}
