// The client of Specs/orders is generated beside this file.
