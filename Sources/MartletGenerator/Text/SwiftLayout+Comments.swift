extension SwiftLayout {
    /// Writes a line of a comment, wrapped at spaces so that only single words can exceed the width.
    ///
    /// Continuation lines repeat the text before the comment's text; those of a list item are indented to its text.
    /// Tables and text indented by four columns are left alone. No line begins with characters that would open or close
    /// a fenced code block.
    mutating func wrap(_ comment: Range<Int>, indentation: Int) {
        let slashes = source[comment].prefix { $0 == UInt8(ascii: "/") }
        let spaces = source[slashes.endIndex..<comment.upperBound].prefix { $0 == UInt8(ascii: " ") }
        var index = spaces.endIndex
        if spaces.count > 4 || source.starts("|", in: index..<comment.upperBound) {
            indent(indentation)
            write(comment)
            output.append(UInt8(ascii: "\n"))
            return
        }
        let item = source.starts("- ", in: index..<comment.upperBound) ? 2 : 0
        var columns = indentation + index - comment.lowerBound
        var isEmpty = true
        indent(indentation)
        write(comment.lowerBound..<index)
        while index < comment.upperBound {
            let start = index
            while index < comment.upperBound, !source[index].isSwiftSpace { index += 1 }
            let word = start..<index
            index += 1
            if word.isEmpty { continue }
            let more = source[word].columns
            if !isEmpty, columns + 1 + more > Self.width, !source.starts("```", in: word) {
                output.append(UInt8(ascii: "\n"))
                indent(indentation)
                write(comment.lowerBound..<spaces.endIndex)
                indent(item)
                columns = indentation + spaces.endIndex - comment.lowerBound + item
                isEmpty = true
            }
            if !isEmpty { output.append(UInt8(ascii: " ")) }
            columns += isEmpty ? more : more + 1
            write(word)
            isEmpty = false
        }
        output.append(UInt8(ascii: "\n"))
    }
}
