import MartletSource

/// The texts of `martlet --help` and `martlet help COMMAND`.
enum Help {
    static let overview = """
        martlet reads an OpenAPI document and writes a Swift client.

        usage: martlet generate [--config FILE]... [--check | --dry-run] [--templates DIR]
               martlet generate SPEC --module NAME --output DIR [--client NAME] [--check | --dry-run] [--templates DIR]
               martlet lint SPEC...
               martlet diff OLD NEW [--config FILE] [--format text|markdown|json] [--fail-on breaking|risky|any]
               martlet explain NAME [SPEC | --config FILE]
               martlet overlay SPEC OVERLAY...
               martlet usage DIR... --config FILE
               martlet templates export DIR
               martlet templates diff DIR
               martlet templates context SPEC [--config FILE]
               martlet --help | --version | help COMMAND

        All commands take --diagnostics text|json. Exit status: 0 done; 1 the input has errors or the output is not up
        to date; 2 the command line or the configuration is wrong.

        """

    private static let commands = [
        "generate": """
        usage: martlet generate [--config FILE]... [OPTION]...
               martlet generate SPEC --module NAME --output DIR [--client NAME] [OPTION]...

        Writes the client of every martlet.yaml named, or found below the current folder that has an output; hidden
        folders and nested packages are not searched. Or, with a SPEC (- is standard input), of that document alone.

          --config FILE         a martlet.yaml; may be given several times
          --module NAME         the Swift module that the files belong to
          --client NAME         the client's type; default: the module's name without API, and Client
          --output DIR          the folder of the files; with one --config, in place of the one it names
          --check               write nothing; list missing, stale and surplus files, and show how the first stale ones
                                differ; exit 1 if there are any
          --dry-run             write nothing; list what would change
          --report              write nothing; print the lines and types that each tag needs, and the ten largest types
          --templates DIR       templates that take the place of built-in ones, file by file
          --fixed-names         a few files whose names don't depend on the document, as the build plugin needs them
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        """,
        "lint": """
        usage: martlet lint SPEC... [--diagnostics text|json]

        Says what is wrong with each document and which of its parts a client would lack; writes nothing.

        """,
        "diff": """
        usage: martlet diff OLD NEW [OPTION]...

        Says what a new document changes: for Swift code that uses the client (source), and for clients of the old document
        that talk to a server of the new one (wire), with the step of a semantic version that follows. A document is a file,
        - for standard input, or git:REV:path.

          --config FILE         a martlet.yaml, whose names and other settings apply to both
          --format FORMAT       text; markdown, for a pull request; or json
          --fail-on CLASS       exit with 1 if there is any change of the class breaking; risky, or worse; or any
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        """,
        "explain": """
        usage: martlet explain NAME [SPEC | --config FILE]

        Says where a Swift name comes from, such as Token.role or AccessTokensApi.getToken: its place in the document, its name
        there, its type, why it is optional, and the settings that change it. Or, of a JSON pointer such as
        #/components/schemas/Token, which Swift name it has. Without a SPEC, every martlet.yaml below the current folder counts.

          --config FILE         a martlet.yaml
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        """,
        "overlay": """
        usage: martlet overlay SPEC OVERLAY...

        Prints, as JSON, a document with overlays (OpenAPI Overlay 1.0 and 1.1) applied in their order, as the key overlays of
        the configuration does. An action whose target selects nothing is an error.

          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        """,
        "usage": """
        usage: martlet usage DIR... --config FILE

        Prints the setting include for what the Swift sources in the folders use of the client: the operations whose methods they
        name, and the schemas of types that they name besides. It takes too much rather than too little.

          --config FILE         the martlet.yaml of the client
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        """,
        "templates": """
        usage: martlet templates export DIR
               martlet templates diff DIR
               martlet templates context SPEC [--config FILE]

        export writes the built-in templates and their reference, README.md, as files; change some, delete the others,
        and use the folder with --templates. Files that are there already are kept.

        diff shows how each template of a folder differs from the built-in one, which version it was written for, and
        the keys in it that no template sees any more; with any such key it exits with 1.

        context prints, as JSON, what the templates see of a document: text of the document as {"text": …}.

          --config FILE         a martlet.yaml, whose names, secrets and other settings apply
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        """,
    ]

    /// The text for a command, or the overview.
    static func text(for command: String?) throws(UsageError) -> String {
        guard let command else { return overview }
        guard let text = commands[command] else { throw UsageError("unknown command \(quoted: command)") }
        return text
    }
}
