// The client of Specs/billing is generated beside this file.
