import Foundation
import MartletTestSupport
import Testing

extension MartletTests {
    @Test(
        "diff counts operations with errors as present, and requires a folder to be a generated client"
    )
    func diffOfErrors() throws {
        let old = """
            openapi: 3.1.0
            info: {title: T, version: "1"}
            paths:
              /a: {get: {operationId: a, responses: {"200": {description: d, content: {text/plain: {schema: {type: string}}}}}}}
              /b: {get: {operationId: b}}
            """
        try folder.write(old, to: "old.yaml")
        try folder.write(old.replacingOccurrences(of: "type: string", with: "type: strung"), to: "bad.yaml")
        let bad = try martlet("diff", "old.yaml", "bad.yaml")
        #expect(bad.output.contains("the operation is in the document, but left out"), "\(bad)")
        #expect(!bad.output.contains("is gone") && bad.output.contains("bad.yaml:4:"), "\(bad)")
        #expect(bad.errors.contains("strung") && bad.errors.contains("\"GET /a\" is left out"), "\(bad)")
        try folder.write("", to: "other/a.txt")
        let other = try martlet("diff", "other/", "old.yaml")
        #expect(other.errors.contains("the folder \"other/\" is not a generated client"), "\(other)")
        _ = try martlet("generate", "bad.yaml", "--module", "SmallAPI", "--output", "made")
        let made = try martlet("diff", "old.yaml", "made")
        #expect(made.output.contains("old.yaml:4:") && !made.output.contains(".martlet.summary"), "\(made)")
    }
}
