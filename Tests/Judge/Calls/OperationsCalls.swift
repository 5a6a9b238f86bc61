import Foundation
import OperationsAPI

func callOperations(_ calls: Calls) async {
    let client = OperationsClient(
        headerKey: "header key",
        queryKey: "query&key",
        cookieKey: "cookie-key",
        login: Credential.basic(username: "ada", password: "pass:word"),
        token: "token",
        signature: "id=\"1\"",
        openId: Credential { "fresh" },
        server: .custom(calls.server)
    ) { $0.retry = .never }
    await callParameters(calls, client.parameters)
    await callBodies(calls, client.bodies)
    await callAnswers(calls, client.answers)
    await callAccess(calls, client.access)
    await callLists(calls, client.lists)
    await calls.call("subscribe") {
        try await client.subscribe(body: SubscribeBody(url: "https://example.com/\(oddText.count)"))
    }
}

private let color = Color(r: 100, g: 200, b: 150)

private func callParameters(_ calls: Calls, _ api: ParametersApi) async {
    await calls.call("getSimple") {
        try await api.getSimple(id: .min, list: oddTexts, object: color, pairs: color)
    }
    await calls.call("getLabel") {
        try await api.getLabel(id: .today, list: oddTexts, object: color, pairs: color)
    }
    await calls.call("getMatrix") {
        try await api.getMatrix(id: UUID(), list: oddTexts, object: color, pairs: color)
    }
    await calls.call("getQuery") { try await api.getQuery(text: "t") }
    await calls.call("getQuery") {
        try await api.getQuery(
            text: oddText,
            flag: true,
            when: .now,
            order: .up,
            list: [1, -2, .max],
            commas: oddTexts,
            spaces: oddTexts,
            pipes: oddTexts,
            deep: color,
            pairs: color,
            path: "a/b:c",
            level: .value(3),
            filter: color
        )
    }
    await calls.call("getObject") { try await api.getObject(color: color) }
    await calls.call("getQueryString") { try await api.getQueryString(query: color) }
    await calls.call("getPlaces") {
        try await api.getPlaces(id: oddText, idQuery: oddText, idHeader: "header", idCookie: oddText)
    }
    await calls.call("getPlaces") { try await api.getPlaces(id: "1") }
    await calls.call("getHeaders") {
        try await api.getHeaders(
            xNumber: 1.5,
            xList: ["a", "b c"],
            xObject: color,
            xJSON: color,
            session: oddText,
            plain: "as-it-is",
            tags: ["x", "y"]
        )
    }
}

private func callBodies(_ calls: Calls, _ api: BodiesApi) async {
    await calls.call("sendJSON") { try await api.sendJSON() }
    await calls.call("sendJSON") { try await api.sendJSON(color: color) }
    await calls.call("deleteWithBody") { try await api.deleteWithBody(body: oddTexts) }
    await calls.call("sendPicture") {
        try await api.sendPicture(body: HTTPBody(Data([0, 255])), contentType: "image/png")
    }
    await calls.call("sendParts") {
        var form = HTTPBody.MultipartForm()
        form.append("text", oddText)
        try await api.sendParts(body: form)
    }
    await calls.call("sendPatch") { try await api.sendPatch(body: .mergePatch(["a": 1])) }
    await calls.call("sendForm") { try await api.sendForm(body: SendFormBody(name: "")) }
    await calls.call("sendForm") {
        try await api.sendForm(
            body: SendFormBody(name: oddText, tags: oddTexts, commas: ["x", "y"], color: color, deep: color)
        )
    }
    await calls.call("sendMultipart") {
        try await api.sendMultipart(
            body: SendMultipartBody(
                file: HTTPBody.File(Data("a file".utf8), filename: oddText),
                extra: [HTTPBody.File(Data("one".utf8), filename: "1.png"), HTTPBody.File(Data("two".utf8))],
                title: oddText,
                count: .max,
                color: color,
                note: "# Hello"
            )
        )
    }
    await calls.call("sendBytes") { try await api.sendBytes(body: HTTPBody(Data([0, 255, 13, 10]))) }
    await calls.call("sendImage") { try await api.sendImage(body: HTTPBody(Data("png".utf8))) }
    await calls.call("sendImage") {
        try await api.sendImage(body: HTTPBody(Data("jpeg".utf8)), contentType: "image/jpeg")
    }
    await calls.call("sendText") { try await api.sendText(body: oddText) }
    await calls.call("sendXML") { try await api.sendXML(body: "<color><R>100</R></color>") }
    await calls.call("sendLines") { try await api.sendLines(body: [color, color]) }
    await calls.call("sendChoice") { try await api.sendChoice() }
    await calls.call("sendChoice") { try await api.sendChoice(body: .json(color)) }
    await calls.call("sendChoice") { try await api.sendChoice(body: .form(SendChoiceFormBody(name: oddText))) }
    await calls.call("sendChoice") { try await api.sendChoice(body: .text(oddText)) }
    await calls.call("sendSame") { try await api.sendSame(color: color) }
}

