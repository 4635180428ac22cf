import ReportModel

/// What goes from screen to screen on a page for a session: buttons, and the script that they and the keys belong to.
///
/// They are hidden until the script runs: without scripts, the page is one to scroll.
struct SessionKeys {
  private let words: KeyWords
  /// The title of the what-if, which a button shows beside the screen; nil without one.
  private let whatIfTitle: String?

  init(_ words: KeyWords, whatIfTitle: String?) {
    self.words = words
    self.whatIfTitle = whatIfTitle
  }

  static let script = PageScript.text("session.js")

  var html: String {
    let (back, next) = (HTMLEscaping.escaped(words.back), HTMLEscaping.escaped(words.next))
    let opener = whatIfTitle.map {
      "<button type=\"button\" id=\"keys-what-if\" aria-expanded=\"false\" aria-controls=\"what-if\">"
        + "\(HTMLEscaping.escaped($0))</button>\n"
    }
    return """
      <nav id="keys" aria-label="\(back), \(next)" hidden="hidden">
      \(opener ?? "")<button type="button" id="keys-back">\(back)</button>
      <span id="keys-place" role="status"></span>
      <button type="button" id="keys-next">\(next)</button>
      </nav>
      <script>\(Self.script)</script>
      """
  }
}
