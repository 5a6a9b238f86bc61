import Foundation
import GNS3API

/// Uses a GNS3 server on loopback, whose port and administrator's password are the arguments.
@main
struct Check {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let url = URL(string: "http://127.0.0.1:\(arguments[1])") else { exit(2) }
        let password = arguments[2]
        let guest = GNS3Client(oauth2PasswordBearer: "none", server: .custom(url))
        var checks = Checks()
        let version = try await guest.controller.getVersion()
        checks.expect("the version is read", version.version.hasPrefix("3."))
        await checks.expect("a wrong password is refused, and does not show") {
            try await guest.users.authenticate(credentials: Credentials(username: "admin", password: "api-wrong"))
        } as: {
            ($0 as? ApiError)?.statusCode == 401 && !"\($0)".contains("api-wrong")
        }
        let token = try await guest.users.authenticate(credentials: Credentials(username: "admin", password: password))
        let client = GNS3Client(oauth2PasswordBearer: token.accessToken, server: .custom(url))
        checks.expect("the token is accepted", try await client.users.getLoggedInUser().username == "admin")
        await checks.expect("a wrong token is refused") {
            try await guest.users.getLoggedInUser()
        } as: {
            ($0 as? ApiError)?.statusCode == 401
        }
        try await users(client, &checks)
        try await projects(client, &checks)
        try await drawings(client, &checks)
        exit(checks.failures == 0 ? 0 : 1)
    }

    static func users(_ client: GNS3Client, _ checks: inout Checks) async throws {
        let sent = UserCreate(username: "owl", email: "owl@example.org", fullName: "An Owl", password: "api-nocturnal")
        checks.expect("a password shows in no description", !"\(sent)".contains("nocturnal"))
        let made = try await client.users.createUserWithHTTPInfo(userCreate: sent)
        checks.expect("a user is made", made.statusCode == 201 && made.body.username == "owl")
        let id = made.body.userId
        let renamed = try await client.users.updateUser(userId: id, userUpdate: UserUpdate(fullName: "Another Owl"))
        checks.expect(
            "one property changes, the others stay",
            renamed.fullName == "Another Owl" && renamed.email == "owl@example.org")
        let emptied = try await client.users.updateUser(userId: id, userUpdate: UserUpdate(fullName: .null))
        checks.expect("null is sent as null", emptied.fullName == nil)
        await checks.expect("an invalid value is an error with the server's reasons") {
            try await client.users.createUser(userCreate: UserCreate(username: "o", password: "p"))
        } as: {
            // Not the model that FastAPI describes: the server has a handler of its own.
            guard let error = $0 as? ApiError, error.statusCode == 422 else { return false }
            return error.decoded(ErrorMessage.self)?.message.contains("username") == true
        }
        try await client.users.deleteUser(userId: id)
        await checks.expect("what is removed is not found, and the error has the documented model") {
            try await client.users.getUser(userId: id)
        } as: {
            guard let error = $0 as? ApiError, error.statusCode == 404 else { return false }
            return error.decoded(ErrorMessage.self)?.message.contains(id.uuidString.lowercased()) == true
        }
    }

    static func projects(_ client: GNS3Client, _ checks: inout Checks) async throws {
        let made = try await client.projects.createProject(projectCreate: ProjectCreate(name: "Lab", gridSize: 50))
        let id = made.projectId
        checks.expect("a project is made", made.name == "Lab" && made.gridSize == 50 && made.status == .opened)
        let changed = try await client.projects.updateProject(
            projectId: id, projectUpdate: ProjectUpdate(variables: .value([Variable(name: "A", value: "1")])))
        checks.expect("a list of objects is stored", changed.variables == [Variable(name: "A", value: "1")])
        checks.expect("projects are listed", try await client.projects.getProjects().map(\.projectId) == [id])
        try await client.projects.closeProject(projectId: id)
        checks.expect(
            "a project is closed", try await client.projects.getProject(projectId: id).status == .closed)
        try await client.projects.deleteProject(projectId: id)
        checks.expect("a project is removed", try await client.projects.getProjects().isEmpty)
    }

    static func drawings(_ client: GNS3Client, _ checks: inout Checks) async throws {
        let project = try await client.projects.createProject(projectCreate: ProjectCreate(name: "Board")).projectId
        let picture = #"<svg height="10" width="10"><text>"é" & \n</text></svg>"#
        let made = try await client.drawings.createDrawing(
            projectId: project, drawing: Drawing(x: -5, y: 7, svg: .value(picture)))
        checks.expect("text and numbers come back as sent", made.svg == .value(picture) && made.x == -5 && made.y == 7)
        let drawings = try await client.drawings.getDrawings(projectId: project)
        checks.expect("a list has what was made", drawings.map(\.drawingId) == [made.drawingId])
        let symbol = try await client.symbols.getSymbolWithHTTPInfo(
            symbolId: ":/symbols/classic/computer.svg", options: RequestOptions(accepting: "image/svg+xml"))
        checks.expect(
            "a file, for which the description has a JSON body, comes as bytes",
            String(decoding: symbol.rawBody, as: UTF8.self).contains("<svg"))
        let snapshot = try await client.snapshots.createSnapshot(
            projectId: project, snapshotCreate: SnapshotCreate(name: "First"))
        checks.expect("a snapshot has a time", snapshot.name == "First" && snapshot.createdAt > 1_700_000_000)
        try await client.projects.deleteProject(projectId: project)
    }
}
