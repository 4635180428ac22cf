/// A language of the pages of a session and of the reports in them. The engine's messages about a field are in English in each.
package enum SessionLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case spanish = "es"
}
