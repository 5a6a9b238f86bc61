import MartletTestSupport
import Testing

/// Several configurations in one run.
extension MartletTests {
    @Test("two clients with one output folder are an error that names both, and nothing is written")
    func sharedOutput() throws {
        try folder.write("spec: ../api.yaml\nroot: ..\nmodule: AAPI\noutput: ../out\n", to: "a/martlet.yaml")
        let second = "spec: ../api.yaml\nroot: ..\nmodule: BAPI\nnamespace: B\noutput: "
        for output in ["../out", "./../a/../out/", folder.path("out")] {
            try folder.write("\(second)\(output)\n", to: "b/martlet.yaml")
            let run = try martlet("generate")
            let message = #"error: "a/martlet.yaml" and "b/martlet.yaml" have the same output folder"#
            #expect(run.status == 2 && run.errors.hasPrefix("b/martlet.yaml:5:9: \(message)"), "\(run)")
            #expect(run.output.isEmpty && files.isEmpty)
        }
        try folder.write("\(second)../out/b\n", to: "b/martlet.yaml")
        let run = try martlet("generate")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
        #expect(try martlet("generate", "--check").status == 0)
    }

    @Test("two clients of one module get a warning unless they have namespaces")
    func sharedModule() throws {
        let text = "spec: ../api.yaml\nroot: ..\nmodule: KitesAPI\n"
        try folder.write("\(text)output: ../out/a\n", to: "a/martlet.yaml")
        try folder.write("\(text)output: ../out/b\n", to: "b/martlet.yaml")
        let run = try martlet("generate")
        let message = #"warning: "a/martlet.yaml" and "b/martlet.yaml" make clients of one module, KitesAPI"#
        #expect(run.status == 0 && run.errors.hasPrefix("b/martlet.yaml:3:9: \(message)"), "\(run)")
        try folder.write("\(text)output: ../out/b\nnamespace: B\n", to: "b/martlet.yaml")
        #expect(try martlet("generate").errors.isEmpty)
    }
}
