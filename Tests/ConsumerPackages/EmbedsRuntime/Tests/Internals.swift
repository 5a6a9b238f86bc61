import MartletRuntime

// What MartletTesting uses of the runtime without its being public.
typealias DecodedStream = MartletRuntime.DecodedStream
typealias Locked = MartletRuntime.Locked
typealias Environment = MartletRuntime.Environment
typealias Redaction = MartletRuntime.Redaction
typealias MediaType = MartletRuntime.MediaType
