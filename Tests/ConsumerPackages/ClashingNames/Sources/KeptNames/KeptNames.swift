/// The models of a document have these names, which stand inside a type of the runtime, are of its insides, or of what
/// only generated code calls.
public let keptNames: [any Sendable.Type] = [
    Credential.Scheme.self, Credential.Source.self, ApiClient.EveryPage.self, ApiClient.EveryElement.self, Pages.Elements.self,
    HTTPResponse.Progress.self, ServerSentEvents.Event.self, ApiModel.SelfRedacting.self, ApiModel.Secret.self, ApiModel.OpenValue.self, ApiModel.OpenEnum.self,
    ApiModel.OpenUnion.self, ApiModel.KnownCases.self, ApiModel.HoldsUUIDs.self, ApiModel.Properties.self, ApiModel.Object.self, ApiClient.ResponseReader.self,
    Configuration.DecodingMode.Issue.self, Configuration.DecodingMode.self, Configuration.RetryPolicy.self, Configuration.RetryPolicy.ResetHeader.self, ApiError.RetryStop.self, HTTPRequest.Method.self,
    HTTPResponse.Stream.self, Configuration.LogEntry.self, Configuration.LogEntry.CallSummary.self, Configuration.RedirectPolicy.self, Configuration.InsecureHTTP.self,
    ApiError.ProblemDetails.self, ApiClient.Request.self, ApiClient.Operation.self, HTTPBody.File.self, HTTPBody.MultipartForm.self,
    JSONPatch.ElementKeys.self, JSONPatch.Path.self, JSONPatch.Key.self, JSONPatch.Step.self, JSONPatch.Patchable.self, FormEncoding.self,
    Indirect.self, IndirectOptional.self, ObjectDecoder.self, OverlapDecoder.self, ParameterStyle.self,
    Redacted.self, SharedProperties.self, TupleDecoder.self, TupleEncoder.self, UnionDecoder.self, UnionEncoder.self,
    WebhookPayload.self, Scheme.self, Source.self, Elements.self, Event.self, Secret.self, Properties.self,
    Object.self, Issue.self, Method.self, File.self, Step.self, Path.self, Key.self, ElementKeys.self, Request.self,
    CallRecord.self, JSONDocument.self, PropertyKey.self, Locked.self,
]
