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
               martlet usage DIR... [--config FILE]
               martlet templates export DIR
               martlet templates diff DIR
               martlet templates context SPEC [--config FILE]
               martlet schema
               martlet completions bash|zsh|fish
               martlet --help | --version | help COMMAND

        To begin, run `martlet init SPEC`. All commands accept --diagnostics text|json. Exit status: 0 done; 1 the input has
        errors or the output is not up to date; 2 the command line or the configuration is wrong.

        """

    static let generate = """
        usage: martlet generate [--config FILE]... [OPTION]...
               martlet generate SPEC --module NAME --output DIR [--client NAME] [OPTION]...

        Generates the clients of the named configuration files. Without --config, uses every martlet.yaml below the
        current folder that has an output; hidden folders and nested packages are not searched. With a SPEC (- for
        standard input), generates the client of that document without a configuration file.

          --config FILE         a martlet.yaml; may be given several times
          --module NAME         the Swift module that the files belong to
          --client NAME         the client's type; default: the module's name without API, followed by Client
          --output DIR          the folder of the files; with one --config, replaces its output
          --check               write nothing; list missing, stale and surplus files, and show the differences of the
                                first stale ones; exit 1 if there are any
          --dry-run             write nothing; list what would change
          --verbose             list every file that is created, updated or removed
          --watch               generate again whenever an input file changes, until you press Control-C
          --report [html]       write nothing; print the lines and types of each tag, and the ten largest types;
                                html: as one page with a treemap
          --templates DIR       a folder of templates that replace built-in ones of the same name
          --strict              fail on any error in the document, instead of leaving the part out with a warning
          --fixed-names         for the build plugin: write a few files whose names don't depend on the document;
                                --module is then the default module, and --shards NUMBER the number of files with models
          --plan                for the build plugin: write nothing; print the inputs of a --config
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet generate                                all clients below the current folder
          martlet generate --report html >size.html       the sizes of the client's parts
          martlet generate --check                        in CI: fails if a client is not up to date
          martlet generate openapi.yaml --module BookshopAPI --output Sources/BookshopAPI
          curl https://api.example/openapi.json | martlet generate - --module ShopAPI --output Sources/ShopAPI

        """

    static let initialize = """
        usage: martlet init SPEC

        Writes a martlet.yaml beside the document, unless it exists, and prints what the document contains and the lines
        to add to Package.swift. For a document in Sources/TARGET below a Package.swift, the build plugin generates the client
        while the target builds. For any other document, the client is checked in.

          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet init Sources/MyApp/openapi.yaml         for the build plugin
          martlet init Specs/bookshop/openapi.yaml        for a checked-in client

        """

    static let lint = """
        usage: martlet lint SPEC... [--config FILE] [--strict]

        Reports the errors of each document, the parts that a client would not contain, and the examples that don't match
        their schemas. Without a SPEC, checks the document of the configuration.

          --config FILE         a martlet.yaml, whose rules and other settings apply
          --strict              fail on warnings too
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet lint openapi.yaml --strict
          martlet lint --diagnostics json Specs/*/openapi.yaml

        """

    static let diff = """
        usage: martlet diff OLD NEW [OPTION]...

        Lists the changes between two versions of a document and their effects: on Swift code that uses the client (source),
        and on clients of the old version that call a server of the new one (wire). Ends with the part of a semantic version
        that has to change. A document is a file, - for standard input, git:REV:path with a path in the current folder, or the
        folder of a generated client.

          --config FILE         a martlet.yaml, whose names and other settings apply to both
          --format FORMAT       text; markdown, for a pull request; or json
          --fail-on CLASS       exit with 1 if there is a change of this class or a worse one: breaking, risky or any
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet diff git:main:openapi.yaml openapi.yaml --fail-on breaking
          martlet diff old.yaml new.yaml --format markdown
          martlet diff Generated/BookshopAPI new.yaml --config martlet.yaml

        """

    static let explain = """
        usage: martlet explain NAME [SPEC | --config FILE]

        Explains a Swift name such as Token.role or AccessTokensApi.getToken: its place and its name in the document, its type,
        why it is optional, and the settings that change it. For a JSON pointer such as #/components/schemas/Token, prints the
        Swift name. Without a SPEC, searches the clients of every martlet.yaml below the current folder.

          --config FILE         a martlet.yaml
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet explain Token.role
          martlet explain '#/components/schemas/Token' openapi.yaml

        """

    static let names = """
        usage: martlet names OLD SPEC
               martlet names OLD --config FILE

        Prints how the names of an earlier client have changed: one line for each type, method, property and case that has a
        different name now. OLD is a folder that an earlier run wrote. With `renamed: OLD` in martlet.yaml, the old names
        remain available as deprecated ones, and the compiler offers to replace them.

          --config FILE         the martlet.yaml of the current client
          --diagnostics STYLE   text or json

        example:
          martlet names Old/BookshopAPI --config Specs/bookshop/martlet.yaml

        """

    static let overlay = """
        usage: martlet overlay SPEC OVERLAY...

        Applies overlays (OpenAPI Overlay 1.0 and 1.1) to a document in the given order, like the key overlays of the
        configuration, and prints the result as JSON. An action whose target selects nothing is an error.

          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet overlay openapi.yaml mend.yaml >mended.json

        """

    static let usage = """
        usage: martlet usage DIR... [--config FILE]

        Prints the setting include that limits a client to what the Swift sources in the folders use: the operations whose
        methods they mention, and the schemas whose types they mention. In case of doubt, it includes more rather than less.

          --config FILE         the martlet.yaml of the client; otherwise the only one below the current folder
          --diagnostics STYLE   text, as path:line:column: error: …, or json, one object a line

        examples:
          martlet usage Sources/MyApp --config Specs/bookshop/martlet.yaml

        """

    static let templates = """
        usage: martlet templates export DIR
               martlet templates diff DIR
               martlet templates context SPEC [--config FILE]

        export writes the built-in templates and their reference, README.md, as files. Existing files are kept. Change some
        files, delete the others, and pass the folder with --templates.

        diff shows how each template of a folder differs from the built-in one, which version it was written for, and which
        of its keys no longer exist. If there are any, it exits with 1.

        context prints the data of a document that templates receive, as JSON. Text of the document is {"text": …}.

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

          Then begin martlet.yaml with this line:
          # yaml-language-server: $schema=martlet.schema.json

        """

    static let completions = """
        usage: martlet completions bash|zsh|fish

        Prints a script that completes martlet's commands and options in your shell.

        examples:
          source <(martlet completions bash)              in ~/.bashrc
          source <(martlet completions zsh)               in ~/.zshrc
          martlet completions fish > ~/.config/fish/completions/martlet.fish

        """
}
