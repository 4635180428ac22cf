/// Texts that break careless readers and writers.
package enum NastyText {
  /// What has broken tables before: all that CSV gives a meaning, and text of every sort.
  package static let cells = [
    "", "a", ",", "\"", "\"\"", "\n", "\r", "\r\n", " ", " a ", "\t", "a,b", "say \"no\"", "two\nlines",
    "\u{FEFF}", "\u{FEFF}id", "größe", "日本", "\u{202E}abc", "=1+1", "-5", "1,000", "'", "\\", ";",
    "e\u{301}", "👩‍⚕️", String(repeating: "x", count: 3000),
  ]
}
