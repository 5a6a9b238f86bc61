import Foundation
import MartletTestSupport
import SchemasAPI
import Testing

@Suite("Generated types and JSON")
struct SchemaCodingTests {
    private func decoded<Value: Decodable>(_ json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    private func encoded(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// Checks that a value survives decoding and encoding, except for the order of keys.
    private func roundTrip<Value: Codable>(_ type: Value.Type, _ json: String) throws {
        let value: Value = try decoded(json)
        let before: JSONValue = try decoded(json)
        let after: JSONValue = try decoded(try encoded(value))
        #expect(after == before, "\(type)")
    }

    @Test("values of every format are decoded as their types and encoded unchanged")
    func formats() throws {
        let json = """
            {"moment":"2026-11-24T08:47:00.125+01:00","day":"2026-11-24","identifier":"0b5cf1a2-7d5e-4c39-9f0e-3c1d2b4a5f60",
            "picture":"aGVsbG8=","address":"https://schemas.example/a?b=c","small":-2147483648,"large":9223372036854775807,
            "unsigned":18446744073709551615,"huge":340282366920938463463374607431768211455,"price":19.99,"password":"secret"}
            """
        let formats: Formats = try decoded(json)
        #expect(formats.moment == DateTime("2026-11-24T07:47:00.125Z"))
        #expect(formats.day == CalendarDate(year: 2026, month: 11, day: 24))
        #expect(formats.identifier == UUID(uuidString: "0B5CF1A2-7D5E-4C39-9F0E-3C1D2B4A5F60"))
        #expect(formats.picture == Data("hello".utf8))
        #expect(formats.address == URL(string: "https://schemas.example/a?b=c"))
        #expect(formats.large == .max && formats.unsigned == .max && formats.small == .min)
        #expect(formats.price == Decimal(string: "19.99"))
        #expect(!String(reflecting: formats).contains("secret"))
        try roundTrip(Formats.self, json)
        let encoded = try encoded(formats)
        #expect(
            encoded.contains("0b5cf1a2-7d5e-4c39-9f0e-3c1d2b4a5f60")
                && encoded.contains("340282366920938463463374607431768211455")
        )
    }

    @Test("absent, null and a value are distinguished where the document allows it")
    func nulls() throws {
        var nulls = Nulls(required: "a", requiredNullable: nil)
        #expect(try encoded(nulls) == #"{"required":"a","requiredNullable":null}"#)
        nulls.optionalNullable = .null
        nulls.requiredNullable = "b"
        #expect(try encoded(nulls) == #"{"optionalNullable":null,"required":"a","requiredNullable":"b"}"#)
        nulls.optionalNullable = "c"
        #expect(try encoded(nulls) == #"{"optionalNullable":"c","required":"a","requiredNullable":"b"}"#)
        let absent: Nulls = try decoded(#"{"required":"a","requiredNullable":null,"optional":null}"#)
        #expect(absent.optionalNullable == nil && absent.requiredNullable == nil && absent.optional == nil)
        let null: Nulls = try decoded(
            #"{"required":"a","requiredNullable":null,"optionalNullable":null,"viaEnum":null}"#
        )
        #expect(null.optionalNullable == .null && null.viaEnum == .null && null.viaOneOf == nil)
        #expect(throws: DecodingError.self) { let _: Nulls = try decoded(#"{"required":"a"}"#) }
        #expect(throws: DecodingError.self) {
            let _: Nulls = try decoded(#"{"required":null,"requiredNullable":null}"#)
        }
    }

    @Test("values that an enum does not list are kept, whatever their type")
    func enums() throws {
        #expect(try decoded(#""up""#) == Direction.unrecognized("up"))
        #expect(try decoded(#""n""#) == Direction.north)
        #expect(try decoded("7") == Level.unrecognized(7))
        #expect(try decoded("-1") == Level.minus1)
        #expect(try decoded("2.5") == Ratio._2Point5)
        #expect(try decoded("1") == Mixed._1)
        #expect(try decoded(#""1""#) == Mixed._1Value)
        #expect(try decoded(#"{"a":1}"#) == Mixed.unrecognized(["a": 1]))
        #expect(try decoded(#""w""#) == Titled.write)
        for json in [#""up""#, #""n""#] { try roundTrip(Direction.self, json) }
        for json in ["1", #""1""#, "true", #"{"a":1}"#] { try roundTrip(Mixed.self, json) }
        #expect(Direction.unrecognized("n") == .north)
    }

    @Test("constants and defaults can be omitted")
    func defaults() throws {
        let defaults = Defaults()
        #expect(
            try encoded(defaults)
                == #"{"kind":"settings","labels":[],"mode":"slow","ratio":0.5,"size":10,"version":2}"#
        )
    }

    @Test("unions within an object are encoded together, including changes of any part")
    func severalParts() throws {
        var parcel: Parcel = try decoded(#"{"name":"a","weight":3,"note":"b","stamps":4}"#)
        #expect(parcel.additionalProperties == ["stamps": 4])
        #expect(try encoded(parcel) == #"{"name":"a","note":"b","stamps":4,"weight":3}"#)
        parcel.variantValue = .light(Light(height: 0.5))
        parcel.note = "c"
        #expect(try encoded(parcel) == #"{"height":0.5,"name":"a","note":"c","stamps":4}"#)

        var unknown: Parcel = try decoded(#"{"note":"b"}"#)
        unknown.note = "c"
        #expect(try encoded(unknown) == #"{"note":"c"}"#)
    }

    @Test("an optional union that matches no type is nil")
    func overlappingUnions() throws {
        var label: Label = try decoded(#"{"name":"a"}"#)
        #expect(label == Label(destination: .named(Named(name: "a"))))
        label.destination = .named(Named(name: "b"))
        #expect(try encoded(label) == #"{"name":"b"}"#)
        label.manner = .heavy(Heavy(weight: 1))
        #expect(try encoded(label) == #"{"name":"b","weight":1}"#)
        let other: Label = try decoded(#"{"x":1}"#)
        #expect(other.unrecognized == ["x": 1])
    }

    @Test("overlapping objects are one struct")
    func overlappingObjects() throws {
        #expect(try encoded(Rule(id: 1, delay: 2, people: ["a"])) == #"{"delay":2,"id":1,"people":["a"]}"#)
    }

    @Test("a property that several parts share is encoded once, with the changed value")
    func sharedProperties() throws {
        var visit: Visit = try decoded(#"{"id":1,"from":"a"}"#)
        #expect(try encoded(visit) == #"{"from":"a","id":1}"#)
        visit.id = 2
        #expect(try encoded(visit) == #"{"from":"a","id":2}"#)
        visit = try decoded(#"{"id":1,"from":"a"}"#)
        visit.variant = .arrival(Arrival(id: 3, from: "b"))
        #expect(try encoded(visit) == #"{"from":"b","id":3}"#)
        #expect(try encoded(Visit(id: 4, variant: .departure(Departure(id: 4, to: "c")))) == #"{"id":4,"to":"c"}"#)

        var crossing: Crossing = try decoded(#"{"id":1,"from":"a","minutes":5}"#)
        #expect(
            crossing == Crossing(movement: .arrival(Arrival(id: 1, from: "a")), delay: .short(Short(id: 1, minutes: 5)))
        )
        crossing.movement = .arrival(Arrival(id: 2, from: "a"))
        #expect(try encoded(crossing) == #"{"from":"a","id":2,"minutes":5}"#)
        let tagged = #"{"from":"a","id":1,"minutes":5,"tags":["x"]}"#
        try roundTrip(Crossing.self, tagged)
        // What only responses have is kept, but left out of requests (the mark is that of the runtime's own encoder).
        let seen = #"{"from":"a","id":1,"minutes":5,"seen":true}"#
        try roundTrip(Crossing.self, seen)
        let request = JSONEncoder()
        request.outputFormatting = .sortedKeys
        request.userInfo = [try #require(CodingUserInfoKey(rawValue: "martlet.request")): true]
        let sent = try request.encode(decoded(seen) as Crossing)
        #expect(String(decoding: sent, as: UTF8.self) == #"{"from":"a","id":1,"minutes":5}"#)
        crossing = try decoded(tagged)
        crossing.movement = .arrival(Arrival(id: 1, from: "a", tags: ["y", "z"]))
        #expect(try encoded(crossing) == #"{"from":"a","id":1,"minutes":5,"tags":["y","z"]}"#)
        crossing = try decoded(#"{"id":1,"from":"a","minutes":5}"#)
        crossing.delay = .long(Long(id: 3, days: 1))
        #expect(try encoded(crossing) == #"{"days":1,"from":"a","id":3}"#)
    }

    @Test("constants distinguish types: optional ones, several, and those that a mapping spells differently")
    func constants() throws {
        #expect(try decoded(#"{"kind":"stop"}"#) == Step.stop(Stop()))
        #expect(try decoded(#"{"reason":"a"}"#) == Step.stop(Stop(kind: nil, reason: "a")))
        #expect(try decoded(#"{"kind":"run"}"#) == Step.unrecognized(["kind": "run"]))
        #expect(try encoded(Step.skip(Skip())) == #"{"kind":"skip"}"#)
        #expect(try encoded(Step.stop(Stop(kind: nil))) == #"{"kind":"stop"}"#)
        #expect(try encoded(Skip()) == #"{"kind":"skip"}"#)

        let answer: Remark = try decoded(#"{"kind":"remark","by":"robot","score":1}"#)
        #expect(answer == .robot(Answer(score: 1)))
        #expect(try encoded(answer) == #"{"by":"robot","kind":"remark","score":1}"#)

        #expect(try encoded(CardPayment(number: "4")) == #"{"method":"card","number":"4"}"#)
        #expect(
            try encoded(Settlement.card(CardPayment(method: "", number: "4")))
                == #"{"method":"card","number":"4"}"#
        )
        let voucher: Settlement = try decoded(#"{"method":"voucher","amount":3}"#)
        #expect(voucher == .cashPayment(CashPayment(method: "voucher", amount: 3)))
        #expect(try encoded(voucher) == #"{"amount":3,"method":"voucher"}"#)
        #expect(try decoded(#"{"amount":3}"#) == Settlement.cashPayment(CashPayment(amount: 3)))

        #expect(try decoded(#"{"paying":true,"price":9}"#) == Tariff.paid(Paid(price: 9)))
        #expect(try encoded(Tariff.free(Free())) == #"{"paying":false}"#)
    }

    @Test("constants distinguish by type, and within arrays, maps and properties")
    func constantsOfAllTypes() throws {
        #expect(try decoded(#"{"v":"1"}"#) == Grade.text(.init()))
        #expect(try decoded(#"{"v":1.0}"#) == Grade.whole(.init()))
        #expect(try decoded(#"{"v":1.5}"#) == Grade.part(.init()))
        #expect(try decoded(#"{"v":true}"#) == Grade.flag(.init()))
        #expect(try decoded(#"{"v":null}"#) == Grade.a(.init(v: nil)))
        #expect(try decoded(#"{"v":"true"}"#) == Grade.unrecognized(["v": "true"]))
        for json in [#"{"v":null}"#, #"{"v":"a"}"#, #"{"a":"b","v":1}"#] { try roundTrip(Grade.self, json) }

        guard case .stringArray(["a"]) = try decoded(#"["a"]"#) as Marks else { throw Failure() }
        guard case .listed = try decoded(#"{"l":[{"kind":"skip"}]}"#) as Marks else { throw Failure() }
        guard case .mapped = try decoded(#"{"l":[{"kind":"stop"}]}"#) as Marks else { throw Failure() }
        guard case .unrecognized = try decoded(#"{"l":[{"kind":"run"}]}"#) as Marks else { throw Failure() }
        guard case .unrecognized = try decoded(#"["a","b"]"#) as Marks else { throw Failure() }
    }

    private struct Failure: Error {}

    @Test("nested keys distinguish types, so that none is lost")
    func nestedKeys() throws {
        guard case .words = try decoded(#"{"at":{"n":"a"}}"#) as Tuning else { throw Failure() }
        guard case .limits = try decoded(#"{"at":{"m":1,"n":"a"}}"#) as Tuning else { throw Failure() }
        for json in [#"{"l":[{},{"m":1}]}"#, #"{"l":[{"w":"a"}]}"#] { try roundTrip(Tuning.self, json) }
        for json in [#"{"where":{"b":{"least":1}}}"#, #"{"by":{"digit":1}}"#] { try roundTrip(Filter.self, json) }
    }

    @Test("a type that forbids the value's keys is used only if no other matches")
    func closed() throws {
        for json in [#"{"s":{"a":1}}"#, #"{"s":{"b":1}}"#, #"{"s":{"a":1},"x":2}"#] { try roundTrip(Lot.self, json) }
        #expect(try decoded(#"{"s":{"b":1}}"#) == Lot.big(.init(s: .init(b: 1))))
        #expect(try decoded(#"{"s":{"a":1},"y":"new"}"#) == Lot.small(.init(s: .init(a: 1))))
        for json in [#"{"s":{"a":"x"}}"#, #"{"s":{"a":1,"b":1}}"#] { try roundTrip(Lot.self, json) }
        let fits: Fits = try decoded(#"{"name":"a"}"#)
        #expect(fits == Fits(named: Named(name: "a")))
    }

    @Test("an optional constant is encoded for a new value, and stays absent otherwise")
    func optionalConstant() throws {
        try roundTrip(Option.self, #"{"m":"x"}"#)
        #expect(try encoded(Option.a(.init(m: "x"))) == #"{"k":"a","m":"x"}"#)
    }

    @Test("an object that alternatives extend has all properties, and changes through either view are encoded")
    func nestedProperties() throws {
        #expect(try encoded(Box(o: .init(z: 1, p: "a", q: "b"))) == #"{"o":{"p":"a","q":"b","z":1}}"#)
        let json = #"{"o":{"p":"a","y":2,"z":1}}"#
        try roundTrip(Crate.self, json)
        var crate: Crate = try decoded(json)
        crate.o?.z = 3
        crate.o?.y = nil
        #expect(try encoded(crate) == #"{"o":{"p":"a","z":3}}"#)
        crate.variant = .inner(Inner(o: .init(p: "b")))
        #expect(try encoded(crate) == #"{"o":{"p":"b","z":3}}"#)
        crate.variant = .outer(Outer(o: .init(q: "c")))
        #expect(try encoded(crate) == #"{"o":{"q":"c","z":3}}"#)
    }

    @Test("a discriminator selects the type, and is added if the type has none")
    func discriminator() throws {
        #expect(try decoded(#"{"petType":"cat","lives":9}"#) == Pet.cat(Cat(lives: 9)))
        #expect(try decoded(#"{"petType":"fish","fins":2}"#) == Pet.fish(Fish(fins: 2)))
        #expect(try encoded(Pet.fish(Fish(fins: 2))) == #"{"fins":2,"petType":"fish"}"#)
        #expect(try encoded(Pet.cat(Cat(lives: 9))) == #"{"lives":9,"petType":"cat"}"#)
        for json in [#"{"petType":"horse","speed":10}"#, #"{"speed":10}"#, "1", #""x""#] {
            let pet: Pet = try decoded(json)
            guard case .unrecognized = pet else {
                Issue.record("\(json) became \(pet)")
                continue
            }
            try roundTrip(Pet.self, json)
        }
        #expect(throws: DecodingError.self) { let _: Pet = try decoded(#"{"petType":"cat"}"#) }
        #expect(try decoded(#"{"petType":"dog"}"#) == Tagged.dog(Dog()))
    }

    @Test("a schema that others extend is one of the alternatives")
    func base() throws {
        let fleet: Fleet = try decoded(#"{"vehicles":[{"wheels":2,"bell":true},{"wheels":4,"doors":5},{"wheels":18}]}"#)
        let vehicles = try #require(fleet.vehicles)
        #expect(vehicles[0] == .bicycle(Bicycle(wheels: 2, bell: true)))
        #expect(vehicles[1] == .car(Car(wheels: 4, doors: 5)))
        #expect(vehicles[2] == .unrecognized(["wheels": 18]))
    }

    @Test("types and keys distinguish alternatives")
    func alternatives() throws {
        #expect(try decoded("1") == Kinds.integer(1))
        #expect(try decoded("true") == Kinds.boolean(true))
        #expect(try decoded(#"["a",[1]]"#) == Kinds.array([.string("a"), .array([.integer(1)])]))
        #expect(try decoded("1.5") == Kinds.unrecognized(1.5))
        #expect(try decoded(#"{"width":1,"height":2}"#) == Keys.rectangle(.init(width: 1, height: 2)))
        #expect(try decoded(#"{"width":1}"#) == Keys.square(.init(width: 1)))
        #expect(try decoded(#"{"b":"x"}"#) == Ambiguous.second(.init(b: "x")))
        #expect(try decoded(#"{"c":"x"}"#) == Ambiguous.first(.init(c: "x")))
        #expect(try decoded(#""2026-11-24""#) == Moment.date(try #require(CalendarDate("2026-11-24"))))
        #expect(try decoded(#""never""#) == Moment.unrecognized("never"))
        #expect(try decoded(#""z""#) == OpenText.unrecognized("z"))
        #expect(try decoded(#"{"name":"b"}"#) == Inline.Choice.object(.init(name: "b")))
        #expect(try decoded(#""auto""#) == Inline.Choice.auto)
        #expect(try decoded(#""other""#) == Inline.Choice.unrecognized("other"))
        try roundTrip(Inline.Choice.self, #""auto""#)
    }

    @Test("a value that matches several schemas of anyOf is all of them")
    func overlap() throws {
        let several: Several = try decoded(#"{"name":"a","place":"b"}"#)
        #expect(several.named == Named(name: "a") && several.located == Located(place: "b"))
        try roundTrip(Several.self, #"{"name":"a","place":"b"}"#)
        let other: Several = try decoded("1")
        #expect(other.named == nil && other.unrecognized == 1)
        try roundTrip(Several.self, "1")
    }

    @Test("alternatives and properties share an object")
    func parts() throws {
        let payload: Payload = try decoded(#"{"id":"a","name":"b"}"#)
        #expect(payload == Payload(id: "a", variant: .named(Named(name: "b"))))
        try roundTrip(Payload.self, #"{"id":"a","place":"c"}"#)
    }

    @Test("a tuple has a property for each position")
    func tuples() throws {
        #expect(try decoded(#"["a",1]"#) == Pair(name: "a", second: 1))
        #expect(try decoded(#"["a",1,{},true]"#) == Pair(name: "a", second: 1, third: .init(), rest: [true]))
        #expect(try encoded(Pair(name: "a", second: 1, rest: [true])) == #"["a",1,null,true]"#)
        #expect(throws: DecodingError.self) { let _: Pair = try decoded(#"["a"]"#) }
        try roundTrip(Coordinates.self, "[1.5,-2.5]")
    }

    @Test("additional properties are kept if the document allows them, and ignored otherwise")
    func additional() throws {
        let open: Open = try decoded(#"{"id":"a","one":1}"#)
        #expect(open.additionalProperties == ["one": 1])
        try roundTrip(Open.self, #"{"id":"a","one":1}"#)
        let base: Base = try decoded(#"{"id":"a","unknown":[{}]}"#)
        #expect(base == Base(id: "a"))
    }

    @Test("recursive types survive coding")
    func recursion() throws {
        try roundTrip(Tree.self, #"{"value":1,"left":{"value":2,"right":{"value":3}}}"#)
        try roundTrip(Egg.self, #"{"chicken":{"egg":{"chicken":{}}}}"#)
        try roundTrip(Nested.self, "[[],[[[]]]]")
        try roundTrip(Expression.self, #"{"plus":{"plus":1.5,"to":{"plus":2.5}},"to":0}"#)
        var tree = Tree(value: 1, left: Tree(value: 2))
        tree.left?.value = 3
        #expect(tree.left?.value == 3)
    }

    @Test("read-only properties are omitted from requests only; a cache keeps them")
    func directions() async throws {
        let json = #"{"changed":"2026-11-24T08:47:00Z","draft":true,"text":"a"}"#
        let note: Note = try decoded(json)
        #expect(note.changed != nil && note.draft == true)
        #expect(try encoded(note) == json)
        #expect(note != Note(text: "a", draft: true))
        let server = try LoopbackServer(CannedResponse(200, body: json))
        defer { server.stop() }
        let answer = try await SchemasClient(server: .custom(server.url)).accounts.putNote(note: note)
        #expect(answer == note)
        #expect(server.requests.map { String(decoding: $0.body, as: UTF8.self) } == [#"{"draft":true,"text":"a"}"#])
        let request = AccountRequest(name: "a", pin: "1234", kind: .shared)
        #expect(try encoded(request) == #"{"kind":"shared","name":"a","pin":"1234"}"#)
        let account: Account = try decoded(#"{"id":"1","name":"a"}"#)
        #expect(account.id == "1")
        #expect(!String(reflecting: request).contains("1234"))
    }

    @Test("names that are reserved in Swift, and names that look alike, keep their JSON keys")
    func names() throws {
        let json = """
            {"class":"a","self":"b","init":"c","Type":"d","default":"e","object":"f","decoder":"g","encoder":"h","":"i","1":"j",
            "$ref-like":"k","snake_case_url":"l","HTTPStatus":"m","ünïcödé":"n","a-b":"o","a_b":"p","aB":"q","old":"r","hashValue":"s",
            "description":"t"}
            """
        let names: Names = try decoded(json)
        #expect(names.category == "a" && names.selfValue == "b" && names.default == "e" && names.snakeCaseURL == "l")
        #expect(names.aB == "q" && names.aB2 == "o" && names.a_b == "p")
        try roundTrip(Names.self, json)
        #expect(Keepsake(age: 1).age == 1)
        #expect(StringModel(string: "a").string == "a")
    }

    @Test("descriptions never contain a secret, at any depth")
    func secrets() throws {
        let json = """
            {"list":["hush"],"map":{"a":"hush"},"maybe":"hush","reference":"hush","described":"hush","either":"hush",
            "pair":["a","hush"],"card":{"pan":"hush"},"listed":[{"pan":"hush"}],"extended":{"pan":"hush"},"other":"hush"}
            """
        try roundTrip(Secrets.self, json)
        let secrets: Secrets = try decoded(json)
        #expect(secrets.list == ["hush"] && secrets.additionalProperties == ["other": "hush"])
        var dumped = ""
        dump(secrets, to: &dumped)
        dump(secrets.either, to: &dumped)
        dump(secrets.pair, to: &dumped)
        for text in [dumped, "\(secrets)", String(reflecting: secrets), "\([secrets.either, nil])"] {
            #expect(!text.contains("hush"), "\(text)")
        }
    }

    @Test("an error contains the path to the invalid value")
    func errors() throws {
        do {
            let _: Inline = try decoded(#"{"owner":{"address":{"city":1}}}"#)
            Issue.record("decoded")
        } catch DecodingError.typeMismatch(_, let context) {
            #expect(context.codingPath.map(\.stringValue) == ["owner", "address", "city"])
        }
    }
}
