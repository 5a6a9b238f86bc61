"""Texts that try to leave the place that they are put into. Where one succeeds, `zqx.pwn` is a token of code."""

CODE = "zqx.pwn()"

PAYLOADS = [
    f'"; {CODE} //', f'\\"; {CODE} //', f'"""\n{CODE}\n"""', f'"#; {CODE} //', f'\\({CODE})', f'\\#({CODE})',
    f"'; {CODE} //", f"`; {CODE} //", f"\\", f'\\\\"; {CODE}',
    *[f"a{end}{CODE}" for end in ["\n", "\r", "\r\n", "\v", "\f", "\x85", "\u2028", "\u2029", "\0", "\x1b[31m"]],
    f"*/ {CODE} /*", f"/* {CODE}", f"// {CODE}", f"a\n#if {CODE}\n#endif", f'a\n#sourceLocation(file: "{CODE}", line: 1)',
    f"\u202e{CODE}\u202c", f"\u2066{CODE}", f"\u200b{CODE}", f"\ufeff{CODE}", "caf\u00e9 zqx.pwn", "cafe\u0301 zqx.pwn",
    f"../../{CODE}", f"/etc/{CODE}", f"..\\..\\{CODE}", "NUL", "aux.md", f"{CODE}" * 1111,
    "{{" + CODE + "}}", "{{{" + CODE + "}}}", "{{#apis}}" + CODE + "{{/apis}}", "{{=<% %>=}}" + CODE, "{{> Client.swift}}",
    "<script>zqx.pwn()</script>", '"><img src=x onerror=zqx.pwn()>', "[a](javascript:zqx.pwn())",
    "![a](https://zqx.pwn/x.png)", "<https://zqx.pwn>", "[a]: javascript:zqx.pwn()", "a | b | zqx.pwn |", "# zqx.pwn",
    "zqx.pwn\n===", "```\nzqx.pwn", "~~~\nzqx.pwn", "`` ` <b onclick=zqx.pwn()>", "- Parameter zqx.pwn: a",
    "@Metadata { zqx.pwn }", "<!-- zqx.pwn",
    "a\n---\nzqx.pwn", "   # zqx.pwn", "- # zqx.pwn", "> zqx.pwn\n> ===", "1. a\n   # zqx.pwn", "- ```\n  ```\n<script>zqx.pwn()</script>",
    "> ```\n<script>zqx.pwn()</script>", "1. ~~~\n   a\n~~~\n<script>zqx.pwn()</script>", "```a`b\n<script>zqx.pwn()</script>",
    "a\\|b|<script>zqx.pwn()</script>", "a\\|\u0301b | zqx.pwn", "[a](\njavascript:zqx.pwn())", "[a](&#106;avascript:zqx.pwn())", "[a](java\\script:zqx.pwn())",
    "[a](<javascript:zqx.pwn()>)", "[zqx]\n\n[zqx]:\njavascript:zqx.pwn()", "[a](\u200bjavascript:zqx.pwn())", "`` ` | zqx.pwn",
    "`zqx.pwn", "**zqx.pwn", "| a |\n| --- |\n| zqx.pwn |", "zqx.pwn \\", "zqx\ud800.pwn", "- Parameters:\n  - zqx.pwn: a", "zqx.pwn\\|", "]]> zqx.pwn", "$(zqx.pwn)", "%s%n zqx.pwn", "&lt;script&gt; zqx.pwn",
    f") {{ {CODE} }} (", f"}} {CODE} {{", f"> {CODE}", f", default: {CODE}",
]
