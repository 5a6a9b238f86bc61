/// Rectangles whose areas are in proportion to weights, as near to squares as a greedy choice makes them (Bruls, Huizing and
/// van Wijk, Squarified Treemaps, 2000).
enum Treemap {
    struct Rectangle: Equatable {
        var x: Double
        var y: Double
        var width: Double
        var height: Double

        /// The part that is left within a margin.
        func inset(left: Double, top: Double, right: Double, bottom: Double) -> Rectangle {
            Rectangle(
                x: x + left, y: y + top, width: max(0, width - left - right), height: max(0, height - top - bottom))
        }
    }

    /// - Parameter weights: Sorted, the largest first.
    /// - Returns: A rectangle for each weight.
    static func rectangles(_ weights: [Double], in whole: Rectangle) -> [Rectangle] {
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return weights.map { _ in Rectangle(x: whole.x, y: whole.y, width: 0, height: 0) } }
        let scale = whole.width * whole.height / sum
        var rest = whole
        var rectangles: [Rectangle] = []
        var row: [Double] = []
        for area in weights.map({ $0 * scale }) {
            let side = min(rest.width, rest.height)
            if row.isEmpty || worst(row + [area], side) <= worst(row, side) {
                row.append(area)
            } else {
                rectangles += place(row, in: &rest)
                row = [area]
            }
        }
        return rectangles + place(row, in: &rest)
    }

    /// The largest ratio of the sides in a row along a side.
    private static func worst(_ row: [Double], _ side: Double) -> Double {
        let sum = row.reduce(0, +)
        guard let least = row.min(), let most = row.max(), least > 0, side > 0 else { return .infinity }
        return max(side * side * most / (sum * sum), sum * sum / (side * side * least))
    }

    /// Lays a row along the shorter side.
    private static func place(_ row: [Double], in rest: inout Rectangle) -> [Rectangle] {
        let sum = row.reduce(0, +)
        let isColumn = rest.width >= rest.height
        let side = isColumn ? rest.height : rest.width
        let thickness = side > 0 ? sum / side : 0
        var offset = 0.0
        let rectangles = row.map { area in
            let length = thickness > 0 ? area / thickness : 0
            defer { offset += length }
            return isColumn
                ? Rectangle(x: rest.x, y: rest.y + offset, width: thickness, height: length)
                : Rectangle(x: rest.x + offset, y: rest.y, width: length, height: thickness)
        }
        rest =
            isColumn
            ? rest.inset(left: thickness, top: 0, right: 0, bottom: 0)
            : rest.inset(left: 0, top: thickness, right: 0, bottom: 0)
        return rectangles
    }
}
