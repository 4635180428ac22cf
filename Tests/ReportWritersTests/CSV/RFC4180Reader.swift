/// An independent, strict reader of RFC 4180: CRLF ends a record, a quoted field holds anything.
enum RFC4180Reader {
  struct Failure: Error { let byte: Int }

  static func records(_ bytes: [UInt8]) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var index = 0
    while index < bytes.count {
      var field: [UInt8] = []
      if bytes[index] == UInt8(ascii: "\"") {
        index += 1
        while true {
          guard index < bytes.count else { throw Failure(byte: index) }
          if bytes[index] != UInt8(ascii: "\"") {
            field.append(bytes[index])
          } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\"") {
            field.append(bytes[index])
            index += 1
          } else {
            break
          }
          index += 1
        }
        index += 1
      } else {
        while index < bytes.count, bytes[index] != UInt8(ascii: ","), bytes[index] != 0x0D {
          guard bytes[index] != UInt8(ascii: "\""), bytes[index] != 0x0A else { throw Failure(byte: index) }
          field.append(bytes[index])
          index += 1
        }
      }
      record.append(String(decoding: field, as: UTF8.self))
      guard index < bytes.count else { throw Failure(byte: index) }
      if bytes[index] == UInt8(ascii: ",") {
        index += 1
      } else {
        guard bytes[index] == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A else {
          throw Failure(byte: index)
        }
        index += 2
        records.append(record)
        record = []
      }
    }
    guard record.isEmpty else { throw Failure(byte: index) }
    return records
  }
}
