import Testing

/// What happens when the network, the server or the caller does not keep its promises: the cases R1 to R72.
///
/// One after the other: some measure time, and some keep all processors busy.
@Suite("Faults", .serialized)
enum FaultTests {}
