"""usage: typst-worker.py FONT ...   Compiles documents of Typst to PDF, one after another, for Pathbook.

A request on standard input is a line with the length of the source in bytes and the time that the file is to
tell, then the source. The answer on standard output is "pdf LENGTH" or "error LENGTH" on a line, then the bytes.
Before the first request it writes "ready VERSION". It ends with its input.

The template in a request may come from a stranger, and the rest of the source is personal. So nothing is kept, and
after the start the process can open no file and no connection.
"""
import os
import re
import resource
import signal
import tempfile

import typst

# Seconds for a document, after which the process ends: when nobody waits for it any more.
LIMIT = 90


def limit(what, most):
    hard = resource.getrlimit(what)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(what, (most, most))


def compiler(paths):
    # Typst takes folders of fonts. Paths in a document are in this folder too, and it is gone before the first document.
    with tempfile.TemporaryDirectory(prefix="pathbook-typst-") as root:
        for number, path in enumerate(paths):
            os.symlink(path, f"{root}/{number}{os.path.splitext(path)[1]}")
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[root])
        made = typst.Compiler(
            root=root, font_paths=fonts, ignore_system_fonts=True, package_path=root, package_cache_path=root
        )
    if len({font.path for font in fonts.fonts()}) < len(paths):
        raise SystemExit("a font cannot be read")
    # A font is read when it is first used: all of them now.
    lines = [
        f'#text(font: "{font.family}", weight: {font.weight}, style: "{font.style}")[a]' for font in fonts.fonts()
    ]
    made.compile(input="\n".join(lines).encode(), format="pdf")
    return made


def error(failure):
    """The line and the message, without what stands around: that could be the client's words."""
    line = re.search(r"\.typ:(\d+):", failure.diagnostic or "")
    return f"{line[1] if line else 0} {failure.message}".encode()


def answer(kind, content):
    rest = memoryview(b"%s %d\n" % (kind, len(content)) + content)
    while rest:
        rest = rest[os.write(1, rest) :]


def work(compile, requests):
    while head := requests.readline():
        length, made_at = map(int, head.split())
        source = requests.read(length)
        if len(source) < length:
            return
        signal.alarm(LIMIT)
        try:
            answer(b"pdf", compile(input=source, format="pdf", pdf_standards=["ua-1"], timestamp=made_at))
        except typst.TypstError as failure:
            answer(b"error", error(failure))
        signal.alarm(0)


def main(paths):
    # Ctrl-C is for the program that has started this one; it ends when that ends.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit(resource.RLIMIT_CORE, 0)
    limit(resource.RLIMIT_AS, 3 << 30)
    made = compiler(paths)
    limit(resource.RLIMIT_NOFILE, 3)
    os.write(1, f"ready {typst.__version__}\n".encode())
    with os.fdopen(0, "rb", closefd=False) as requests:
        work(made.compile, requests)


if __name__ == "__main__":
    import sys

    main(sys.argv[1:])
