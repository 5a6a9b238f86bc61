import Foundation

// Calls every operation of the checked-in clients, several times, against the server whose URL is the argument.
guard CommandLine.arguments.count == 2, let base = URL(string: CommandLine.arguments[1]) else {
    print("usage: MartletJudged URL")
    exit(2)
}
var failures = 0
for _ in 0..<5 {
    for (path, makeCalls) in [
        ("launchdarkly", callLaunchDarkly), ("petstore", callPetstore), ("operations", callOperations),
    ] {
        let calls = Calls(server: base.appendingPathComponent(path))
        await makeCalls(calls)
        failures += calls.failures
    }
}
exit(failures == 0 ? 0 : 1)