private func callAnswers(_ calls: Calls, _ api: AnswersApi) async {
    await calls.call("hasState") { try await api.hasState(key: oddText) }
    await calls.call("getState") { _ = try await api.getState(key: oddText) }
    await calls.call("deleteState") { try await api.deleteState(key: oddText) }
    await calls.call("getArchive") { try await api.getArchive() }
    await calls.call("download") { _ = try await api.download() }
    await calls.call("getThing") { _ = try await api.getThing(id: "1") }
    await calls.call("deleteThing") { try await (api as any DeprecatedCalls).deleteThing(id: "1") }
    await calls.call("patchThing") {
        _ = try await api.patchThing(id: "1", patch: [.replace(\.color.r, 7), .add(\.tags.end, oddText)])
    }
    await calls.call("mergeThing") { _ = try await api.mergeThing(id: "1", thingPatch: ThingPatch(name: .null)) }
    await calls.call("startJob") { _ = try await api.startJob() }
    await calls.call("findJob") { _ = try await api.findJob() }
    await calls.call("getAnything") { _ = try await api.getAnything() }
    await calls.call("getReport") { _ = try await api.getReport() }
    await calls.call("getReport as CSV") { _ = try await api.getReportAsCSV() }
    await calls.call("getReport as PDF") { _ = try await api.getReportAsPDF() }
    await calls.call("getReport as PNG") { _ = try await api.getReportAsPNG() }
    await calls.call("getFile") { _ = try await api.getFile(version: 2) }
    await calls.call("getNote") { _ = try await api.getNote() }
    await calls.call("getEvents") { for try await _ in try await api.getEvents() {} }
    await calls.call("getLog") { for try await _ in try await api.getLog() {} }
    await calls.call("getSequence") { for try await _ in try await api.getSequence() {} }
    await calls.call("searchThings") { _ = try await api.searchThings(color: color) }
    await calls.call("copyThings") { try await api.copyThings() }
}

private func callAccess(_ calls: Calls, _ api: AccessApi) async {
    await calls.call("useHeaderKey") { try await api.useHeaderKey() }
    await calls.call("useQueryKey") { try await api.useQueryKey() }
    await calls.call("useCookieKey") { try await api.useCookieKey(theme: "dark") }
    await calls.call("useBasic") { try await api.useBasic() }
    await calls.call("useBearer") { try await api.useBearer() }
    await calls.call("useScheme") { try await api.useScheme() }
    await calls.call("useOAuth") { try await api.useOAuth() }
    await calls.call("useBoth") { try await api.useBoth() }
    await calls.call("useCertificate") { try await api.useCertificate() }
    await calls.call("upload") { try await api.upload(server: .custom(calls.server)) }
}

private func callLists(_ calls: Calls, _ api: ListsApi) async {
    await calls.call("listRows") { for try await _ in api.listRows(every: .element, limit: 5).prefix(20) {} }
    await calls.call("listByPage") { for try await _ in api.listByPage(every: .element, perPage: 5).prefix(20) {} }
    await calls.call("listByCursor") { for try await _ in api.listByCursor(every: .element).prefix(20) {} }
    await calls.call("listByLast") { for try await _ in api.listByLast(every: .element, limit: 5).prefix(20) {} }
    await calls.call("listByLink") { for try await _ in api.listByLink(every: .element).prefix(20) {} }
    await calls.call("listByLinkHeader") { for try await _ in api.listByLinkHeader(every: .element).prefix(20) {} }
    await calls.call("listRowsOf") { for try await _ in api.listRowsOf(every: .element).prefix(20) {} }
    await calls.call("listPlainly") { _ = try await api.listPlainly(limit: 5, offset: 0) }
}

/// Calls that the document discourages.
private protocol DeprecatedCalls {
    func deleteThing(id: String) async throws
}

extension AnswersApi: DeprecatedCalls {
    @available(*, deprecated)
    fileprivate func deleteThing(id: String) async throws { try await deleteThing(id: id, options: RequestOptions()) }
}
