import Foundation

@testable import ReportWriters

extension TextTemplate {
  /// The template that the program ships.
  static func standard() throws -> TextTemplate {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appendingPathComponent("Templates/standard/report.txt.mustache")
    return try TextTemplate(String(contentsOf: file, encoding: .utf8))
  }
}
