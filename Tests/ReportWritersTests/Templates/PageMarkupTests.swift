import Testing

@testable import ReportWriters

/// The template of a page may come from a stranger.
@Suite struct PageMarkupTests {
  private static func problems(_ body: String) -> [PageTemplateError.Problem.Kind] {
    do throws(PageTemplateError) {
      _ = try HTMLTemplate(
        "<!DOCTYPE html>\n<html>\n<head>\n</head>\n<body>\n\(body)\n</body></html>", style: "")
      return []
    } catch {
      return error.problems.map(\.kind)
    }
  }

  @Test(arguments: [
    "<p>text & more, 1 < 2, a > b</p>", "<a href=\"https://example.org/a?b=c\">x</a>",
    "<a href=\"HTTP://example.org\" rel=\"noreferrer\" target=\"_blank\">x</a>",
    "<a href=https://example.org/>x</a>",
    "<a href=\"mailto:a@example.org\">x</a>", "<a href='tel:+1-555'>x</a>",
    "<a href=\"#title-{{client_id}}\">x</a>",
    "{{#sections}}<h2 id=\"t-{{id}}\">{{title}}</h2>{{{content}}}{{/sections}}",
    "<!-- a note <p>old</p> -->", "{{! <script>no page has this</script> }}", "<style>{{{style}}}</style>",
    "<meta name=\"viewport\" content=\"width=device-width\" />", "<meta charset=\"UTF-8\">",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"{{policy}}\" />", "{{policy}}",
    "<td colspan=2 class=\"{{#footer}}with{{/footer}}\">x</td>", "<ol start=3><li value=\"4\">x</ol>",
    "<details open><summary>x</summary></details>", "<BR/><hr><p hidden>x</p>",
  ])
  func `what arranges text is allowed`(_ body: String) {
    #expect(Self.problems(body) == [])
  }

  @Test(arguments: [
    "script", "SCRIPT", "link", "img", "form", "base", "iframe", "object", "embed", "frame", "frameset",
    "audio",
    "video", "source", "track", "picture", "svg", "math", "input", "button", "textarea", "template",
    "noscript",
    "portal", "applet", "marquee", "x-element", "image", "xmp", "plaintext", "fencedframe", "use",
  ])
  func `an element that could load, send or run something is refused`(_ name: String) {
    for body in [
      "<\(name) src=\"https://x.example/\">", "<\(name)>", "<\(name)/x>", "<!-- <\(name)> -->",
      "<title><\(name)></title>",
      "{{#sections}}<\(name)>{{/sections}}", "<\(name)\t>", "</\(name)>",
    ] {
      #expect(Self.problems(body).first == .forbiddenElement(name.lowercased()), "\(body)")
    }
  }

  @Test(arguments: [
    ("p", "onclick=\"x()\""), ("p", "ONLOAD=x"), ("body", "onload='x'"),
    ("p", "style=\"background:url(//x.example)\""),
    ("p", "style=\"color:red\""), ("a", "ping=\"https://x.example/\""),
    ("body", "background=\"//x.example/a.png\""),
    ("td", "background=x"), ("blockquote", "cite=\"https://x.example/\""),
    ("a", "xlink:href=\"https://x.example/\""),
    ("p", "srcset=x"), ("p", "src=x"), ("p", "href=\"https://x.example/\""), ("a", "download"),
    ("p", "is=\"x\""),
    ("html", "manifest=\"x\""), ("p", "xml:base=\"https://x.example/\""), ("p", "nonce=x"), ("p", "srcdoc=x"),
    ("a", "attributionsrc=\"https://x.example/\""), ("p", "formaction=x"),
  ])
  func `an attribute that could load, send or run something is refused`(
    _ element: String, _ attribute: String
  ) {
    let name = attribute.prefix { $0 != "=" }.lowercased()
    for body in [
      "<\(element) \(attribute)>", "<\(element)/\(attribute)>", "<\(element)\n\(attribute) class=\"a\">",
      "<\(element) class=\"a\" \(attribute)>",
    ] {
      #expect(Self.problems(body) == [.forbiddenAttribute(name, element: element)], "\(body)")
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", " javascript:alert(1)", "JaVaScRiPt:x", "java&#115;cript:x", "&#106;avascript:x",
    "data:text/html,x", "//x.example/", "file:///etc/passwd", "x.html", "/x", "\\\\x.example\\a",
    "vbscript:x",
    "https://x.example/?{{client_id}}", "{{title}}", "h{{! }}ttps://x", "ftp://x.example", "blob:x", "",
    "java\tscript:x",
  ])
  func `a link leads to a page, a mail or a place, the same for every client`(_ address: String) {
    #expect(Self.problems("<a href=\"\(address)\">x</a>") == [.forbiddenAddress])
  }

