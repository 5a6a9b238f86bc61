/// The types of a JSON Patch (RFC 6902); a patch is an array of ``JSONPatch/Step``.
public enum JSONPatch {}
