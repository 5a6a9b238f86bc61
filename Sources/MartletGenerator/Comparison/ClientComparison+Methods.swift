import MartletModel
import MartletOpenAPI
import MartletSource

extension ClientComparison {
    /// A method, and the API that it belongs to.
    private struct Member {
        /// The name of the type that has the method.
        let owner: Identifier
        let method: Method
        /// The request that the method makes, and which of its methods it is.
        let key: SpecText

        var subject: String {
            "\(owner.text).\(method.name.text)(\(method.arguments.map { "\($0.label.text):" }.joined()))"
        }

        static func all(of client: Client) -> [Member] {
            client.apis.flatMap { api in
                var counts: [SpecText: Int] = [:]
                return api.methods.map { method in
                    let request = SpecText("\(method.httpMethod.name) \(method.path.shape)")
                    counts[request, default: 0] += 1
                    return Member(
                        owner: client.owner(of: api), method: method,
                        key: SpecText("\(request) \(counts[request] ?? 0)"))
                }
            }
        }
    }

    mutating func compareMethods() {
        for (first, second) in matched(old.apis, new.apis, by: \.name) {
            guard let first, let second else {
                if let accessor = (first ?? second)?.accessor {
                    add(
                        Change(
                            "\((second == nil ? old : new).name.text).\(accessor.text)",
                            second == nil ? "the tag is gone" : "there is a new tag",
                            source: second == nil ? .init(.breaking, .gone) : .init(.compatible, .addition)
                        )
                    )
                }
                continue
            }
            if let before = first.accessor, let after = second.accessor, before != after {
                add(
                    Change(
                        "\(new.name.text).\(after.text)",
                        "the property was \(before.text)",
                        source: .init(.breaking, .renamed)
                    )
                )
            }
            if (first.title, first.description) != (second.title, second.description) {
                add(Change(second.name.text, .documentation))
            }
            if isReordered(first.methods, second.methods, by: \.name) {
                add(Change(second.name.text, "the methods are listed in another order"))
            }
        }
        if isReordered(old.apis, new.apis, by: \.name) {
            add(Change(new.name.text, "the tags are listed in another order"))
        }
        for (first, second) in matched(Member.all(of: old), Member.all(of: new), by: \.key) {
            switch (first, second) {
            case (let first?, nil):
                let place = leftOut[first.method.operation]
                add(
                    Change(
                        first.subject,
                        place == nil
                            ? "the operation is gone"
                            : "the operation is in the document, but left out of the client because of an error",
                        source: .init(.breaking, .gone),
                        wire: place == nil ? .init(.breaking, "today's clients call it") : nil,
                        old: first.method.location,
                        new: place
                    )
                )
            case (nil, let second?):
                let effect = Change.Effect(.compatible, .addition)
                add(Change(second.subject, "there is a new operation", source: effect, new: second.method.location))
            case (let first?, let second?): compare(first, second)
            case (nil, nil): break
            }
        }
    }

    private mutating func compare(_ first: Member, _ second: Member) {
        let (old, new) = (first.method, second.method)
        let report = Reporter(subject: second.subject, old: old.location, new: new.location)
        if (first.owner, old.name) != (second.owner, new.name) {
            add(report("the method was \(first.owner.text).\(old.name.text)", source: .init(.breaking, .renamed)))
        }
        if old.operation != new.operation {
            add(report("the operation was called \(old.operation) and is called \(new.operation)"))
        }
        compareArguments(old, new, report)
        compareResults(old, new, report)
        compareFailures(old, new, report)
        compareSecurity(old, new, report)
        compareConveniences(old, new, report)
        if old.isDeprecated != new.isDeprecated {
            add(.deprecation(report.subject, new.isDeprecated, old: old.location, new: new.location))
        }
        if (old.summary, old.description) != (new.summary, new.description) { add(report(.documentation)) }
    }

