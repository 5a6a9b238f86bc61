// The clients of the documents in Specs/ are generated beside this file.
