"""Checks the clients of documents that once went wrong.

    cases.py BIN FOLDER[:FOLDER] [NAME...]

BIN has the executables, each FOLDER documents. Each file of a FOLDER has an entry in expectations.txt, with one or more of

    error TEXT      the document is refused, with this in an error
    warning TEXT    there is a warning with this
    silent          there is no diagnostic
    line TEXT       a generated file has this, whatever the white space and line breaks
    never TEXT      no generated file has it
    value NAME JSON -> JSON
                    a value of a component is encoded like this when it has been decoded; without an arrow as it was
    config YAML     a line for the configuration
    extends NAME    all names of the client of another document are in this one's
    prints TEXT     the output of a script has this
    hides TEXT      the output of a script doesn't have it
    generated       the client is not compiled, because it is large
    elsewhere TEST  nothing here: the case is a text, and this test checks it

A client is type-checked unless its document is refused. Names restrict the run to entries that begin with one of them.
"""

import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile


def entries(path):
    """The expectations by name of the case, each a kind and a text."""
    found, current = {}, None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        if line.startswith(" "):
            kind, _, text = line.strip().partition(" ")
            current.append((kind, text))
        else:
            if line in found:
                sys.exit(f"expectations.txt: {line} is there twice")
            current = found[line] = []
    return found


def files(folders):
    """The paths of the cases below folders by name. The documentation of clients is not for machines to judge."""
    found = {}
    for folder in folders:
        for path in glob.glob(f"{folder}/*/**", recursive=True):
            name = os.path.relpath(path, folder)
            if os.path.isfile(path) and not name.startswith("documentation/"):
                found[name] = os.path.abspath(path)
    return found


def squeezed(text):
    """The text without white space that only lays out Swift."""
    text = re.sub(r"^\s*///", " ", text, flags=re.M)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"(?<=[(\[]) | (?=[)\]])", "", text)


class Case:
    def __init__(self, name, expectations, path, tools, scratch):
        self.name, self.expectations, self.path, self.tools = name, expectations, path, tools
        self.scratch = f"{scratch}/{name.replace('/', '-')}"
        self.output = f"{self.scratch}/out"
        self.problems = []

    def texts(self, kind):
        return [text for found, text in self.expectations if found == kind]

    @property
    def is_refused(self):
        return bool(self.texts("error"))

    @property
    def is_compiled(self):
        return not self.is_refused and not any(self.texts(kind) for kind in ["generated", "prints", "hides", "elsewhere"]) \
            and ("generated", "") not in self.expectations

    def check(self):
        if self.texts("elsewhere"):
            return
        os.makedirs(self.scratch)
        if self.name.endswith(".sh"):
            return self.check_script()
        configuration = f"{self.scratch}/martlet.yaml"
        with open(configuration, "w", encoding="utf-8") as file:
            lines = [f"spec: {json.dumps(self.path)}", "module: CaseAPI", f"output: {json.dumps(self.output)}"]
            file.write("\n".join(lines + self.texts("config")) + "\n")
        run = subprocess.run(
            [f"{self.tools}/martlet", "generate", "--config", configuration], capture_output=True, text=True
        )
        self.check_diagnostics(run)
        if run.returncode == 0:
            self.check_files()
            self.check_values()

    def check_diagnostics(self, run):
        if run.returncode != (1 if self.is_refused else 0):
            self.problems.append(f"exit status {run.returncode}: {run.stderr[:500]}")
        for kind in ["error", "warning"]:
            found = [line for line in run.stderr.splitlines() if f" {kind}: " in line]
            for text in self.texts(kind):
                if not any(text in line for line in found):
                    self.problems.append(f"no {kind} with: {text}")
        if ("silent", "") in self.expectations and run.stderr:
            self.problems.append(f"not silent: {run.stderr[:500]}")

    def check_files(self):
        paths = [path for path in glob.glob(f"{self.output}/**", recursive=True) if os.path.isfile(path)]
        self.text = "\n".join(squeezed(open(path, encoding="utf-8").read()) for path in sorted(paths))
        for text in self.texts("line"):
            if text not in self.text:
                self.problems.append(f"no line: {text}")
        for text in self.texts("never"):
            if text in self.text:
                self.problems.append(f"there is a line: {text}")

    def names(self):
        return set(re.findall(r"\bpublic (?:\w+ )*?(?:var|func|struct|enum|typealias|let) (`?\w+)", self.text))

    def check_values(self):
        if not self.texts("value"):
            return
        program = f"{self.scratch}/program"
        run = subprocess.run(
            [f"{self.tools}/martlet-dev", "round-trip", self.path, program], capture_output=True, text=True
        )
        if run.returncode != 0:
            return self.problems.append(run.stdout[:1000])
        values = [text.split(" ", 1) for text in self.texts("value")]
        lines = "".join(f"{name}\t{value.split(' -> ')[0]}\n" for name, value in values)
        answers = subprocess.run([program], input=lines, capture_output=True, text=True).stdout.splitlines()
        for index, (name, value) in enumerate(values):
            answer = answers[index] if index < len(answers) else "the program ended"
            wanted = value.split(" -> ")[-1]
            if not answer.startswith("+") or canonical(answer[1:]) != canonical(wanted):
                self.problems.append(f"{name} {value}: {answer}")

    def check_script(self):
        environment = dict(os.environ, PATH=f"{os.path.abspath(self.tools)}:{os.environ['PATH']}")
        run = subprocess.run(
            ["sh", self.path], cwd=self.scratch, env=environment, capture_output=True, text=True
        )
        output = run.stdout + run.stderr
        for text in self.texts("prints"):
            if text not in output:
                self.problems.append(f"not printed: {text}: {output[:500]}")
        for text in self.texts("hides"):
            if text in output:
                self.problems.append(f"printed: {text}")


