import MartletModel
import MartletSource

extension ClientComparison {
    mutating func compareDeclarations() {
        for (first, second) in matched(old.declarations, new.declarations, by: \.name) { compare(first, second) }
        if isReordered(old.declarations, new.declarations, by: \.name) {
            add(Change(new.name.text, "the types are listed in another order"))
        }
    }

    private mutating func compare(_ first: Declaration?, _ second: Declaration?) {
        switch (first, second) {
        case (let first?, nil):
            add(Change(first.name.dotted, "the type is gone", source: .init(.breaking, .gone), old: first.location))
        case (nil, let second?):
            let source = Change.Effect(.compatible, .addition)
            add(Change(second.name.dotted, "there is a new type", source: source, new: second.location))
        case (let first?, let second?):
            compare(first, second)
            for (old, new) in matched(first.nested, second.nested, by: \.name) { compare(old, new) }
        case (nil, nil): break
        }
    }

    private mutating func compare(_ first: Declaration, _ second: Declaration) {
        let name = second.name
        let report = Reporter(subject: name.dotted, old: first.location, new: second.location)
        let direction = types.direction(of: name)
        switch (first.kind, second.kind) {
        case (.structure(let old), .structure(let new)): compare(old, new, name, report)
        case (.enumeration(let old), .enumeration(let new)): compare(old, new, direction, report)
        case (.union(let old), .union(let new)):
            compare(old, new, direction, report)
            if isReordered(old.cases, new.cases, by: \.name) {
                let source = Change.Effect(.risky, "a value that fits several is read as the first of them")
                let isAmbiguous = old.isAmbiguous || new.isAmbiguous
                add(report("the alternatives have another order", source: isAmbiguous ? source : nil))
            }
        case (.overlap(let old), .overlap(let new)):
            compare(old, new, direction, report)
            if isReordered(old.cases, new.cases, by: \.name) {
                add(report("the alternatives have another order", source: .init(.breaking, .otherArguments)))
            }
        case (.tuple(let old), .tuple(let new)): compare(old, new, direction, report)
        case (.alias(let old), .alias(let new)), (.wrapper(let old), .wrapper(let new)):
            compareTypes(report.subject, old, new, in: direction, old: report.old, new: report.new)
        default:
            add(
                report(
                    "it was \(first.kind.noun) and is \(second.kind.noun)",
                    source: .init(.breaking, .gone),
                    wire: wire(.named(first.name), .named(second.name), in: direction)
                )
            )
        }
        compareLimits(first.limits, second.limits, in: direction, report)
        if first.isDeprecated != second.isDeprecated {
            add(.deprecation(report.subject, second.isDeprecated, old: report.old, new: report.new))
        }
        if first.description != second.description || first.example != second.example { add(report(.documentation)) }
    }

    private mutating func compare(
        _ old: Enumeration,
        _ new: Enumeration,
        _ direction: MessageDirection,
        _ report: Reporter
    ) {
        if old.rawValue != new.rawValue || old.isLarge != new.isLarge {
            let wire = Change.Effect(.breaking, "its values have another type")
            add(
                report(
                    "its values are of another kind", source: .init(.breaking, .gone),
                    wire: old.rawValue == new.rawValue ? nil : wire))
        }
        compareValues(old.cases, new.cases, isLarge: new.isLarge, direction, report)
    }

    private mutating func compareValues(
        _ old: [Enumeration.Case],
        _ new: [Enumeration.Case],
        isLarge: Bool,
        _ direction: MessageDirection,
        _ report: Reporter
    ) {
        for (first, second) in matched(old, new, by: \.value) {
            let subject = "\(report.subject).\((second ?? first)?.name.text ?? "")"
            let report = Reporter(
                subject: subject,
                old: first?.location ?? report.old,
                new: second?.location ?? report.new
            )
            switch (first, second) {
            case (_?, nil):
                add(
                    report(
                        "the value is gone",
                        source: .init(.breaking, .gone),
                        wire: direction.contains(.request)
                            ? .init(.breaking, "servers may refuse the value that today's clients send")
                            : .init(.compatible, "servers no longer send it")
                    )
                )
            case (nil, _?):
                add(
                    report(
                        "there is a new value",
                        source: isLarge
                            ? .init(.compatible, .addition)
                            : .init(.risky, "a switch without default does not compile"),
                        wire: .init(.compatible, "today's clients read it as unrecognized")
                    )
                )
            case (let first?, let second?):
                if first.name != second.name {
                    add(report("the case was \(first.name.text)", source: .init(.breaking, .renamed)))
                }
                if first.description != second.description { add(report(.documentation)) }
            case (nil, nil): break
            }
        }
        if isReordered(old, new, by: \.value) {
            add(report("the values have another order", source: .init(.compatible, "knownCases lists them in it")))
        }
    }

