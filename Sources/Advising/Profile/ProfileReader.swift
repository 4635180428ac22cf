import CareerData
import Tabular

/// Reads client profiles and checks them against a dataset.
///
/// ```swift
/// let reader = ProfileReader(dataset: dataset)
/// let reading = try reader.read(json: bytes)
/// ```
public struct ProfileReader: Sendable {
  /// A profile that holds, and what was left unused of it.
  public struct Reading: Sendable, Equatable {
    public let profile: ClientProfile
    public let notices: [ProfileNotice]
    /// What it was read from, by field.
    package let fields: [String: FieldValue]
  }

  private let vocabularies: ProfileVocabularies
  /// Of a profile that names no occupation.
  var vocabulary: ProfileVocabulary { vocabularies.own }

  /// - Parameters:
  ///   - dataset: that is meant by a profile which names no occupation.
  ///   - catalogue: of the occupations that a profile may name besides those of datasets; nil, the default, for none. It
  ///     is asked for when a profile names an occupation.
  ///   - others: the occupations of more datasets, for their titles.
  ///   - covering: the dataset that covers another occupation, by its SOC code; nil, the default, for none.
  public init(
    dataset: CareerDataset, catalogue: @escaping @autoclosure @Sendable () -> Catalogue? = nil,
    others: [Occupation] = [], covering: @escaping @Sendable (String) -> CareerDataset? = { _ in nil }
  ) {
    vocabularies = ProfileVocabularies(dataset, catalogue: catalogue, others: others, covering: covering)
  }

  /// The words that a profile may use which names an occupation, by code or title; nil for one that names none.
  func vocabulary(naming occupation: String?) -> ProfileVocabulary { vocabularies.vocabulary(occupation) }

  /// The SOC code of the dataset's own occupation, or of one of the catalogue by its exact title; nil for no such.
  package func occupation(_ text: String) -> String? { vocabulary.occupations.code(of: text) }

  /// The id of a state or an area of the dataset by its code or title; nil for no such.
  package func place(_ text: String) -> String? { vocabulary.place(text) }

  /// Reads a profile that is one JSON object in UTF-8.
  ///
  /// - Throws: every problem of the profile at once; text that is not JSON has one.
  public func read(json bytes: [UInt8]) throws(ProfileProblems) -> Reading {
    let document: JSONDocument
    do { document = try JSONDocument(bytes) } catch {
      throw ProfileProblems(problems: [
        ProfileProblem(
          field: nil, line: error.line, column: error.column, reason: .notJSON(error.finding))
      ])
    }
    guard let members = document.root.members else {
      throw ProfileProblems(problems: [ProfileProblem(field: nil, line: 1, column: 1, reason: .notAnObject)])
    }
    var problems = document.repeatedKeys.map { key in
      ProfileProblem(field: key.key, line: key.line, reason: .duplicateKey(firstLine: key.firstLine))
    }
    // Editors look for the schema under its own key. A field that is null is as good as absent.
    let named = members.filter { $0.key != "$schema" && $0.node.value != .null }
    do throws(ProfileProblems) {
      let fields = Dictionary(
        named.map { ($0.key, FieldValue($0.node)) }, uniquingKeysWith: { first, _ in first })
      let reading = try read(fields: fields, doubtful: Set(problems.compactMap(\.field)))
      if problems.isEmpty { return reading }
    } catch {
      problems += error.problems.map { problem in
        var located = problem
        located.line = problem.field.flatMap { ProfileProblem.line(of: $0, in: document.root) }
        return located
      }
    }
    throw ProfileProblems(problems: problems)
  }

  /// Reads a profile from fields by name, as a roster has them.
  ///
  /// - Parameter doubtful: the names of fields that have a problem already, such as a cell that cannot be read; they
  ///   cause no other one.
  /// - Throws: every problem of the profile at once.
  public func read(
    fields: [String: FieldValue], doubtful: Set<String> = []
  ) throws(ProfileProblems) -> Reading {
    let occupation: String? =
      if case .text(let text) = fields[ProfileField.occupation.rawValue] { text } else { nil }
    let vocabulary = vocabulary(naming: occupation)
    var reader = FieldReader(fields: fields, doubtful: doubtful, vocabulary: vocabulary)
    var profile = ClientProfile(id: "")
    for (field, input) in ProfileField.readingOrder { input.read(field, &reader, &profile) }
    reader.refuseUnknownFields()
    guard reader.problems.isEmpty else { throw ProfileProblems(problems: reader.problems) }
    let reading = Reading(profile: profile, notices: reader.notices, fields: fields)
    return vocabulary.isOfDataset
      ? reading : reading.withoutDataset(fields, vocabulary, areas: vocabularies.own.areas)
  }
}

/// A value of a profile as it was read, before anything is known of its meaning.
public enum FieldValue: Sendable, Equatable {
  case text(String)
  case number(Double)
  case flag(Bool)
  case list([FieldValue])
  /// An object, by key; what is null is left out.
  case object([String: FieldValue])

  /// What it is, for a message that must not quote it.
  var kind: String {
    switch self {
    case .text: "text"
    case .number: "a number"
    case .flag: "true or false"
    case .list: "a list"
    case .object: "an object"
    }
  }

  init(_ node: JSONNode) {
    self =
      switch node.value {
      case .string(let text): .text(text)
      case .boolean(let flag): .flag(flag)
      case .array(let nodes): .list(nodes.map(FieldValue.init))
      case .integer, .real: .number(node.double ?? 0)
      case .null: .object([:])
      case .object(let members):
        .object(
          Dictionary(
            members.filter { $0.node.value != .null }.map { ($0.key, FieldValue($0.node)) },
            uniquingKeysWith: { first, _ in first }))
      }
  }
}