    private mutating func compareResults(_ old: Method, _ new: Method, _ report: Reporter) {
        let (first, second) = (old.result.contents, new.result.contents)
        if old.result.shape != new.result.shape {
            add(
                report(
                    "the result was \(old.result.shape) and is \(new.result.shape)",
                    source: old.result.shape == "nothing"
                        ? .init(.risky, "a value that is not used is a warning") : .init(.breaking, .gone),
                    wire: new.result.shape == "nothing" && old.result.shape != "nothing"
                        ? .init(.breaking, "today's clients expect a value") : .init(.risky, .otherResult)
                )
            )
        }
        // Results of another shape have no common cases.
        let isComparable = old.result.isChoice == new.result.isChoice && !first.isEmpty && !second.isEmpty
        for (one, other) in isComparable ? matched(first, second, by: \.name) : [] {
            switch (one, other) {
            case (let one?, let other?):
                if let before = one.content, let after = other.content {
                    compareTypes(
                        report.subject + " result",
                        before.type,
                        after.type,
                        in: .response,
                        old: old.location,
                        new: new.location
                    )
                    compareMediaTypes(before, after, isRequest: false, report)
                }
            case (_?, nil):
                add(report("a kind of result is gone", source: .init(.breaking, .gone)))
            case (nil, _?):
                let source = Change.Effect(.risky, "a switch over the results has a new case")
                add(report("there is a new kind of result", source: source, wire: .init(.risky, .otherResult)))
            case (nil, nil): break
            }
        }
        if old.result.statuses != new.result.statuses, let before = old.result.statuses {
            // With one status, every other one from 200 to 299 is read like it.
            let isOpen = before.count == 1
            let added = (new.result.statuses ?? []).filter {
                !before.contains($0) && !(isOpen && (200..<300).contains($0))
            }
            add(
                report(
                    "the successful statuses changed",
                    source: .init(.compatible, .addition),
                    wire: added.isEmpty && (isOpen || new.result.statuses != nil)
                        ? .init(.compatible, "today's clients accept all that remain")
                        : .init(.breaking, "today's clients treat a new status as a failure")
                )
            )
        } else if old.result.statuses != new.result.statuses {
            add(report("the successful statuses changed", source: .init(.risky, "other statuses are failures")))
        }
        if old.result.description != new.result.description || old.headers != new.headers {
            add(report("the description of the response changed"))
        }
    }

    private mutating func compareFailures(_ old: Method, _ new: Method, _ report: Reporter) {
        for (first, second) in matched(old.failures, new.failures, by: \.status) {
            let status = (second ?? first)?.status
            let (before, after) = (old.failureCase(for: status), new.failureCase(for: status))
            switch (first, second) {
            case (let first?, nil):
                add(
                    report(
                        "the failure with status \(first.status.text) is gone",
                        source: before == nil ? nil : .init(.breaking, "code that uses its enum case does not compile"),
                        wire: .init(.compatible, .harmless)
                    )
                )
            case (nil, let second?):
                add(
                    report(
                        "there is a failure with status \(second.status.text)",
                        source: after == nil
                            ? .init(.compatible, .addition) : .init(.risky, "a switch over the failures has a new case")
                    )
                )
            case (let first?, let second?):
                if let before, let after, before.name != after.name {
                    let text: Diagnostic.Text = "the failure's enum case was \(before.name.text)"
                    add(report(text, source: .init(.breaking, .renamed)))
                } else if (before == nil) != (after == nil) {
                    add(
                        report(
                            "the failure with status \(second.status.text) has \(after == nil ? "no" : "an") enum case now",
                            source: after == nil ? .init(.breaking, .gone) : .init(.risky, "a switch has a new case")
                        )
                    )
                }
                let difference: ComparedTypes.Difference =
                    switch (first.type, second.type) {
                    case (nil, nil): .none
                    case (let first?, let second?): types.difference(first, second)
                    default: .other
                    }
                switch difference {
                case .none, .spelling: break
                case .naming, .other:
                    add(
                        report(
                            "the body of the failure with status \(first.status.text) has another type",
                            source: .init(
                                before == nil ? .risky : .breaking,
                                "its enum case has another value, and decoded(_:) gives nil for the old type"
                            ),
                            wire: .init(.risky, "today's clients may not read the details of the failure")
                        )
                    )
                }
                if first.description != second.description { add(report(.documentation)) }
            case (nil, nil): break
            }
        }
        if let before = old.failureEnum?.name, let after = new.failureEnum?.name, before != after {
            add(report("the enum of its failures was \(before.text)", source: .init(.breaking, .renamed)))
        }
    }

