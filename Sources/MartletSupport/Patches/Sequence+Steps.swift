import Foundation
public import MartletRuntime

extension Sequence {
    /// Converts the operations to another type, such as the one that the document defines for JSON Patch operations.
    /// - Throws: ``ApiError`` of kind `invalidRequest` if the type cannot represent an operation.
    public func rawSteps<Root, Step: Decodable>() throws -> [Step] where Element == JSONPatch.Step<Root> {
        do {
            return try JSONDocument.decode([Step].self, from: JSONText.encode(Array(self)))
        } catch {
            throw ApiError(.invalidRequest, "an operation of the patch cannot be encoded as JSON", underlying: error)
        }
    }
}
