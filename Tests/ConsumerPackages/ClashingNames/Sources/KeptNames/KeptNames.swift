/// The models of a document have these names, which stand inside a type of the runtime, are of its insides, or of what
/// only generated code calls.
public let keptNames: [any Sendable.Type] = [
    SecurityScheme.self, CredentialSource.self, EveryPage.self, EveryElement.self, PagedElements.self,
    DownloadProgress.self, ServerSentEvent.self, SelfRedacting.self, SecretValue.self, OpenValue.self, OpenEnum.self,
    OpenUnion.self, KnownCases.self, HoldsUUIDs.self, ObjectProperties.self, ObjectModel.self, ResponseReader.self,
    DecodingIssue.self, DecodingMode.self, RetryPolicy.self, ResetHeader.self, RetryStop.self, HTTPMethod.self,
    HTTPResponseStream.self, LogEntry.self, CallSummary.self, RedirectPolicy.self, InsecureHTTP.self,
    ProblemDetails.self, ApiRequest.self, ApiOperation.self, FileContent.self, MultipartForm.self,
    ArrayPatchKeys.self, PatchPath.self, PatchKey.self, PatchStep.self, Patchable.self, FormEncoding.self,
    Indirect.self, IndirectOptional.self, ObjectDecoder.self, OverlapDecoder.self, ParameterStyle.self,
    Redacted.self, SharedProperties.self, TupleDecoder.self, TupleEncoder.self, UnionDecoder.self, UnionEncoder.self,
    WebhookPayload.self, Scheme.self, Source.self, Elements.self, Event.self, Secret.self, Properties.self,
    Object.self, Issue.self, Method.self, File.self, Step.self, Path.self, Key.self, ElementKeys.self, Request.self,
    CallRecord.self, JSONDocument.self, PropertyKey.self, Locked.self,
]