    private mutating func compareConveniences(_ old: Method, _ new: Method, _ report: Reporter) {
        switch (old.pagination, new.pagination) {
        case (nil, nil): break
        case (nil, _?): add(report("it returns all pages of the list", source: .init(.compatible, .addition)))
        case (_?, nil): add(report("it returns only single pages of the list", source: .init(.breaking, .gone)))
        case (let first?, let second?):
            if first.element != second.element || first.kind != second.kind {
                add(report("the list is paginated differently", source: .init(.risky, .otherResult)))
            }
        }
        if (old.patch == nil) != (new.patch == nil) || old.patch?.model != new.patch?.model {
            add(
                report(
                    "the typed JSON Patch changed",
                    source: old.patch == nil ? .init(.compatible, .addition) : .init(.breaking, .gone)
                )
            )
        }
        if old.idempotencyHeader != new.idempotencyHeader {
            add(report("the header for repeated requests changed", source: .init(.risky, "other calls are repeated")))
        }
        let links = { (method: Method) in method.links.map { [$0.name, $0.operation, $0.description] } }
        if links(old) != links(new) { add(report("the links to other operations changed")) }
    }

    /// Compares the media types of a body in the same form.
    mutating func compareMediaTypes(_ old: Content, _ new: Content, isRequest: Bool, _ report: Reporter) {
        if old.form != new.form {
            let wire = Change.Effect(.breaking, "today's clients use the old form")
            add(
                report(
                    "the body was \(old.form.rawValue) and is \(new.form.rawValue)", source: .init(.breaking, .gone),
                    wire: wire))
            return
        }
        if old.encoding != new.encoding {
            let wire = Change.Effect(.breaking, "servers don't read what today's clients send")
            add(report("the fields of the form are encoded differently", wire: isRequest ? wire : nil))
        }
        let lost = old.contentTypes.filter { !new.contentTypes.contains($0) }
        let won = new.contentTypes.filter { !old.contentTypes.contains($0) }
        let place = isRequest ? "request" : "response"
        for type in lost {
            let isOnly = isRequest || lost.count == old.contentTypes.count
            add(
                report(
                    "the \(place) can no longer be \(type)",
                    wire: isOnly
                        ? .init(.breaking, "today's clients use it")
                        : .init(.compatible, "today's clients accept the others")
                )
            )
        }
        for type in won { add(report("the \(place) can be \(type)", wire: .init(.compatible, .harmless))) }
    }
}

/// Makes changes of one subject.
struct Reporter {
    let subject: String
    let old: Location?
    let new: Location?

    func callAsFunction(
        _ text: Diagnostic.Text,
        source: Change.Effect? = nil,
        wire: Change.Effect? = nil
    ) -> Change {
        Change(subject, text, source: source, wire: wire, old: old, new: new)
    }
}

extension Result {
    fileprivate var isChoice: Bool { if case .choice = kind { true } else { false } }

    /// What the result is, without its type.
    fileprivate var shape: String {
        switch kind {
        case .none: "nothing"
        case .content: "a value"
        case .optional: "a value or nothing"
        case .choice: "one of several values"
        }
    }

    fileprivate var contents: [(name: String, content: Content?)] {
        switch kind {
        case .none: []
        case .content(let content), .optional(let content): [("", content)]
        case .choice(let choice): choice.cases.map { ($0.name.text, $0.content) }
        }
    }
}

extension Method {
    /// The case of the enum of failures for a status.
    fileprivate func failureCase(for status: StatusPattern?) -> FailureEnum.Case? {
        failureEnum?.cases.first { $0.failure.status == status }
    }
}

extension StatusPattern {
    var text: String {
        switch self {
        case .code(let code): "\(code)"
        case .range(let hundreds): "\(hundreds)XX"
        case .default: "default"
        }
    }
}

extension Diagnostic.Text {
    static let otherResult: Self = "responses may differ from what today's code expects"
}
