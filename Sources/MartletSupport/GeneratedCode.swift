public import MartletRuntime

extension ApiClient {
    /// Marks version 1 of the interface between generated code and this runtime.
    ///
    /// A generated client refers to the version that it was written for, so that it does not compile against an
    /// incompatible runtime. A change of the runtime that breaks generated code renames this type to the next version.
    public enum GeneratedCode1 {}
}
