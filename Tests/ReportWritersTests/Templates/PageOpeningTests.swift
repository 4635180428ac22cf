import ReportModel
import Testing

@testable import ReportWriters

/// The policy is the program's, and comes first.
@Suite struct PageOpeningTests {
  private static let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"

  private static func page(_ mustache: String, title: String = "Title") throws -> String {
    let report = Report.sample(title: title, sections: [])
    let writer = HTMLReportWriter(template: try HTMLTemplate(mustache, style: "p{}"))
    return String(decoding: writer.files(for: report)[0].bytes, as: UTF8.self)
  }

  @Test(arguments: [
    "<!DOCTYPE html>\n<html lang=\"{{language}}\">\n<head>\n<title>x</title></head><body></body></html>",
    "<!doctype HTML><HTML class=\"a\"><HEAD><title>x</title>", "\u{FEFF}<!DOCTYPE html>\n<html>\n\n<head>\n",
  ])
  func `the policy is the first element of the head`(_ mustache: String) throws {
    let page = try Self.page(mustache)
    let head = try #require(page.lowercased().firstRange(of: "<head>"))
    #expect(page[head.upperBound...].hasPrefix("\n" + Self.policy), "\(page)")
  }

  @Test(arguments: [
    "<p>x</p>", "{{title}}", "<html><body>x", "<p>x</p><!DOCTYPE html><html><head></head>", "",
    "<!-- --><head>",
    "<!DOCTYPE html><p>x</p><html><head>", "{{#footer}}<!DOCTYPE html><html><head>{{/footer}}",
    "<!DOCTYPE html><html lang=\"{{#footer}}a{{/footer}}\" title=\"b\"><head>",
  ])
  func `where a template begins otherwise, the policy comes before all of it`(_ mustache: String) throws {
    let page = try Self.page(mustache)
    #expect(page.hasPrefix("<!DOCTYPE html>\n" + Self.policy), "\(page)")
  }

  @Test(arguments: [
    "<meta http-equiv=\"Content-Security-Policy\" content=\"{{policy}}\" />",
    "<META content='{{ policy }}' HTTP-EQUIV=content-security-policy>",
  ])
  func `a template that puts in the policy gets no second one`(_ element: String) throws {
    let page = try Self.page(
      "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\" />\n\(element)\n<title>x</title>\n</head>")
    #expect(page.ranges(of: "-security-policy").count + page.ranges(of: "-Security-Policy").count == 1)
    #expect(page.ranges(of: "charset").count == 1)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html>\n<head>\n" + Self.policy))
    #expect(page.hasSuffix("<meta charset=\"utf-8\" />\n<title>x</title>\n</head>"))
  }

  @Test func `a quotation mark with an accent on it ends no attribute`() throws {
    let page = try Self.page(
      "<p title=\"{{title}}\" class='{{title}}'></p>", title: "\"\u{301} '\u{301} <\u{301}b>")
    #expect(page.contains("title=\"&quot;\u{301} &#39;\u{301} &lt;\u{301}b&gt;\""))
    #expect(page.contains("class='&quot;\u{301} &#39;\u{301} &lt;\u{301}b&gt;'"))
  }
}
