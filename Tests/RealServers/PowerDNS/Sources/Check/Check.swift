import Foundation
import PowerDNSAPI

/// Uses a PowerDNS server on loopback, whose port and API key are the arguments.
@main
struct Check {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let url = URL(string: "http://127.0.0.1:\(arguments[1])/api/v1") else { exit(2) }
        let client = PowerDNSClient(apiKeyHeader: arguments[2], server: .custom(url))
        var checks = Checks()
        try await zones(client, &checks)
        try await recordSets(client, &checks)
        try await metadata(client, &checks)
        try await keys(client, &checks)
        try await statistics(client, &checks)
        await errors(client, &checks)
        let stranger = PowerDNSClient(apiKeyHeader: "api-wrong", server: .custom(url))
        await checks.expect("a wrong key is refused, and does not show") {
            try await stranger.servers.listServers()
        } as: {
            ($0 as? ApiError)?.statusCode == 401 && !"\($0)".contains("api-wrong")
        }
        exit(checks.failures == 0 ? 0 : 1)
    }

    static let server = "localhost"
    static let zone = "example.org."

    static func zones(_ client: PowerDNSClient, _ checks: inout Checks) async throws {
        let made = try await client.zones.createZone(
            serverId: server, zone: Zone(name: zone, kind: .native, nameservers: ["ns1.example.org."]))
        checks.expect("a zone is made", made.name == zone && made.kind == .native && made.id == zone)
        let all = try await client.zones.listZonesWithHTTPInfo(serverId: server)
        checks.expect("zones are listed", all.statusCode == 200 && all.body.map(\.name) == [zone])
        let found = try await client.zones.listZones(serverId: server, zone: zone, dnssec: false)
        checks.expect("a zone is found by name", found.map(\.id) == [zone])
        try await client.zones.putZone(serverId: server, zoneId: zone, zone: Zone(kind: .master, account: "books"))
        let changed = try await client.zones.listZone(serverId: server, zoneId: zone, rrsets: false)
        checks.expect("a zone is changed", changed.kind == .master && changed.account == "books")
    }

    static func recordSets(_ client: PowerDNSClient, _ checks: inout Checks) async throws {
        let name = "www.example.org."
        let address = RRSet(
            name: name, type: "A", ttl: 300, changetype: "REPLACE",
            records: [Record(content: "192.0.2.1", disabled: false)])
        try await client.zones.patchZone(serverId: server, zoneId: zone, zone: Zone(rrsets: [address]))
        func stored() async throws -> RRSet? {
            try await client.zones.listZone(serverId: server, zoneId: zone).rrsets?.first { $0.name == name }
        }
        let set = try await stored()
        checks.expect("a record set is stored", set?.ttl == 300 && set?.records.map(\.content) == ["192.0.2.1"])
        checks.expect("what only requests have is nil in a response", set?.changetype == nil)
        let results = try await client.search.data(serverId: server, q: "www*", max: 10)
        checks.expect("it is found", results.contains { $0.name == name })
        let export = try await client.zones.axfrExportZone(serverId: server, zoneId: zone)
        checks.expect("the zone is exported as text", export.contains("192.0.2.1"))
        let removal = RRSet(name: name, type: "A", ttl: 300, changetype: "DELETE", records: [])
        try await client.zones.patchZone(serverId: server, zoneId: zone, zone: Zone(rrsets: [removal]))
        checks.expect("a record set is removed", try await stored() == nil)
    }

    static func metadata(_ client: PowerDNSClient, _ checks: inout Checks) async throws {
        let api = client.zonemetadata
        let sent = Metadata(kind: "ALLOW-AXFR-FROM", metadata: ["192.0.2.0/24"])
        let set = try await api.modifyMetadata(
            serverId: server, zoneId: zone, metadataKind: "ALLOW-AXFR-FROM", metadata: sent)
        checks.expect("metadata are set", set.metadata == ["192.0.2.0/24"])
        let kinds = try await api.listMetadata(serverId: server, zoneId: zone).map(\.kind)
        checks.expect("metadata are listed", kinds.contains("ALLOW-AXFR-FROM"))
        try await api.deleteMetadata(serverId: server, zoneId: zone, metadataKind: "ALLOW-AXFR-FROM")
        let left = try await api.getMetadata(serverId: server, zoneId: zone, metadataKind: "ALLOW-AXFR-FROM")
        checks.expect("metadata are removed", left.metadata == [])
    }

    static func keys(_ client: PowerDNSClient, _ checks: inout Checks) async throws {
        let api = client.zonecryptokey
        let made = try await api.createCryptokey(
            serverId: server, zoneId: zone, cryptokey: Cryptokey(keytype: .csk, active: true))
        checks.expect("a key is made", made.keytype == .csk && made.active == true && made.bits == 256)
        guard let id = made.id.map({ "\($0)" }) else { return checks.expect("it has an id", false) }
        try await api.modifyCryptokey(
            serverId: server, zoneId: zone, cryptokeyId: id, cryptokey: Cryptokey(active: false))
        let changed = try await api.getCryptokey(serverId: server, zoneId: zone, cryptokeyId: id)
        checks.expect("a key is changed", changed.active == false)
        try await api.deleteCryptokey(serverId: server, zoneId: zone, cryptokeyId: id)
        checks.expect("a key is removed", try await api.listCryptokeys(serverId: server, zoneId: zone).isEmpty)
    }

    static func statistics(_ client: PowerDNSClient, _ checks: inout Checks) async throws {
        let flushed = try await client.servers.cacheFlushByName(serverId: server, domain: zone)
        checks.expect("the cache is flushed", flushed.result?.isEmpty == false)
        let uptime = try await client.stats.getStats(serverId: server, statistic: "uptime")
        checks.expect("a statistic is read", uptime.map(\.name) == ["uptime"] && uptime.first?.value != nil)
        let settings = try await client.config.getConfig(serverId: server)
        checks.expect("settings are listed", settings.contains { $0.name == "api" && $0.value == "yes" })
    }

    static func errors(_ client: PowerDNSClient, _ checks: inout Checks) async {
        await checks.expect("an unknown zone is an error with the server's text") {
            try await client.zones.listZone(serverId: server, zoneId: "nowhere.example.")
        } as: {
            guard let error = $0 as? ApiError else { return false }
            return error.statusCode == 404 && error.decoded(ErrorModel.self)?.error.isEmpty == false
        }
        await checks.expect("a record that is none is an error with the server's text") {
            let set = RRSet(
                name: "a.example.org.", type: "A", ttl: 1, changetype: "REPLACE",
                records: [Record(content: "no address")])
            try await client.zones.patchZone(serverId: server, zoneId: zone, zone: Zone(rrsets: [set]))
        } as: {
            ($0 as? ApiError)?.statusCode == 422
        }
    }
}
