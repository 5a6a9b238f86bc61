public import MartletRuntime

extension ApiClient {
    /// Code that martlet generated and that this runtime fits: version 1.
    ///
    /// The file of a client names the version that it is written for, so that it does not compile against a runtime that it
    /// does not fit. A change of the runtime that breaks generated code renames this type to the next version.
    public enum GeneratedCode1 {}
}
