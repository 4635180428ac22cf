/// A language that the pages of a session have. The engine's messages about a field are in English in each.
package enum SessionLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case spanish = "es"
}
