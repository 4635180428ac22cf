"""The documentation as pages to read in a browser, by Sphinx: see Documentation/about-the-documentation.md.

The source folder is the repository, so a link leads to the same page here and in the repository."""
import pathlib

FRONT = "Documentation/README"

project = "Pathbook"
html_title = "Pathbook"
copyright = "the authors of Pathbook"
root_doc = FRONT
include_patterns = ["*.md", "Documentation/**.md", "Samples/**.md", "Benchmarks/**.md"]
exclude_patterns = [".*", "out", "Sources", "Tests", "Templates"]

extensions = ["myst_parser"]
myst_enable_extensions = []
# Headings are targets of links as on GitHub.
myst_heading_anchors = 4

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["pathbook.css"]
html_extra_path = ["front"]
html_copy_source = False
html_show_sphinx = False
html_use_index = False
html_theme_options = {"footer_icons": [], "top_of_page_buttons": []}

# What stands beside every page, in this order. A page that is in no list stands under "More".
CONTENTS = {
    "Advise": [
        "Documentation/first-session", "Documentation/tasks/report", "Documentation/tasks/hand-over",
        "Documentation/session", "Documentation/compare", "Documentation/tasks/what-if",
        "Documentation/tasks/since-last-time", "Documentation/tasks/another-occupation", "Documentation/tasks/spanish",
        "Documentation/tasks/explain", "Documentation/tasks/make-a-pdf", "Documentation/embed-charts",
        "Documentation/tasks/caseload", "Documentation/tasks/rejected-rows", "Documentation/tasks/print-file",
        "Documentation/tasks/own-template", "Documentation/tasks/privacy"],
    "Look up": [
        "Documentation/profile", "Documentation/caseload", "Documentation/templates", "Documentation/pdf",
        "Documentation/csv", "Documentation/gallery", "Documentation/occupations", "Documentation/advising-rules"],
    "Data": [
        "Documentation/renew-the-data", "Documentation/add-to-the-data", "Documentation/check-the-data",
        "Documentation/another-occupation", "Samples/programs/README", "Samples/rosters/README"],
    "For IT": [
        "Documentation/install", "Documentation/data-handling", "Documentation/security", "SECURITY",
        "Documentation/accessibility", "Documentation/at-scale", "Documentation/versions"],
    "For programmers": [
        "README", "Documentation/swift", "Documentation/add-a-format", "Documentation/architecture", "CONTRIBUTING",
        "CHANGELOG", "Benchmarks/README", "Documentation/about-the-documentation"],
}


def navigation(found):
    """The lists as directives for the front page, with the pages that there are."""
    listed = {page for pages in CONTENTS.values() for page in pages}
    more = sorted(found - listed - {FRONT})
    for title, pages in [*CONTENTS.items(), ("More", more)]:
        pages = [page for page in pages if page in found]
        if pages:
            yield "\n".join(["```{toctree}", ":hidden:", f":caption: {title}", "", *(f"/{page}" for page in pages), "```"])


def always_front(app, env, added, changed, removed):
    """The front page lists all others, so it is made anew whenever anything is."""
    return [FRONT] if added or removed else []


def add_navigation(app, page, source):
    if page == FRONT:
        source[0] += "\n\n" + "\n\n".join(navigation(app.project.docnames))


# What the theme leaves out of its pages and a screen reader or the keyboard needs: names of the two columns, levels of the
# headings among the pages, a heading of the search, and focus for what may have to be scrolled.
ADDED = {
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="All pages">',
    '<aside class="toc-drawer': '<aside aria-label="This page" class="toc-drawer',
    'class="caption" role="heading">': 'class="caption" role="heading" aria-level="2">',
    '</noscript>\n\n<div id="search-results">': '</noscript>\n\n<h1>Search</h1>\n<div id="search-results">',
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    '<div class="highlight-default notranslate"><div class="highlight"><pre>':
        '<div class="highlight-default notranslate"><div class="highlight"><pre tabindex="0">',
}


def complete(app, failure):
    if failure or app.builder.format != "html":
        return
    for page in pathlib.Path(app.outdir).rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        for old, new in ADDED.items():
            text = text.replace(old, new)
        page.write_text(text, encoding="utf-8")


def setup(app):
    app.connect("env-get-outdated", always_front)
    app.connect("source-read", add_navigation)
    app.connect("build-finished", complete)
