/// A page to open, and what to do with it.
struct BrowserRequest: Encodable {
  let path: String
  var dark = false
  var noScript = false
  /// Looks for violations of WCAG 2.2 AA.
  var axe = false
  /// In pixels.
  var width = 1280
  var height = 1000
  /// Values of the fields of the what-if, by their ids, set one set after another.
  var assumptions: [[String: String]] = []
  /// Uses the keyboard alone.
  var keys = false
  /// The names of keys to press, one after another.
  var presses: [String] = []
  /// Prints the page, and looks at nothing else.
  var print = false
}

/// What the browser saw of a page.
struct BrowserSight: Decodable {
  struct Results: Decodable {
    let texts: [String: String]
    let years: [[String]]
    let invalid: [String]
    /// How many cells of the what-if that are seen hold a dash.
    let dashes: Int
    /// How many of its tables that are seen have no row that is.
    let empty: Int
  }
  struct Keys: Decodable {
    /// The ids of what the Tab key leads to, from the what-if's title on.
    let reached: [String]
    /// After a pay of 50,000 was typed.
    let typed: Results
    let reset: Results
  }
  /// What came out of the printer: how many pieces of text are on each page, a few to a
  /// line, and the size of the paper in points.
  struct Pages: Decodable {
    let pieces: [Int]
    let width: Double
    let height: Double
  }
  let console: [String]
  let requests: [String]
  /// Those of the requests that were not stopped by the page's policy.
  let sent: [String]
  let text: String
  let elements: [String]
  /// The attributes that would run a script.
  let handlers: [String]
  /// Whether an attack ran.
  let ran: Bool
  /// Whether the page is wider than the window.
  let wide: Bool
  /// Whether the what-if is shown.
  let panel: Bool
  /// How many pixels below the top of the page each part of page one ends.
  let edges: [String: Double]
  let violations: [String]?
  let keys: Keys?
  /// Before the first key was pressed and after each: which screen of a session is shown, and of how many.
  let screens: [[Int]]
  /// The same times: by how many pixels the screen is taller than the window.
  let beyond: [Int]
  /// The printed pages; nil where none were asked for.
  let pages: Pages?
  let results: [Results]
}
