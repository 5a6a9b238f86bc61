import MartletOpenAPI
import MartletSource

/// The argument labels of one method.
struct ArgumentLabels {
    private var allocator: NameAllocator
    private var labels: [Key: Identifier] = [:]
    private var names: Set<SpecText> = []

    private struct Key: Hashable {
        let name: SpecText
        let place: Parameter.Place
    }

    /// - Parameter reserved: The labels of parameters that the templates add.
    init(reserved: [String]) { allocator = NameAllocator(reserved: Set(reserved + ["inout"])) }

    /// Adds parameters. If several of them want the same label, the first of these gets it: the parameter that has the
    /// label in the configuration, the path parameter, the parameter that is spelled like the label, the first
    /// parameter in alphabetical order. The order in the document doesn't matter.
    mutating func add(_ parameters: [Parameter], _ types: TypeLowering) {
        let chosen = types.chosen.parameters
        func order(_ parameter: Parameter) -> (Int, Int, Int, SpecText) {
            let isPlain = SpecText(Self.preferred(parameter).text) == parameter.name
            return (chosen[parameter.location] == nil ? 1 : 0, parameter.place.rank, isPlain ? 0 : 1, parameter.name)
        }
        var owners: [Identifier: Parameter] = [:]
        for parameter in parameters.sorted(by: { order($0) < order($1) }) {
            let wanted = chosen[parameter.location]
            let preferred = wanted ?? Self.preferred(parameter)
            let place = Identifier.type(Words(SpecText(parameter.place.rawValue))).text
            let isShared = !names.insert(parameter.name).inserted
            let label = take(preferred, orElse: isShared ? place : "Parameter")
            labels[Key(name: parameter.name, place: parameter.place)] = label
            types.chosen.check(.parameters, wanted: wanted, given: label)
            if label == preferred {
                owners[label] = parameter
            } else if let owner = owners[preferred] {
                let line = types.paths.pointer(to: parameter.location).map { path in
                    Diagnostic.Message.NameLine(kind: .parameters, path: path, name: label)
                }
                let clash = Diagnostic.Message.nameClash(parameter.name, label, "\(owner.name)", owner.location, line)
                types.diagnostics.report(.warning(clash, at: parameter.location))
            }
        }
    }

    private static func preferred(_ parameter: Parameter) -> Identifier { .member(Words(value: parameter.name)) }

    func label(of parameter: Parameter) -> Identifier {
        labels[Key(name: parameter.name, place: parameter.place)] ?? Self.preferred(parameter)
    }

    mutating func take(_ preferredName: Identifier, orElse suffix: String) -> Identifier {
        allocator.name(preferredName, orElse: preferredName.suffixed(suffix))
    }
}

extension Parameter.Place {
    /// The priority in the choice of labels: a parameter with a lower rank comes first.
    var rank: Int {
        switch self {
        case .path: 0
        case .query: 1
        case .header: 2
        case .cookie: 3
        case .querystring: 4
        }
    }
}
