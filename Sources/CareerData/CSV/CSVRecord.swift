/// One record of a CSV file: its fields without their quotation marks, as bytes in UTF-8.
public struct CSVRecord: Sendable, Equatable {
  /// The line of the file on which the record begins, from 1.
  public internal(set) var line = 1
  /// The fields' bytes, one field after the other.
  var bytes: [UInt8] = []
  /// The end of each field in ``bytes``.
  var ends: [Int] = []

  /// The number of fields.
  public var count: Int { ends.count }

  /// Whether no field holds anything but spaces.
  public var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 } }

  /// The bytes of a field.
  /// - Precondition: `0 <= index < count`.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// The text of a field.
  /// - Precondition: `0 <= index < count`.
  public func text(_ index: Int) -> String {
    String(decoding: self[index], as: UTF8.self)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
