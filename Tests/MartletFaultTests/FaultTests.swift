import Testing

/// Failures of the network, the server or the caller: the cases R1 to R72.
///
/// Serialized, because some measure time, and some use all processors.
@Suite("Faults", .serialized)
enum FaultTests {}
