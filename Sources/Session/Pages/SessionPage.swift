import Export
import ReportWriters

/// A page of the session: the shell with the menu around what a template of `Sources/Session/Pages/Files` makes of some values.
struct SessionPage {
  let language: SessionLanguage
  /// The path of the page, to come back to after a change of language.
  let path: String
  private let words: SessionWords

  init(_ request: SessionRequest) {
    language = request.language
    path = "/" + request.path.map(PercentCoding.encoded).joined(separator: "/")
    words = SessionWords(language)
  }

  /// A page that has no menu.
  func bare(_ name: String, title: String, _ values: MustacheValues) -> SessionResponse {
    var values = values
    values["words"] = words
    values["language"] = language.rawValue
    values["title"] = title
    return .html(PageTemplates.rendered(name, values))
  }

  /// - Parameters:
  ///   - name: of the template.
  ///   - title: of the window. It may stand on a shared screen: no id, no name of a client.
  ///   - values: for the template, besides the words.
  func response(_ name: String, title: String, _ values: MustacheValues) -> SessionResponse {
    var values = values
    values["words"] = words
    let content = PageTemplates.rendered(name, values)
    let menu = [("/", "clients"), ("/caseload", "caseload"), ("/data", "data")].map { address, key in
      ["address": address, "title": words[key], "current": address == path] as MustacheValues
    }
    let other: SessionLanguage = language == .english ? .spanish : .english
    return .html(
      PageTemplates.rendered(
        "shell",
        [
          "language": language.rawValue, "title": title, "page": name, "menu": menu, "content": content,
          "other_language": other.rawValue, "from": PercentCoding.encoded(path), "words": words,
        ]))
  }
}

extension SessionRequest {
  /// What the person has chosen, else what the browser says.
  var language: SessionLanguage {
    if let chosen = cookie(LanguageChoice.cookie).flatMap(SessionLanguage.init(rawValue:)) { return chosen }
    return (headers["accept-language"] ?? "").lowercased().hasPrefix("es") ? .spanish : .english
  }
}

/// The choice of a language, which the browser keeps.
enum LanguageChoice {
  static let cookie = "pathbook-language"

  static let route = SessionRoute(.get, "language/*") { request, _ in
    guard let language = SessionLanguage(rawValue: request.path[1]) else {
      return .refusal(404, "There is no such language.")
    }
    let from = request.query["from"] ?? "/"
    // Two slashes would lead to another machine.
    let isOwn =
      from.hasPrefix("/") && !from.hasPrefix("//")
      && from.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x5C }
    var response = SessionResponse.redirect(to: isOwn ? from : "/")
    response.headers.append(
      ("set-cookie", "\(cookie)=\(language.rawValue); SameSite=Strict; HttpOnly; Path=/; Max-Age=31536000"))
    return response
  }
}

/// The templates of the pages, which are part of the binary.
enum PageTemplates {
  static func rendered(_ name: String, _ values: MustacheValues) -> String {
    guard let template = all[name] else { preconditionFailure("there is no page \(name)") }
    return template.filled(with: values)
  }

  private static let names = [
    "shell", "clients", "client", "pictures", "present", "message", "caseload", "data",
  ]

  private static let all = Dictionary(
    uniqueKeysWithValues: names.map { name -> (String, MustacheTemplate) in
      let text = ShippedFile.text("session/\(name).html.mustache")
      guard let template = try? MustacheTemplate(page: text) else {
        preconditionFailure("the page \(name) reads")
      }
      return (name, template)
    })
}
