import MartletModel
import MartletSource

extension ClientComparison {
    mutating func compare(_ old: Structure, _ new: Structure, _ name: TypeName, _ report: Reporter) {
        let direction = types.direction(of: name)
        for (first, second) in paired(old.properties, new.properties, by: \.wireName, else: \.name) {
            let report = Reporter(
                subject: "\(report.subject).\((second ?? first)?.name.text ?? "")",
                old: first?.location ?? report.old,
                new: second?.location ?? report.new
            )
            switch (first, second) {
            case (let first?, nil): removed(first, direction.intersection(first.direction.messages), report)
            case (nil, let second?): added(second, direction, report)
            case (let first?, let second?):
                let messages = first.direction.messages.union(second.direction.messages)
                compare(first, second, direction.intersection(messages), report)
            case (nil, nil): break
            }
        }
        if isReordered(old.properties, new.properties, by: \.name) {
            add(report("the properties have another order", source: .init(.breaking, .otherArguments)))
        }
        compareParts(old, new, direction, report)
    }

    private mutating func removed(_ property: Property, _ direction: MessageDirection, _ report: Reporter) {
        let wire: Change.Effect? =
            if direction.contains(.response), !property.presence.isOptional {
                .init(.breaking, "today's clients refuse an answer without it")
            } else if direction.contains(.response) {
                .init(.risky, .goneValue)
            } else {
                .init(.risky, "today's clients still send it")
            }
        add(report("the property is gone", source: .init(.breaking, .gone), wire: wire))
    }

    private mutating func added(_ property: Property, _ direction: MessageDirection, _ report: Reporter) {
        let hasDefault = property.isNilByDefault || property.initialValue != nil
        let isRequired = !property.presence.isOptional
        let source: Change.Effect =
            if hasDefault {
                .init(.compatible, .addition)
            } else if direction.contains(.request) {
                .init(.breaking, "the initializer has a new required argument")
            } else {
                .init(.risky, "code that makes values, such as tests, has to pass it to the initializer")
            }
        let wire: Change.Effect =
            isRequired && direction.contains(.request)
            ? .init(.breaking, "today's clients don't send it") : .init(.compatible, .harmless)
        add(
            report(
                isRequired ? "there is a new required property" : "there is a new property", source: source, wire: wire)
        )
    }

    private mutating func compare(
        _ old: Property,
        _ new: Property,
        _ direction: MessageDirection,
        _ report: Reporter
    ) {
        if old.wireName != new.wireName {
            let isNeeded = !old.presence.isOptional || !new.presence.isOptional && direction.contains(.request)
            let wire = Change.Effect(isNeeded ? .breaking : .risky, "today's clients use the old key")
            add(report("its key was \(old.wireName) and is \(new.wireName)", wire: wire))
        }
        if old.name != new.name {
            add(report("the property was \(old.name.text)", source: .init(.breaking, .renamed)))
        }
        comparePresence(old.presence, new.presence, direction, report)
        compareTypes(report.subject, old.type, new.type, in: direction, old: report.old, new: report.new)
        compareLimits(old.limits, new.limits, in: direction, report)
        if old.isSecret != new.isSecret {
            add(
                report(
                    new.isSecret ? "its value is hidden in descriptions" : "its value is shown in descriptions",
                    source: new.isSecret ? .init(.compatible, .addition) : .init(.risky, "the value may get into logs")
                )
            )
        }
        if old.direction != new.direction {
            add(report("it \(new.direction.verb)", wire: .init(.risky, "it \(old.direction.verb) so far")))
        }
        if old.defaultValue != new.defaultValue || old.isConstant != new.isConstant {
            let wire: Change.Effect =
                if !old.isConstant, !new.isConstant {
                    .init(.risky, "values that are left out mean something else")
                } else if new.isConstant, direction.contains(.request) {
                    .init(.breaking, "today's clients may send another value")
                } else if old.isConstant, direction.contains(.response) {
                    // Only unions check constants, to find the type of a value; any other value is unrecognized there.
                    .init(.risky, "today's clients may rely on the old value")
                } else {
                    .init(.compatible, .harmless)
                }
            add(
                report(
                    old.isConstant || new.isConstant ? "the constant changed" : "the default changed",
                    source: old.initialValue == new.initialValue
                        ? nil : .init(.risky, "the initializer's default changed"),
                    wire: wire
                )
            )
        }
        if old.isDeprecated != new.isDeprecated {
            add(.deprecation(report.subject, new.isDeprecated, old: report.old, new: report.new))
        }
        let isOtherFormat = old.format != new.format && old.type == new.type && old.isSecret == new.isSecret
        if old.description != new.description || old.example != new.example || isOtherFormat {
            add(report(.documentation))
        }
    }

