import Foundation
import MartletRuntime
import MartletTestSupport
import Testing

@Suite("BodyPipe", .timeLimit(.minutes(1)))
struct BodyPipeTests {
    private let drained = Counter()
    private let cancelled = Counter()

    private func pipe(capacity: Int = 4) -> BodyPipe {
        BodyPipe(capacity: capacity) { [drained] in
            drained.next()
        } onCancel: { [cancelled] in
            cancelled.next()
        }
    }

    @Test("bytes are read in order, everything that is available at once, and then the end")
    func reading() async throws {
        let pipe = pipe()
        pipe.write(Data("ab".utf8))
        pipe.write(Data())
        pipe.write(Data("c".utf8))
        #expect(try await pipe.next() == Data("abc".utf8))
        async let waiting = pipe.next()
        try await Task.sleep(for: .milliseconds(10))
        pipe.write(Data("d".utf8))
        #expect(try await waiting == Data("d".utf8))
        pipe.write(Data("e".utf8))
        pipe.finish(.success(()))
        pipe.write(Data("late".utf8))
        #expect(try await pipe.next() == Data("e".utf8))
        #expect(try await pipe.next() == nil)
        #expect(try await pipe.next() == nil)
        pipe.cancel()
        #expect(cancelled.value == 0, "there is nothing left to cancel")
    }

    @Test("an error follows the bytes written before it, and stays")
    func failing() async throws {
        let pipe = pipe()
        pipe.write(Data("a".utf8))
        pipe.finish(.failure(URLError(.networkConnectionLost)))
        pipe.finish(.success(()))
        #expect(try await pipe.next() == Data("a".utf8))
        await #expect(throws: URLError.self) { try await pipe.next() }
        await #expect(throws: URLError.self) { try await pipe.next() }
    }

    @Test("a full pipe reports it, and notifies its writer once when it has been emptied")
    func draining() async throws {
        let pipe = pipe()
        pipe.write(Data("abc".utf8))
        #expect(!pipe.isFull())
        _ = try await pipe.next()
        #expect(drained.value == 0)
        pipe.write(Data("abcde".utf8))
        #expect(pipe.isFull())
        #expect(pipe.isFull())
        #expect(pipe.count == 5)
        _ = try await pipe.next()
        #expect(drained.value == 1)
        pipe.write(Data("a".utf8))
        _ = try await pipe.next()
        #expect(drained.value == 1)
    }

    @Test("a cancelled reader ends the pipe, and never mistakes a part for the whole body")
    func cancelling() async throws {
        for isComplete in [false, true] {
            let pipe = pipe()
            pipe.write(Data("a".utf8))
            if isComplete { pipe.finish(.success(())) }
            let reader = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await pipe.next()
            }
            await #expect(throws: CancellationError.self) { try await reader.value }
            await #expect(throws: CancellationError.self) { try await pipe.next() }
        }
        #expect(cancelled.value == 1)
        let pipe = pipe()
        let waiting = Task { try await pipe.next() }
        try await Task.sleep(for: .milliseconds(10))
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(cancelled.value == 2)
    }

    @Test("a pipe is cancelled once when its reading end is released")
    func dropping() async throws {
        let pipe = pipe()
        do {
            let body = HTTPResponse.Stream.Body(BodyPipe.Outlet(pipe))
            var iterator = body.makeAsyncIterator()
            pipe.write(Data("a".utf8))
            #expect(try await iterator.next() == Data("a".utf8))
            #expect(cancelled.value == 0)
        }
        #expect(cancelled.value == 1)
        pipe.cancel()
        #expect(cancelled.value == 1)
    }

    @Test("concurrent writing and reading loses nothing")
    func race() async throws {
        for _ in 0..<50 {
            let pipe = pipe(capacity: 100)
            let writer = Thread {
                for number in 0..<500 { pipe.write(Data("\(number),".utf8)) }
                pipe.finish(.success(()))
            }
            writer.start()
            var text = Data()
            while let part = try await pipe.next() { text += part }
            #expect(text == Data((0..<500).map { "\($0)," }.joined().utf8))
        }
    }
}
