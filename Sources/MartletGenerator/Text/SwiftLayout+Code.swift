extension SwiftLayout {
    /// Writes a line of code, broken if it is too long and can be broken.
    ///
    /// The resulting lines are laid out in turn. Each level has a larger indentation, and no line is broken once the
    /// indentation fills it, so the number of levels is limited however deep brackets are nested.
    mutating func lay(_ line: SwiftLine) {
        if line.indentation < Self.width,
            !source.fits(line.code, in: Self.width - line.indentation - (line.hasComma ? 1 : 0)),
            let place = SwiftBreak(line.code, of: source, indentation: line.indentation)
        {
            lay(line, brokenAt: place)
        } else {
            write(line)
        }
    }

    private mutating func lay(_ line: SwiftLine, brokenAt place: SwiftBreak) {
        func part(_ code: Range<Int>, isInner: Bool = false, hasComma: Bool = false) -> SwiftLine {
            SwiftLine(
                indentation: line.indentation + (isInner ? 4 : 0),
                code: source.trimmed(code),
                hasComma: hasComma
            )
        }
        switch place {
        case .before(let index):
            lay(part(line.code.lowerBound..<index))
            lay(part(index..<line.code.upperBound, isInner: true, hasComma: line.hasComma))
        case .names:
            let start = line.code.lowerBound + 5
            let room = Self.width - line.indentation - 5
            for names in filled(items(of: start..<line.code.upperBound), room: room) {
                indent(line.indentation)
                write(line.code.lowerBound..<start)
                write(endsWithComma(names) ? names.dropLast() : names)
                output.append(UInt8(ascii: "\n"))
            }
        case .protocols:
            let items = items(of: line.code.lowerBound..<(line.code.upperBound - 1))
            var lines: [Range<Int>] = []
            for item in items {
                let room = Self.width - line.indentation - (lines.count > 1 ? 4 : 0)
                if let last = lines.last, source.fits(last.lowerBound..<item.upperBound, in: room) {
                    lines[lines.count - 1] = last.lowerBound..<item.upperBound
                } else {
                    lines.append(item)
                }
            }
            for (index, code) in lines.enumerated() {
                write(SwiftLine(indentation: line.indentation + (index > 0 ? 4 : 0), code: code))
            }
            write(
                SwiftLine(
                    indentation: line.indentation, code: part((line.code.upperBound - 1)..<line.code.upperBound).code))
        case .brackets(let contents):
            lay(part(line.code.lowerBound..<contents.lowerBound))
            if source[contents.upperBound] == UInt8(ascii: "}") {
                lay(part(contents, isInner: true))
            } else {
                layItems(of: contents, indentation: line.indentation + 4)
            }
            lay(part(contents.upperBound..<line.code.upperBound, hasComma: line.hasComma))
        }
    }

    /// Writes the arguments or elements in brackets, as many on each line as fit.
    ///
    /// The elements of a dictionary get a line each, and so does a dictionary among arguments. The last of several
    /// elements of a literal gets a trailing comma.
    private mutating func layItems(of contents: Range<Int>, indentation: Int) {
        let isLiteral = source[contents.upperBound] == UInt8(ascii: "]")
        let isDictionary = isLiteral && self.isDictionary(contents)
        let room = Self.width - indentation
        let items = items(of: contents)
        let addsComma = isLiteral && items.count > 1
        let lines = filled(items, room: room, addsComma: addsComma) { item in
            isDictionary || !isLiteral && dictionary(in: item) != nil
        }
        for code in lines {
            let line = SwiftLine(indentation: indentation, code: code, hasComma: addsComma && !endsWithComma(code))
            if !isLiteral, let dictionary = dictionary(in: code) {
                lay(line, brokenAt: .brackets(dictionary))
            } else {
                lay(line)
            }
        }
    }

    /// The range between the brackets of a dictionary that is an argument.
    private func dictionary(in argument: Range<Int>) -> Range<Int>? {
        let end = endsWithComma(argument) ? argument.upperBound - 1 : argument.upperBound
        guard end > argument.lowerBound, source[end - 1] == UInt8(ascii: "]"),
            case .brackets(let contents) = SwiftBreak(argument, of: source, indentation: 0),
            contents.upperBound == end - 1, isDictionary(contents)
        else { return nil }
        return contents
    }

    private func isDictionary(_ contents: Range<Int>) -> Bool {
        var scanner = SwiftScanner(source, contents)
        while let index = scanner.next() {
            if scanner.depth > 0 { continue }
            if source[index] == UInt8(ascii: ",") { return false }
            if source[index] == UInt8(ascii: ":") { return true }
        }
        return false
    }

    /// The items separated by commas, including the commas.
    private func items(of contents: Range<Int>) -> [Range<Int>] {
        var items: [Range<Int>] = []
        var start = contents.lowerBound
        var scanner = SwiftScanner(source, contents)
        while let index = scanner.next() {
            guard source[index] == UInt8(ascii: ","), scanner.depth == 0 else { continue }
            items.append(source.trimmed(start..<(index + 1)))
            start = index + 1
        }
        let last = source.trimmed(start..<contents.upperBound)
        return last.isEmpty ? items : items + [last]
    }

    private func endsWithComma(_ code: Range<Int>) -> Bool { source[code.upperBound - 1] == UInt8(ascii: ",") }

    /// Lines of items, with as many items on each as fit.
    private func filled(
        _ items: [Range<Int>],
        room: Int,
        addsComma: Bool = false,
        isAlone: (Range<Int>) -> Bool = { _ in false }
    ) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var isLastAlone = true
        for item in items {
            let isAlone = isAlone(item)
            if let last = lines.last, !isLastAlone, !isAlone,
                source.fits(last.lowerBound..<item.upperBound, in: room - (addsComma && !endsWithComma(item) ? 1 : 0))
            {
                lines[lines.count - 1] = last.lowerBound..<item.upperBound
            } else {
                lines.append(item)
            }
            isLastAlone = isAlone
        }
        return lines
    }

    // MARK: - Writing

    private mutating func write(_ line: SwiftLine) {
        indent(line.indentation)
        write(line.code)
        if line.hasComma { output.append(UInt8(ascii: ",")) }
        output.append(UInt8(ascii: "\n"))
    }

    mutating func indent(_ columns: Int) {
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: columns))
    }

    mutating func write(_ part: Range<Int>) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: source[part]))
    }
}
