import Foundation
import MartletTestSupport
import Testing

extension MartletTests {
    @Test("models are shared by the path of a configuration, which --check, explain, diff and the build plugin follow")
    func sharedModels() throws {
        try folder.write("spec: ../api.yaml\nroot: ..\nmodule: KitesAPI\noutput: ../out/a\n", to: "a/martlet.yaml")
        let settings = "spec: ../b.yaml\nroot: ..\nmodule: ToysAPI\noutput: ../out/b\nshared: "
        try folder.write("\(settings){from: ../a/martlet.yaml, schemas: [Kite]}\n", to: "b/martlet.yaml")
        try folder.write(
            Self.document.replacing("A kite.", with: "A toy.").replacing("title: T", with: "title: U"), to: "b.yaml")
        let run = try martlet("generate")
        #expect(run.status == 0 && run.errors.isEmpty, "\(run)")
        #expect(folder.text(of: "out/b/ToysClient.swift")?.contains("typealias Kite = KitesAPI.Kite\n") == true)
        #expect(!files.contains("b/Models/Kite.swift") && files.contains("a/Models/Kite.swift"))
        #expect(try martlet("generate", "--check").status == 0)
        let explained = try martlet("explain", "Kite.tail", "--config", "b/martlet.yaml")
        let owner = "  shared: declared in KitesAPI, whose configuration has the settings for it\n"
        #expect(explained.output.hasPrefix("b.yaml:4:79: Kite.tail\n\(owner)"), "\(explained)")
        let type = try martlet("explain", "Kite", "--config", "b/martlet.yaml")
        #expect(type.output.contains(owner), "\(type)")
        let plan = try martlet("generate", "--plan", "--config", "b/martlet.yaml").output
        #expect(plan.contains("\nfile a/martlet.yaml\nfile api.yaml\n"), "\(plan)")
        try folder.write(Self.document.replacing("tail", with: "tale"), to: "new.yaml")
        let diff = try martlet("diff", "b.yaml", "new.yaml", "--config", "b/martlet.yaml")
        #expect(diff.status == 0 && diff.output.contains("breaking: Kite.tail: the property is gone\n"), "\(diff)")
        let folded = try martlet("diff", "out/b", "new.yaml")
        #expect(folded.output.contains("breaking: Kite.tail: the property is gone\n"), "\(folded)")
        try folder.write(Self.document.replacing("tail", with: "tale"), to: "api.yaml")
        let stale = try martlet("generate", "--check", "--config", "b/martlet.yaml")
        #expect(stale.status == 2 && stale.errors.contains("b.yaml:4:79: error: Kite.tail isn't the same"), "\(stale)")
        #expect(stale.errors.contains("api.yaml:4:80: note: what KitesAPI has"), "\(stale)")
        #expect(try martlet("lint", "--config", "b/martlet.yaml").errors == stale.errors)
        for (shared, message) in [
            ("from: ../c/martlet.yaml", "5:9: error: there is no file \"c/martlet.yaml\" [configuration]"),
            ("from: ../a", "5:9: error: \"a\" is a folder, not a file [configuration]"),
            ("form: ../a", "5:10: error: \"form\" is not a key of shared; did you mean `from`? [configuration]"),
        ] {
            try folder.write("\(settings){\(shared), schemas: [Kite]}\n", to: "b/martlet.yaml")
            let outcome = try martlet("generate", "--config", "b/martlet.yaml")
            #expect(outcome.status == 2 && outcome.errors == "b/martlet.yaml:\(message)\n", "\(outcome)")
        }
    }
}