    private mutating func comparePresence(
        _ old: Property.Presence,
        _ new: Property.Presence,
        _ direction: MessageDirection,
        _ report: Reporter
    ) {
        guard old != new else { return }
        let tellsNull = (old: old == .optionalNullable, new: new == .optionalNullable)
        let isSameType = old.isOptional && new.isOptional && tellsNull.old == tellsNull.new
        if old.isOptional != new.isOptional {
            let wire: Change.Effect =
                if new.isOptional {
                    direction.contains(.response)
                        ? .init(.breaking, "today's clients refuse an answer without it")
                        : .init(.compatible, .harmless)
                } else {
                    direction.contains(.request)
                        ? .init(.breaking, "today's clients may leave it out") : .init(.compatible, .harmless)
                }
            add(
                report(
                    new.isOptional ? "the property is optional now" : "the property is required now",
                    source: .init(.breaking, "its type is \(new.isOptional ? "optional" : "no longer optional")"),
                    wire: wire
                )
            )
        }
        if old.isNullable != new.isNullable {
            let wire: Change.Effect =
                if new.isNullable {
                    // An optional property is nil for null.
                    direction.contains(.response) && !old.isOptional
                        ? .init(.breaking, "today's clients refuse an answer with null")
                        : .init(.compatible, .harmless)
                } else {
                    direction.contains(.request)
                        ? .init(.breaking, "servers may refuse the null that today's clients send")
                        : .init(.compatible, "servers no longer send null")
                }
            add(
                report(
                    new.isNullable ? "the property can be null now" : "the property can no longer be null",
                    source: isSameType ? nil : .init(.breaking, "its type has changed"),
                    wire: wire
                )
            )
        } else if old.isOptional == new.isOptional {
            add(
                report(
                    tellsNull.new ? "requests have it now: null and absence differ" : "only responses have it now",
                    source: .init(.breaking, "its type has changed")
                )
            )
        }
    }

    private mutating func compareParts(
        _ old: Structure,
        _ new: Structure,
        _ direction: MessageDirection,
        _ report: Reporter
    ) {
        switch (old.additionalProperties, new.additionalProperties) {
        case (nil, nil): break
        case (nil, _?): add(report("it has further properties of any name", source: .init(.compatible, .addition)))
        case (_?, nil):
            add(
                report(
                    "it no longer has further properties",
                    source: .init(.breaking, .gone),
                    wire: .init(.risky, "servers may refuse what today's clients send")
                )
            )
        case (let first?, let second?):
            let subject = "\(report.subject).\(second.name.text)"
            compareTypes(subject, first.value, second.value, in: direction, old: report.old, new: report.new)
        }
        for (first, second) in matched(old.flattenedUnions, new.flattenedUnions, by: \.name) {
            if let first, let second {
                let subject = "\(report.subject).\(second.name.text)"
                compareTypes(subject, first.type, second.type, in: direction, old: report.old, new: report.new)
            } else {
                add(
                    report(
                        first == nil ? "it has alternatives now" : "it no longer has alternatives",
                        source: .init(.breaking, first == nil ? .newRequiredArgument : .gone),
                        wire: .init(.risky, .otherResult)
                    )
                )
            }
        }
    }
}

extension Property.Direction {
    fileprivate var messages: MessageDirection {
        switch self {
        case .both: .both
        case .readOnly: .response
        case .writeOnly: .request
        }
    }

    fileprivate var verb: String {
        switch self {
        case .both: "is in requests and responses"
        case .readOnly: "is only in responses"
        case .writeOnly: "is only in requests"
        }
    }
}
