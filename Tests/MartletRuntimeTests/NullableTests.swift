import Foundation
import MartletRuntime
import MartletSupport
import Testing

@Suite("Nullable and Indirect")
struct NullableTests {
    @Test("literals are values, and nil means absent")
    func literals() {
        let text: Nullable<String>? = "a"
        let number: Nullable<Int64>? = 1
        let fraction: Nullable<Double>? = 1.5
        let flag: Nullable<Bool>? = true
        let absent: Nullable<String>? = nil
        let null: Nullable<String>? = .null
        #expect(text == .value("a") && number == .value(1) && fraction == .value(1.5) && flag == .value(true))
        #expect(absent == nil && null != nil && null?.value == nil && text?.value == "a")
        #expect(Nullable<Int>(nil) == .null && Nullable(1) == .value(1))
    }

    @Test("value-or-null has a default, array literals, and a description")
    func reading() {
        let null: Nullable<String>? = .null
        let absent: Nullable<String>? = nil
        let text: Nullable<String>? = "a"
        let list: Nullable<[Int64]>? = [1, 2]
        let plain = Nullable<String>.null
        #expect((null ?? "b") == "b" && (absent ?? "b") == "b" && (text ?? "b") == "a" && (plain ?? "c") == "c")
        #expect((list ?? []) == [1, 2] && list == .value([1, 2]))
        #expect("\(Nullable.value("a")) \(Nullable.value(1)) \(plain)" == "a 1 null")
        #expect(String(reflecting: Nullable.value("a")) == "\"a\"" && String(reflecting: plain) == "null")
    }

    @Test("null and values are encoded and decoded", arguments: [(#"[null,"a"]"#, [Nullable<String>.null, "a"])])
    func coding(json: String, values: [Nullable<String>]) throws {
        #expect(try JSONDecoder().decode([Nullable<String>].self, from: Data(json.utf8)) == values)
        #expect(String(decoding: try JSONEncoder().encode(values), as: UTF8.self) == json)
    }

    private struct List: Hashable, Sendable {
        var value: Int
        @IndirectOptional var next: List?
        @Indirect var name: String
    }

    @Test("an indirectly stored value behaves like a direct one")
    func indirect() {
        let end = List(value: 1, next: nil, name: "end")
        var list = List(value: 2, next: end, name: "start")
        let copy = list
        #expect(list == copy && list.hashValue == copy.hashValue && list.next == end)
        list.next?.value = 3
        list.name += "!"
        #expect(list != copy && copy.next?.value == 1 && list.next?.value == 3 && copy.name == "start")
        list.next = nil
        #expect(list.next == nil)
        #expect(MemoryLayout<List>.size <= 24)
    }
}