    private mutating func compare(_ old: Union, _ new: Union, _ direction: MessageDirection, _ report: Reporter) {
        if old.discriminator != new.discriminator {
            let wire = Change.Effect(.breaking, "the alternatives are distinguished differently")
            add(report("the discriminator changed", wire: wire))
        }
        compareValues(old.values, new.values, isLarge: false, direction, report)
        for (first, second) in matched(old.cases, new.cases, by: \.name) {
            let report = Reporter(
                subject: "\(report.subject).\((second ?? first)?.name.text ?? "")",
                old: report.old,
                new: report.new
            )
            switch (first, second) {
            case (_?, nil):
                let wire = Change.Effect(.breaking, "servers may refuse the value that today's clients send")
                add(
                    report(
                        "the alternative is gone",
                        source: .init(.breaking, .gone),
                        wire: direction.contains(.request) ? wire : .init(.compatible, "servers no longer send it")
                    )
                )
            case (nil, _?):
                add(
                    report(
                        "there is a new alternative",
                        source: .init(.risky, "a switch without default does not compile"),
                        wire: direction.contains(.response)
                            ? .init(.risky, "today's clients read it as unrecognized, or as another alternative")
                            : .init(.compatible, .harmless)
                    )
                )
            case (let first?, let second?):
                compareTypes(report.subject, first.type, second.type, in: direction, old: report.old, new: report.new)
                if first.tags != second.tags {
                    let wire = Change.Effect(.breaking, "another value selects the alternative")
                    add(report("the values of the discriminator changed", wire: wire))
                }
                if first.description != second.description { add(report(.documentation)) }
            case (nil, nil): break
            }
        }
        if old.cases.map(\.name) == new.cases.map(\.name), old.tests != new.tests {
            add(report("the alternatives are distinguished differently", wire: .init(.risky, .otherResult)))
        }
    }

    private mutating func compare(_ old: Tuple, _ new: Tuple, _ direction: MessageDirection, _ report: Reporter) {
        for (first, second) in matched(old.elements, new.elements, by: \.name) {
            let subject = "\(report.subject).\((second ?? first)?.name.text ?? "")"
            guard let first, let second else {
                add(
                    Change(
                        subject,
                        first == nil ? "there is a new element" : "the element is gone",
                        source: .init(.breaking, first == nil ? .newRequiredArgument : .gone),
                        wire: .init(.breaking, "today's clients use the old elements"),
                        old: report.old,
                        new: report.new
                    )
                )
                continue
            }
            compareTypes(subject, first.type, second.type, in: direction, old: report.old, new: report.new)
            if first.isRequired != second.isRequired {
                add(
                    report(
                        "an element is \(second.isRequired ? "required" : "optional") now",
                        source: .init(.breaking, .gone)))
            }
            if first.description != second.description { add(report(.documentation)) }
        }
        if old.rest != new.rest {
            add(
                report(
                    "the further elements changed", source: .init(.breaking, .gone), wire: .init(.risky, .otherResult)))
        }
    }
}

extension Declaration.Kind {
    fileprivate var noun: String {
        switch self {
        case .structure: "a struct"
        case .enumeration: "an enum"
        case .union: "one of several types"
        case .overlap: "one or more of several types"
        case .tuple: "a tuple"
        case .alias: "an alias"
        case .wrapper: "a wrapper"
        }
    }
}
