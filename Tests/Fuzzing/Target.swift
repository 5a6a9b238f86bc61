#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the bytes are tried as: an executable has several targets, because building each alone takes minutes.
enum Target {
    /// The target that the environment variable `MARTLET_TARGET` names.
    static func chosen(from targets: [String: ([UInt8]) -> Void]) -> ([UInt8]) -> Void {
        guard let name = getenv("MARTLET_TARGET"), let target = targets[String(cString: name)] else {
            fatalError("MARTLET_TARGET must be one of \(targets.keys.sorted())")
        }
        return target
    }
}
