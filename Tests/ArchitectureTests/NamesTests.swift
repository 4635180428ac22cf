import Foundation
import TestValues
import Testing

/// One name, one type: whoever searches for a name finds one declaration.
///
/// Nested types are exempt where they are read with the name before them (`CSVError.Kind`, `OEWSFile.Table`), unless
/// the same name alone already means something in their room.
struct NamesTests {
  private let types: [DeclaredType]
  /// For each room itself and what it imports.
  private let rooms: [String: Set<String>]

  init() throws {
    let sources = Repository.path("Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources).sorted()
    var types: [DeclaredType] = []
    var rooms: [String: Set<String>] = [:]
    for file in files where file.hasSuffix(".swift") {
      let folder = String(file.prefix { $0 != "/" })
      let room = folder == "PathbookLibrary" ? "Pathbook" : folder
      rooms[room, default: []].insert(room)
      for line in try String(contentsOfFile: "\(sources)/\(file)", encoding: .utf8).split(separator: "\n") {
        if line.hasPrefix("import ") { rooms[room, default: []].insert(String(line.dropFirst(7))) }
        if let type = DeclaredType(line: line, room: room, file: file) { types.append(type) }
      }
    }
    (self.types, self.rooms) = (types, rooms)
  }

  @Test func `no two rooms declare types of one name`() {
    #expect(types.count > 900)
    let own = Dictionary(grouping: types.filter { !$0.isNested && !$0.isReexported }, by: \.name)
    for (name, declarations) in own {
      #expect(declarations.count == 1, "\(name): \(declarations.map(\.file))")
    }
  }

  /// Swift would take `Calculation.Unit` for a member of the type.
  @Test func `no type is named as a room`() {
    for type in types {
      #expect(rooms[type.name] == nil, "\(type.file) declares \(type.name)")
    }
  }

  @Test func `no nested type hides a type that its room knows`() {
    let own = Dictionary(grouping: types.filter { !$0.isNested }, by: \.name)
    for type in types where type.isNested {
      let hidden = own[type.name, default: []].filter { rooms[type.room]?.contains($0.room) == true }
      #expect(hidden.isEmpty, "\(type.file) hides \(type.name) of \(hidden.map(\.file))")
    }
  }
}

/// A declaration in Sources. Formatted source has the types of a file at the margin and nested ones behind it.
private struct DeclaredType {
  let room: String
  let file: String
  let name: String
  let isNested: Bool
  /// Whether it is another module's type under its own name, for programs that import one module.
  let isReexported: Bool

  private static let modifiers: Set<Substring> = [
    "public", "package", "private", "fileprivate", "final", "indirect",
  ]
  private static let keywords: Set<Substring> = [
    "struct", "class", "enum", "actor", "protocol", "typealias",
  ]

  init?(line: Substring, room: String, file: String) {
    let words = line.split(separator: " ").drop { Self.modifiers.contains($0) }
    guard let keyword = words.first, Self.keywords.contains(keyword), let second = words.dropFirst().first
    else { return nil }
    self.room = room
    self.file = file
    name = String(second.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    isNested = line.hasPrefix(" ")
    isReexported = keyword == "typealias" && line.hasSuffix(".\(name)")
  }
}
