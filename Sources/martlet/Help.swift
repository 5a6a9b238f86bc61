import MartletSource

/// The texts of `martlet --help` and `martlet help COMMAND`.
enum Help {
    /// The text for a command, or the overview.
    static func text(for command: String?) throws(UsageError) -> String {
        guard let command, command != "help" else { return overview }
        return try Command.named(command).help
    }

    static let overview = """
        martlet generates Swift clients from OpenAPI documents.

        usage: martlet generate [--config FILE]... [OPTION]...
               martlet generate SPEC --module NAME --output DIR [--client NAME] [OPTION]...
               martlet init SPEC
               martlet lint SPEC...
               martlet diff OLD NEW [--config FILE] [--format text|markdown|json] [--fail-on breaking|risky|any]
               martlet explain NAME [SPEC | --config FILE]
               martlet names OLD SPEC | --config FILE
               martlet overlay SPEC OVERLAY...
               martlet usage DIR... --config FILE
               martlet templates export DIR
               martlet templates diff DIR
               martlet templates context SPEC [--config FILE]
               martlet schema
               martlet completions bash|zsh|fish
               martlet --help | --version | help COMMAND

        New here? Begin with `martlet init SPEC`. All commands take --diagnostics text|json. Exit status: 0 done; 1 the
        input has errors or the output is not up to date; 2 the command line or the configuration is wrong.

        """

    static let generate = """
        usage: martlet generate [--config FILE]... [OPTION]...
               martlet generate SPEC --module NAME --output DIR [--client NAME] [OPTION]...

        Generates the client of every martlet.yaml that is named, or found below the current folder and has an output;
        hidden folders and nested packages are not searched. With a SPEC (- is standard input), generates the client
        of that document alone.

          --config FILE         a martlet.yaml; may be given several times
          --module NAME         the Swift module that the files belong to
          --client NAME         the client's type; default: the module's name without API, and Client
          --output DIR          the folder of the files; with one --config, in place of the one it names
          --check               write nothing; list missing, stale and surplus files, and show how the first stale ones
                                differ; exit 1 if there are any
          --dry-run             write nothing; list what would change
          --verbose             list every file that is created, updated or removed
          --watch               generate again whenever a file changes that was read, until control-C ends it
          --report [html]       write nothing; print the lines and types that each tag needs, and the ten largest types;
                                html: as one page with a treemap
          --templates DIR       templates that take the place of built-in ones, file by file
          --strict              an error anywhere in the document is one: nothing is left out with a warning instead
          --fixed-names         a few files whose names don't depend on the document, as the build plugin needs them;
                                --module is then the module of a configuration without one, and --shards NUMBER is the
                                number of files with models
          --plan                write nothing; print what the build plugin has to know of a --config
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet generate                                all clients below the current folder
          martlet generate --report html >size.html       what makes the client large
          martlet generate --check                        in CI: fails if a client is not up to date
          martlet generate openapi.yaml --module BookshopAPI --output Sources/BookshopAPI
          curl https://api.example/openapi.json | martlet generate - --module ShopAPI --output Sources/ShopAPI

        """

    static let initialize = """
        usage: martlet init SPEC

        Writes a martlet.yaml beside the document, unless there is one; prints what the document contains, and the lines
        for Package.swift. A document in Sources/TARGET gets a client that is generated while the target builds, any
        other one a client that is checked in.

          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet init Sources/MyApp/openapi.yaml         for the build plugin
          martlet init Specs/bookshop/openapi.yaml        for a checked-in client

        """

    static let lint = """
        usage: martlet lint SPEC... [--config FILE] [--strict]

        Reports the errors of each document, the parts of it that a client would lack, and the examples that don't fit
        their schemas; writes nothing. Without a SPEC, the document of the configuration counts.

          --config FILE         a martlet.yaml, whose rules and other settings apply
          --strict              fail on warnings too
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet lint openapi.yaml --strict
          martlet lint --diagnostics json Specs/*/openapi.yaml

        """

    static let diff = """
        usage: martlet diff OLD NEW [OPTION]...

        Says what a new document changes: for Swift code that uses the client (source), and for clients of the old document
        that talk to a server of the new one (wire), with the step of a semantic version that follows. A document is a file,
        - for standard input, git:REV:path, or, for OLD, the folder of a generated client, which has a summary of its
        document.

          --config FILE         a martlet.yaml, whose names and other settings apply to both
          --format FORMAT       text; markdown, for a pull request; or json
          --fail-on CLASS       exit with 1 if there is any change of the class breaking; risky, or worse; or any
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet diff git:main:openapi.yaml openapi.yaml --fail-on breaking
          martlet diff old.yaml new.yaml --format markdown
          martlet diff Generated/BookshopAPI new.yaml --config martlet.yaml

        """

    static let explain = """
        usage: martlet explain NAME [SPEC | --config FILE]

        Says where a Swift name comes from, such as Token.role or AccessTokensApi.getToken: its place in the document, its name
        there, its type, why it is optional, and the settings that change it. Or, of a JSON pointer such as
        #/components/schemas/Token, which Swift name it has. Without a SPEC, every martlet.yaml below the current folder counts.

          --config FILE         a martlet.yaml
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet explain Token.role
          martlet explain '#/components/schemas/Token' openapi.yaml

        """

    static let names = """
        usage: martlet names OLD SPEC
               martlet names OLD --config FILE

        Prints what the names of an earlier client became: a line for each type, method, property and case that has another
        name now. OLD is a folder that an earlier run wrote. With `renamed: OLD` in martlet.yaml, the old names stay as
        deprecated ones, and the compiler offers to replace them.

          --config FILE         the martlet.yaml of the present client
          --diagnostics STYLE   text or json

        example:
          martlet names Old/BookshopAPI --config Specs/bookshop/martlet.yaml

        """

    static let overlay = """
        usage: martlet overlay SPEC OVERLAY...

        Prints, as JSON, a document with overlays (OpenAPI Overlay 1.0 and 1.1) applied in their order, as the key overlays of
        the configuration does. An action whose target selects nothing is an error.

          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet overlay openapi.yaml mend.yaml >mended.json

        """

    static let usage = """
        usage: martlet usage DIR... --config FILE

        Prints the setting include for what the Swift sources in the folders use of the client: the operations whose methods they
        name, and the schemas of types that they name besides. It takes too much rather than too little.

          --config FILE         the martlet.yaml of the client
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet usage Sources/MyApp --config Specs/bookshop/martlet.yaml

        """

    static let templates = """
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

        examples:
          martlet templates export Templates
          martlet generate --templates Templates
          martlet templates context openapi.yaml --config martlet.yaml | jq .models

        """

    static let schema = """
        usage: martlet schema

        Prints a JSON Schema for martlet.yaml, with which editors complete and check the file.

        example:
          martlet schema > martlet.schema.json

          and on the first line of martlet.yaml:
          # yaml-language-server: $schema=martlet.schema.json

        """

    static let completions = """
        usage: martlet completions bash|zsh|fish

        Prints a script with which the shell completes command lines of martlet.

        examples:
          source <(martlet completions bash)              in ~/.bashrc
          source <(martlet completions zsh)               in ~/.zshrc
          martlet completions fish > ~/.config/fish/completions/martlet.fish

        """
}
