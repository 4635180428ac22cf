#!/usr/bin/env python3
"""usage: check_spelling.py [FOLDER]

Checks the spelling of the documents and of the templates of a checkout with Hunspell, in English and Spanish. Prose alone:
the Markdown parser leaves out code, links and comments; of a template what stands in braces and what programs read is left
out. Words that Hunspell does not know and that are right stand in Scripts/words-LANGUAGE.txt, sorted, one a line; none
stands there in vain."""
import html, pathlib, re, subprocess, sys
import yaml
from markdown_it import MarkdownIt

FOLDER = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
DICTIONARIES = {"en": "en_US", "es": "es_US"}
# Keys of template.yaml whose values are no prose.
NO_PROSE = {"id", "language", "paper", "parts", "logo", "primary_color", "accent_color", "contact"}
# No words: addresses, names of files, places to fill in, numbers with letters, and words in capitals such as NAICS.
NOT_WORDS = re.compile(
    r"https?://\S+|\b[\w.-]+@[\w.-]+|\{\{.*?\}\}|\{[^}]*\}|\b[\w-]+\.(?:md|csv|json|xlsx|txt|html|pdf|svg|png|yaml|typ|zip|css|swift|ndjson|css|mustache)\b"
    r"|\b\w*\d\w*\b|\b[A-Z][A-Z&-]*[A-Z]s?\b|\b[a-z]+[A-Z]\w*\b|\b\w+_\w+\b")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def of_markdown(path):
    """The lines of prose of a page, each with its number."""
    def words(tokens, line):
        for token in tokens:
            line = token.map[0] + 1 if token.map else line
            if token.type == "inline":
                text = "".join(" " if child.type in ("code_inline", "html_inline", "softbreak", "hardbreak") else child.content
                               for child in token.children if child.type != "image")
                alternatives = " ".join(child.content for child in token.children if child.type == "image")
                yield line, f"{text} {alternatives}"
    yield from words(MarkdownIt("commonmark").enable("table").parse(path.read_text()), 1)


def of_yaml(path):
    """The texts of a template, each with its line."""
    def texts(node, key=None):
        if isinstance(node, yaml.ScalarNode):
            if key not in NO_PROSE and node.tag == "tag:yaml.org,2002:str":
                yield node.start_mark.line + 1, node.value
        elif isinstance(node, yaml.SequenceNode):
            for each in node.value:
                yield from texts(each, key)
        elif isinstance(node, yaml.MappingNode):
            for name, value in node.value:
                yield from texts(value, name.value)
    yield from texts(yaml.compose(path.read_text()))


def of_mustache(path):
    """What a page says itself, without its tags and comments."""
    text = path.read_text()
    blank = lambda match: "\n" * match[0].count("\n")
    for pattern in (r"\{\{!.*?\}\}", r"<(style|script)\b.*?</\1>", r"<!--.*?-->", r"\{\{.*?\}\}", r"<[^>]*>"):
        text = re.sub(pattern, blank, text, flags=re.DOTALL)
    for number, line in enumerate(text.splitlines(), start=1):
        yield number, html.unescape(line)


def texts():
    """Language, file and its prose."""
    pages = [*FOLDER.glob("*.md"), *(FOLDER / "Documentation").rglob("*.md"), *(FOLDER / "Samples").rglob("*.md"),
             *(FOLDER / "Benchmarks").rglob("*.md")]
    for path in sorted(pages):
        yield "en", path, of_markdown(path)
    for path in sorted((FOLDER / "Templates").rglob("template.yaml")):
        # A Spanish template takes what it leaves out from standard-es, and its comments are no prose.
        yield "es" if path.parent.name.endswith("-es") else "en", path, of_yaml(path)
    for path in sorted((FOLDER / "Templates").rglob("*.mustache")):
        yield "en", path, of_mustache(path)


def unknown(language, words):
    """The words that Hunspell does not know, all asked at once."""
    result = subprocess.run(["hunspell", "-d", DICTIONARIES[language], "-i", "utf-8", "-l"], text=True, check=True,
                            input="\n".join(sorted(words)) + "\n", stdout=subprocess.PIPE)
    return set(result.stdout.split("\n")) - {""}


def main():
    places = {language: {} for language in DICTIONARIES}
    for language, path, lines in texts():
        for number, line in lines:
            for word in WORD.findall(NOT_WORDS.sub(" ", line)):
                places[language].setdefault(word.replace("’", "'"), []).append(f"{path.relative_to(FOLDER)}:{number}")
    problems = []
    for language, found in places.items():
        name = f"Scripts/words-{language}.txt"
        known = (FOLDER / name).read_text().split("\n")[:-1]
        if known != sorted(set(known)):
            problems.append(f"{name}: sort the words and leave out those that stand there twice: LC_ALL=C sort -u -o {name} {name}")
        strange = unknown(language, found)
        problems += [f"{place}: {word}: a misspelling, or a word for {name}"
                     for word in sorted(strange - set(known)) for place in found[word]]
        problems += [f"{name}: {word}: no text needs it" for word in known if word not in strange]
    print(*problems, sep="\n", end="\n" if problems else "")
    sys.exit(1 if problems else 0)


main()
