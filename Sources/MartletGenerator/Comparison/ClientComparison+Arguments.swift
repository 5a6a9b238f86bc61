import MartletModel
import MartletOpenAPI
import MartletSource

extension ClientComparison {
    mutating func compareArguments(_ first: Method, _ second: Method, _ report: Reporter) {
        let pairs = paired(first.keyedArguments, second.keyedArguments, by: \.key, else: \.argument.label)
        for (old, new) in pairs.map({ ($0.old?.argument, $0.new?.argument) }) {
            switch (old, new) {
            case (let old?, nil):
                add(
                    Change(
                        report.subject,
                        "the argument \(old.label.text) is gone",
                        source: .init(.breaking, "calls with the argument do not compile"),
                        wire: .init(.risky, "today's clients still send it"),
                        old: old.location ?? report.old,
                        new: report.new
                    )
                )
            case (nil, let new?):
                add(
                    Change(
                        report.subject,
                        new.isRequired
                            ? "there is a new required argument \(new.label.text)"
                            : "there is a new argument \(new.label.text)",
                        source: new.isRequired
                            ? .init(.breaking, .newRequiredArgument) : .init(.compatible, .addition),
                        wire: new.isRequired
                            ? .init(.breaking, "today's clients don't send it") : .init(.compatible, .harmless),
                        old: report.old,
                        new: new.location ?? report.new
                    )
                )
            case (let old?, let new?):
                compare(
                    old, new,
                    Reporter(subject: "\(report.subject) \(new.label.text)", old: old.location, new: new.location))
            case (nil, nil): break
            }
        }
        if isReordered(first.arguments, second.arguments, by: \.label) {
            add(report("the arguments have another order", source: .init(.breaking, .otherArguments)))
        }
    }

    private mutating func compare(_ old: Argument, _ new: Argument, _ report: Reporter) {
        if old.label != new.label {
            add(report("the argument was \(old.label.text)", source: .init(.breaking, .renamed)))
        }
        if old.isRequired != new.isRequired {
            add(
                report(
                    new.isRequired ? "the argument is required now" : "the argument is optional now",
                    source: new.isRequired
                        ? .init(.breaking, .newRequiredArgument) : .init(.compatible, .addition),
                    wire: new.isRequired
                        ? .init(.breaking, "today's clients may leave it out") : .init(.compatible, .harmless)
                )
            )
        }
        compareTypes(report.subject, old.type, new.type, in: .request, old: report.old, new: report.new)
        compareLimits(old.limits, new.limits, in: .request, report)
        compare(old.place, new.place, isRequired: old.isRequired || new.isRequired, report)
        if old.documentedDefault != new.documentedDefault {
            add(
                report(
                    "the server's default changed",
                    wire: .init(.risky, "calls without the argument mean something else")))
        }
        if old.isDeprecated != new.isDeprecated {
            add(.deprecation(report.subject, new.isDeprecated, old: report.old, new: report.new))
        }
        if old.description != new.description || old.example != new.example { add(report(.documentation)) }
    }

    private mutating func compare(
        _ old: Argument.Place,
        _ new: Argument.Place,
        isRequired: Bool,
        _ report: Reporter
    ) {
        if old.parameter != new.parameter, let before = old.parameter, let after = new.parameter {
            let wire = Change.Effect(isRequired ? .breaking : .risky, "today's clients send it the old way")
            add(report("it was \(before) and is \(after)", wire: wire))
            return
        }
        switch (old, new) {
        case (.body(let first), .body(let second)), (.queryString(let first), .queryString(let second)):
            compareMediaTypes(first, second, isRequest: true, report)
        case (.bodyChoice(let first), .bodyChoice(let second)):
            for (old, new) in matched(first, second, by: \.name) {
                switch (old, new) {
                case (let old?, let new?):
                    guard let before = old.content, let after = new.content else { continue }
                    compareTypes(
                        report.subject, before.type, after.type, in: .request, old: report.old, new: report.new)
                    compareMediaTypes(before, after, isRequest: true, report)
                case (let old?, nil):
                    let wire = Change.Effect(.breaking, "today's clients may send it")
                    add(
                        report(
                            "the body can no longer be \(old.name.text)", source: .init(.breaking, .gone), wire: wire))
                case (nil, let new?):
                    add(report("the body can be \(new.name.text)", source: .init(.compatible, .addition)))
                case (nil, nil): break
                }
            }
        case (.body, .bodyChoice), (.bodyChoice, .body):
            add(report("the body has other forms", source: .init(.breaking, .gone)))
        default:
            if old.serialization != new.serialization {
                let wire = Change.Effect(.breaking, "servers don't read what today's clients send")
                add(report("the argument is serialized differently", wire: wire))
            }
        }
    }
}

extension Method {
    /// The arguments, each with what it is in the request, whatever its label.
    fileprivate var keyedArguments: [(key: [SpecText], argument: Argument)] { arguments.map { ($0.key(in: path), $0) } }
}

extension Argument {
    fileprivate func key(in path: PathTemplate) -> [SpecText] {
        switch place {
        // Servers don't see the names of path parameters.
        case .path(let name, _): ["path", path.names.firstIndex(of: name).map { SpecText(String($0)) } ?? name]
        case .query(let name, _): ["query", name]
        case .header(let name, _): ["header", name.lowercased()]
        case .cookie(let name, _): ["cookie", name]
        case .queryString: ["query"]
        case .body, .bodyChoice: ["body"]
        case .contentType: ["content type"]
        case .server: ["server"]
        }
    }
}

extension Argument.Place {
    /// The parameter that servers see; `nil` for one of the path, whose name they don't see, and for the rest.
    fileprivate var parameter: Diagnostic.Text? {
        switch self {
        case .query(let name, _): "the query parameter \(name)"
        case .header(let name, _): "the header \(name.lowercased())"
        case .cookie(let name, _): "the cookie \(name)"
        default: nil
        }
    }

    fileprivate var serialization: Argument.Serialization? {
        switch self {
        case .path(_, let serialization), .query(_, let serialization), .header(_, let serialization),
            .cookie(_, let serialization):
            serialization
        default: nil
        }
    }
}