def canonical(text):
    """JSON in a form that is the same for equal values; numbers keep their digits."""
    try:
        return json.dumps(json.loads(text, parse_float=str), sort_keys=True)
    except ValueError:
        return text


def compile_all(cases, tools, scratch):
    """Type-checks the clients."""
    folder = f"{scratch}/compiled"
    for case in cases:
        target = f"{folder}/{case.name}"
        os.makedirs(os.path.dirname(target), exist_ok=True)
        shutil.copy(case.path, target)
    if cases:
        run = subprocess.run([f"{tools}/martlet-dev", "corpus", folder], capture_output=True, text=True)
        lines = run.stdout.splitlines()
        print("\n".join(line for line in lines if ": failed" in line or line.startswith("    ")))
        print(lines[-1] if lines else run.stderr)
        if run.returncode != 0:
            return False
    return True


def main():
    tools, folders, *names = sys.argv[1:]
    expected = entries(os.path.join(os.path.dirname(__file__), "expectations.txt"))
    present = files(folders.split(":"))
    failed = 0
    for name in sorted(present.keys() - expected.keys()):
        print(f"{name}: not in expectations.txt")
        failed += 1
    for name in sorted(expected.keys() - present.keys()):
        print(f"{name}: in expectations.txt alone")
        failed += 1
    with tempfile.TemporaryDirectory() as scratch:
        cases = {
            name: Case(name, expectations, present[name], tools, scratch)
            for name, expectations in expected.items()
            if name in present and (not names or name.startswith(tuple(names)))
        }
        for case in cases.values():
            case.check()
        for case in cases.values():
            for other in case.texts("extends"):
                if other in cases and (lost := cases[other].names() - case.names()):
                    case.problems.append(f"names of {other} that are gone: {sorted(lost)}")
            for problem in case.problems:
                print(f"{case.name}: {problem}")
            failed += bool(case.problems)
        compiled = compile_all([case for case in cases.values() if case.is_compiled], tools, scratch)
        print(f"{len(cases)} cases, {failed} failed")
    sys.exit(0 if compiled and not failed else 1)


main()
