// The Foundation types that occur in generated declarations, so that users of a client need no other import.

@_exported public import struct Foundation.Data
@_exported public import struct Foundation.Date
@_exported public import struct Foundation.Decimal
@_exported public import struct Foundation.URL
@_exported public import struct Foundation.UUID
