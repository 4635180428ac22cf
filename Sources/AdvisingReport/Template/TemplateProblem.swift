import Advising
import ReportModel

/// What is wrong with a template.
public struct TemplateProblem: Error, Sendable, Equatable, CustomStringConvertible {
  public enum Reason: Sendable, Equatable {
    case notYAML(String)
    case missing
    case wrongType(allowed: String)
    case unknownKey(allowed: [String])
    case unknownSection(String, allowed: [String])
    case repeatedSection
    case repeatedKey
    /// In characters.
    case tooLong(limit: Int)
    /// In bytes.
    case fileTooLarge(limit: Int)
    case tooDeep(limit: Int)
    case tooManyValues(limit: Int)
    /// There are more problems than are told.
    case moreProblems
    /// A place that Pathbook does not fill in this phrase.
    case unknownSlot(String, allowed: [String])
    /// A color that does not stand out from white: its contrast in hundredths, and what it must be.
    case lowContrast(hundredths: Int, least: Double)
    case badPicture(PNGProblem)
    case missingFile(String)
  }

  /// The path of the key: `wording.position.national`; empty for the file.
  public let path: String
  /// From 1, when known.
  public let line: Int?
  public let reason: Reason

  /// `line N: KEY: what is wrong; what to do`.
  public var description: String {
    let place = [line.map { "line \($0)" }, path.isEmpty ? nil : path].compactMap { $0 }
    return (place + [words]).joined(separator: ": ")
  }

  private var words: String {
    switch reason {
    case .notYAML(let detail): "this is not valid YAML (\(detail)); mend the text at this place"
    case .missing: "the key is missing; add it (see the standard template)"
    case .wrongType(let allowed): "the value has the wrong form; give \(allowed)"
    case .unknownKey(let allowed):
      "unknown key; allowed: \(allowed.joined(separator: ", "))\(meant(key, allowed))"
    case .unknownSection(let name, let allowed):
      "unknown section; allowed: \(allowed.joined(separator: ", "))\(meant(name, allowed))"
    case .repeatedSection: "the section stands twice; keep one"
    case .repeatedKey: "the key stands twice; keep one"
    case .tooLong(let limit): "the text is too long; use at most \(limit) characters"
    case .fileTooLarge(let limit): "the file is too large; use at most \(limit >> 10) KB"
    case .tooDeep(let limit):
      "lists and mappings stand too deep inside each other; use at most \(limit) levels"
    case .tooManyValues(let limit):
      "the file has too many values, repeats by aliases counted; use at most \(limit)"
    case .moreProblems: "there are more problems; correct these first"
    case .unknownSlot(let name, let allowed):
      "unknown place {\(name)}; "
        + (allowed.isEmpty
          ? "this phrase has no places" : "allowed: \(allowed.map { "{\($0)}" }.joined(separator: ", "))")
        + meant(name, allowed, "{", "}")
    case .lowContrast(let hundredths, let least):
      "the contrast of the color with white is \(Double(hundredths) / 100), and must be \(least) or more "
        + "(WCAG AA); choose a darker color"
    case .badPicture(let problem): problem.description
    case .missingFile(let name): "there is no file \(name) in the template's folder; put it there"
    }
  }

  /// The last part of ``path``.
  private var key: String { path.split(separator: ".").last.map(String.init) ?? path }

  /// `; did you mean NAME?`, or nothing where no name is near.
  private func meant(
    _ name: String, _ allowed: [String], _ before: String = "", _ after: String = ""
  ) -> String {
    NearestName.of(name, among: allowed).map { "; did you mean \(before)\($0)\(after)?" } ?? ""
  }
}

/// Every problem of one template.
public struct TemplateProblems: Error, Sendable, Equatable {
  /// Never empty, in the order of the file.
  public let problems: [TemplateProblem]
}
