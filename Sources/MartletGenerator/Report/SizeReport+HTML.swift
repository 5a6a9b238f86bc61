import MartletSource

extension SizeReport {
    /// One page without references to anything else: a treemap of the client's lines, and the tables.
    package var html: String {
        let parts = parts.filter { $0.lines > 0 }.sorted { ($1.lines, $0.title) < ($0.lines, $1.title) }
        let whole = Treemap.Rectangle(x: 0, y: 0, width: Self.width, height: Self.height)
        let places = Treemap.rectangles(parts.map { Double($0.lines) }, in: whole)
        let map = zip(parts, places).enumerated().map { Self.svg($1.0, in: $1.1, color: $0) }.joined()
        let lines = parts.reduce(0) { $0 + $1.lines }
        let rows = apis.sorted { ($1.lines, $0.title) < ($0.lines, $1.title) }.map { api in
            Self.row([Self.text(api.title)] + [api.operations, api.types, api.lines, api.ownLines].map(String.init))
        }
        let heaviest = models.sorted { ($1.lines, $0.name) < ($0.lines, $1.name) }.prefix(10).map { model in
            Self.row([Self.text(model.name), String(model.lines)])
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width">
            <title>The size of \(Self.text(client))</title>
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 1200px; padding: 0 1em; color: #222; background: #fff; }
            body > svg { width: 100%; height: auto; font: 12px system-ui, sans-serif; }
            rect { stroke: #fff; }
            text { fill: #222; pointer-events: none; }
            .tag { font-weight: 600; }
            table { border-collapse: collapse; margin-top: 2em; }
            th, td { padding: 0.2em 1em 0.2em 0; text-align: right; border-bottom: 1px solid #ddd; }
            th:first-child, td:first-child { text-align: left; }
            </style>
            </head>
            <body>
            <h1>The size of \(Self.text(client))</h1>
            <p>\(lines) lines. A field is a tag with the types that it alone needs; a box in it is the file of a type. Point at a box for its name.</p>
            <svg viewBox="0 0 \(Self.number(Self.width)) \(Self.number(Self.height))" role="img" aria-label="Lines by tag and type">
            \(map)</svg>
            <table>
            <tr><th>Tag</th><th>Operations</th><th>Types</th><th>Lines</th><th>Only here</th></tr>
            \(rows.joined())</table>
            <table>
            <tr><th>Largest types</th><th>Lines</th></tr>
            \(heaviest.joined())</table>
            </body>
            </html>

            """
    }

    private static let width = 1200.0
    private static let height = 720.0
    /// The height of the line with a tag's name.
    private static let heading = 18.0

    private static func svg(_ part: Part, in place: Treemap.Rectangle, color: Int) -> String {
        // Steps of the golden angle keep neighbours apart.
        let hue = Int((Double(color) * 137.508).truncatingRemainder(dividingBy: 360))
        var svg = rectangle(place, "hsl(\(hue) 45% 72%)", "\(part.title): \(part.lines) lines")
        let hasHeading = place.width > 40 && place.height > heading * 2
        if hasHeading { svg += label(part.title, in: place, className: "tag") }
        let inner = place.inset(left: 2, top: hasHeading ? heading : 2, right: 2, bottom: 2)
        let files = part.files.sorted { ($1.lines, $0.name) < ($0.lines, $1.name) }
        for (file, box) in zip(files, Treemap.rectangles(files.map { Double($0.lines) }, in: inner)) {
            svg += rectangle(box, "hsl(\(hue) 55% 86%)", "\(file.name): \(file.lines) lines, \(part.title)")
            if box.width > 40, box.height > 16 { svg += label(file.name, in: box, className: "type") }
        }
        return svg
    }

    private static func rectangle(_ place: Treemap.Rectangle, _ color: String, _ title: String) -> String {
        """
        <rect x="\(number(place.x))" y="\(number(place.y))" width="\(number(place.width))" height="\(number(place.height))" \
        fill="\(color)"><title>\(text(title))</title></rect>

        """
    }

    /// A text that is clipped at the edge of its rectangle.
    private static func label(_ label: String, in place: Treemap.Rectangle, className: String) -> String {
        """
        <svg x="\(number(place.x + 4))" y="\(number(place.y))" width="\(number(place.width - 6))" \
        height="\(number(place.height))"><text class="\(className)" y="13">\(text(label))</text></svg>

        """
    }

    private static func row(_ cells: [String]) -> String {
        "<tr>\(cells.map { "<td>\($0)</td>" }.joined())</tr>\n"
    }

    /// A length with one decimal place.
    private static func number(_ value: Double) -> String { String((value * 10).rounded() / 10) }

    /// Text of a document for HTML, between tags.
    private static func text(_ text: String) -> String {
        // Scalars, since a combining mark makes another character of a bracket.
        VisibleText.visible(text).unicodeScalars.reduce(into: "") { html, scalar in
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            default: html.unicodeScalars.append(scalar)
            }
        }
    }
}