  @Test(arguments: [
    "<meta http-equiv=\"refresh\" content=\"0;url=https://x.example/\">", "<META HTTP-EQUIV=refresh>",
    "<meta content=\"0\" http-equiv='&#114;efresh'>", "<meta charset=\"utf-7\">",
    "<meta charset=\"utf-8\" http-equiv=\"refresh\" content=\"0;url=https://x.example/\">",
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src *\">",
    "<meta http-equiv=\"x-dns-prefetch-control\" content=\"on\">",
    "<meta name=\"referrer\" content=\"unsafe-url\">",
    "<meta name=\"monetization\" content=\"https://x.example/\">",
  ])
  func `a meta element says something and asks for nothing`(_ body: String) {
    let kinds = Self.problems(body)
    #expect(kinds.count == 1)
    guard case .forbiddenAttribute(_, "meta")? = kinds.first else {
      Issue.record("\(kinds)")
      return
    }
  }

  @Test(arguments: [
    "<{{title}}>", "<{{! }}script>", "<scr{{! }}ipt>", "<p {{title}}>", "<p class={{title}}>",
    "<p class=\"a>x</p>",
    "<p class=\"{{#footer}}\">x</p>{{/footer}}", "{{#footer}}<p class=\"{{/footer}}\">", "<?php x ?>",
    "<![CDATA[x]]>",
    "<!ENTITY x>", "<!doctype svg>", "</>", "</ p>", "<p", "<p class", "<p class=>", "<p =x>", "<p \"x\">",
    "<3",
    "<p class=\"<script>\">", "<scr\u{0}ipt>", "<p class=\"a\"title=`x`>", "</p class=\"a\">",
    "<p \u{301}onclick=x>",
    "<p {{#footer}}class=\"a\"{{/footer}}>x</p>", "<é>", "<p title=\"{{{what_if}}}\">",
  ])
  func `what browsers could read in two ways is refused`(_ body: String) {
    let kinds = Self.problems(body)
    #expect(kinds.contains(.brokenMarkup) || kinds.contains(.misplacedMarkup("what_if")), "\(kinds)")
  }

  @Test(arguments: [
    "<style>@import url(https://x.example/);</style>", "<style>{{{style}}} p{}</style>",
    "<style> {{{style}}}</style>",
    "<style><script></style>", "<style>", "<style>{{style}}</style>",
    "<style>{{#footer}}{{{style}}}{{/footer}}</style>",
    "<style></style>",
  ])
  func `the style element holds the style sheet alone`(_ body: String) {
    #expect(Self.problems(body).contains(.styleElement))
  }

  @Test(arguments: ["<p>{{{style}}}</p>", "{{&style}}", "<title>{{{style}}}</title>"])
  func `the style sheet stands in no other element`(_ body: String) {
    #expect(Self.problems(body).contains(.misplacedMarkup("style")))
  }

  @Test func `problems have their lines and say what to do`() {
    let error = #expect(throws: PageTemplateError.self) {
      try HTMLTemplate("<p>\n<script>\nx</p>\n<p onclick=\"x\">\n<p style=\"x\">", style: "")
    }
    #expect(
      error?.description.split(separator: "\n").map(String.init) == [
        "line 2: <script> is not for a page, which loads, sends and runs nothing; remove the element",
        "line 4: onclick on <p> is not for a page, which loads, sends and runs nothing; remove the attribute",
        "line 5: a page takes no style attributes; use a class, and write its rule into extra.css",
      ])
  }
}
