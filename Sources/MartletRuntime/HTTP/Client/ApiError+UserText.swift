public import Foundation

extension ApiError: LocalizedError, CustomNSError {
    /// A sentence in English for the users of an app, without technical terms. For developers, see ``message``.
    public var errorDescription: String? {
        switch kind {
        case .invalidRequest, .requestBody, .middleware: "The request could not be made."
        case .missingCredential, .credentialUnavailable: "Signing in is required."
        case .transport where delivery == .notSent: "The server could not be reached."
        case .transport: "The connection was lost."
        case .tls: "No secure connection to the server could be made."
        case .timeout: "The server did not answer in time."
        case .file: "The file could not be saved."
        case .status: Self.text(of: statusCode ?? 0)
        default: "The server sent an unexpected answer."
        }
    }

    private static func text(of statusCode: Int) -> String {
        switch statusCode {
        case 401: "Signing in is required."
        case 403: "Access was denied."
        case 404, 410: "This does not exist."
        case 409, 412: "This has been changed in the meantime."
        case 429: "There were too many requests. Try again later."
        case 500...: "The server has a problem. Try again later."
        default: "The server rejected the request."
        }
    }

    /// The domain of the error as an `NSError`: `MartletRuntime.ApiError`.
    public static var errorDomain: String { "MartletRuntime.ApiError" }

    /// The ``Kind/code`` of the error's category.
    public var errorCode: Int { kind.code }

    /// The texts for users and developers.
    public var errorUserInfo: [String: Any] {
        [NSLocalizedDescriptionKey: errorDescription ?? message, "NSDebugDescription": message]
    }
}
