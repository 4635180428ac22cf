/// One record of a CSV file: its fields without their quotation marks, as bytes in UTF-8.
package struct CSVRecord: Sendable, Equatable {
  /// The line of the file on which the record begins, from 1.
  package internal(set) var line = 1
  /// The fields' bytes, one field after the other.
  package internal(set) var bytes: [UInt8] = []
  /// The end of each field in ``bytes``.
  var ends: [Int] = []

  /// The number of fields.
  package var count: Int { ends.count }

  /// Whether no field holds anything but spaces.
  package var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The bytes of a field.
  /// - Precondition: `0 <= index < count`.
  package subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The text of a field.
  /// - Precondition: `0 <= index < count`.
  package func text(_ index: Int) -> String {
    String(decoding: self[index], as: UTF8.self)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
