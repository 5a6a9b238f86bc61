"""Validates every request of a program that calls the checked-in clients, and answers it with data that conforms.

A server on loopback hands each request to openapi-core, which knows nothing of martlet, together with the document that the
client was generated from. Prints the number of operations and requests, and every violation; fails when there is one, when
an operation was not called, or when the program failed.
"""

import logging
import subprocess
import sys
import threading
from collections import Counter

from werkzeug.serving import make_server
from werkzeug.wrappers import Request

from answers import Answers
from documents import Document

DOCUMENTS = {
    "launchdarkly": "Specs/launchdarkly-access-tokens/openapi.yaml",
    "petstore": "Specs/petstore/openapi.yaml",
    "operations": "Specs/operations/openapi.yaml",
}


class Judge:
    """The server's application: keeps what was called and what was wrong with it."""

    def __init__(self, address):
        self.documents = {name: Document(path, f"{address}/{name}") for name, path in DOCUMENTS.items()}
        self.answers = {name: Answers(document) for name, document in self.documents.items()}
        self.requests = Counter()
        self.violations = []
        self.lock = threading.Lock()

    def __call__(self, environ, start_response):
        request = Request(environ)
        name = request.path.split("/")[1]
        document = self.documents[name]
        try:
            operation, errors = document.check(request)
        except Exception as error:  # the judge's own fault, which must not pass for a verdict
            operation, errors = None, [f"{type(error).__name__} in the judge: {error}"]
        with self.lock:
            response = self.answers[name].next(operation, request)
            errors += document.check_answer(request, response) if operation else []
            self.requests[name, operation] += 1
            self.violations += [f"{request.method} {environ['RAW_URI']}: {error}" for error in errors]
        return response(environ, start_response)

    def verdict(self):
        """Prints the outcome; true when all is well."""
        called = set(self.requests)
        declared = {(name, id) for name, document in self.documents.items() for id in document.operations}
        for violation in self.violations:
            print(f"violation: {violation}")
        for name, operation in sorted(declared - called):
            print(f"not called: {operation} of {name}")
        for name in DOCUMENTS:
            operations = sum(key[0] == name for key in declared & called)
            requests = sum(count for key, count in self.requests.items() if key[0] == name)
            print(f"{name}: {operations} operations, {requests} requests")
        print(f"{len(declared & called)} operations, {self.requests.total()} requests, {len(self.violations)} violations")
        return not self.violations and declared <= called


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    judge = None
    server = make_server("127.0.0.1", 0, lambda *arguments: judge(*arguments), threaded=True)
    address = f"http://127.0.0.1:{server.server_port}"
    judge = Judge(address)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    status = subprocess.run([sys.argv[1], address]).returncode
    server.shutdown()
    sys.exit(0 if judge.verdict() and status == 0 else 1)


main()
