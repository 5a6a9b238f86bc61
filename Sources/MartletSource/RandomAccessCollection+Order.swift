extension RandomAccessCollection where Index == Int {
    /// The first index from which on all elements meet a condition.
    package func partitioningIndex(_ meets: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if meets(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
