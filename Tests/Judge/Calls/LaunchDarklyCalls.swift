import Foundation
import LaunchDarklyAPI

func callLaunchDarkly(_ calls: Calls) async {
    let api = LaunchDarklyClient(apiKey: "api-key", server: .custom(calls.server)) { $0.retry = .never }.accessTokens
    await calls.call("getTokens") { _ = try await api.getTokens(showAll: true, limit: 20, offset: 0) }
    await calls.call("getTokens") { _ = try await api.getTokens() }
    await calls.call("getToken") { _ = try await api.getToken(id: oddText) }
    await calls.call("postToken") {
        _ = try await api.postToken(accessTokenPost: AccessTokenPost(name: oddText, role: .reader))
    }
    await calls.call("postToken") {
        let statement = StatementPost(resources: ["proj/*"], actions: ["*"], effect: .allow)
        _ = try await api.postToken(
            accessTokenPost: AccessTokenPost(
                description: "everything",
                customRoleIds: oddTexts,
                inlineRole: [statement],
                serviceToken: true,
                defaultApiVersion: 20_240_415
            )
        )
    }
    await calls.call("patchToken") {
        let steps: [JSONPatch.Step<Token>] = [.test(\.name, "old"), .replace(\.name, oddText), .remove(\.description)]
        _ = try await api.patchToken(id: "t", patch: steps)
    }
    await calls.call("resetToken") { _ = try await api.resetToken(id: "t", expiry: 1_760_000_000_000) }
    await calls.call("resetToken") { _ = try await api.resetToken(id: "t") }
    await calls.call("deleteToken") { try await api.deleteToken(id: "t") }
}
