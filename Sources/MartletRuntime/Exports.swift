// The types of Foundation that generated declarations have in them, so that whoever imports a client needs nothing else.

@_exported public import struct Foundation.Data
@_exported public import struct Foundation.Date
@_exported public import struct Foundation.Decimal
@_exported public import struct Foundation.URL
@_exported public import struct Foundation.UUID
